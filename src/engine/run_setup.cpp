// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/run_setup.hpp"

#include "adapters/openmage_adapter.hpp"
#include "datasync/error.hpp"
#include "engine/named_files.hpp"
#include "schema/attribute_places.hpp"
#include "schema/attribute_preparation.hpp"
#include "schema/catalog_settings.hpp"
#include "schema/code_tables.hpp"
#include "schema/filter_check.hpp"
#include "schema/increment_counters.hpp"
#include "schema/index_marks.hpp"
#include "schema/order_sums.hpp"
#include "schema/review_summaries.hpp"
#include "schema/root_categories.hpp"
#include "schema/scope_check.hpp"
#include "schema/setting_creation.hpp"
#include "schema/source_shape.hpp"
#include "state/deferred_references.hpp"
#include "state/run_log.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <span>

namespace datasync::engine {

namespace {

constexpr std::string_view k_products = "catalog_product";

} // namespace

RunSetup::RunSetup(ShopSession& session, const SyncOptions& options)
    : m_session(session), m_options(options), m_source(session.source()), m_target(session.target())
{
    m_context.options = &m_options;
    m_context.destination = session.destination();
    m_context.own_tables = session.own_tables();
    m_context.installed = session.installed();
    m_context.source_number = session.source_number();
    m_context.handler = &session.handler(m_options.entity);
    m_context.types = session.types();
    check_filter();
    if (m_options.media.is_enabled() && !names_files(m_context.handler->spec())) {
        usage_error("--image-base-path/--image-base-url: {} names no files",
                    m_context.handler->spec().name);
    }
    find_referenced();
    load_tables();
    if (m_options.file) { open_file(); }
    plan();
    map_settings();
    m_context.indexers = schema::known_indexers(m_target, m_context.handler->spec().indexers);
    check_rights();
    if (!m_options.dry_run) {
        session.install();
        m_context.installed = true;
        m_context.source_number = session.source_number();
    }
    prepare_attributes();
    create_settings();
    if (m_context.installed) {
        state::DeferredReferences deferred(m_target.connection(), m_context.own_tables,
                                           m_options.source_system, m_context.source_number, true);
        m_context.has_open = deferred.owner_has_any(m_options.entity);
        state::RejectedRecords rejected(m_target.connection(), m_context.own_tables,
                                        m_options.source_system, m_options.entity);
        m_context.has_rejected = rejected.any();
    }
}

void RunSetup::check_filter() const
{
    const auto& spec = m_context.handler->spec();
    const auto& filter = m_options.filter;
    const bool is_filtered = !filter.entity_ids.empty() || !filter.increment_ids.empty() ||
                             !filter.date_from.empty() || !filter.date_to.empty();
    if (m_options.file && is_filtered) {
        usage_error("--entity-ids, --increment-ids, --date-from, --date-to: of a file all records "
                    "are taken; leave those out that are not wanted");
    }
    schema::check_filter(filter, spec);
    const bool has_mark =
        !m_options.increment_prefix.empty() || !m_options.increment_suffix.empty();
    if (has_mark && !spec.numbers_documents) {
        usage_error("--increment-prefix/--increment-suffix: {} does not number its records as "
                    "orders and their documents are numbered",
                    spec.name);
    }
}

void RunSetup::find_referenced()
{
    std::set<std::string_view> named;
    const auto add_references = [&](std::span<const Reference> references) {
        for (const auto& reference : references) { named.insert(reference.to); }
    };
    const auto add_texts = [&](std::span<const ReferenceText> texts) {
        for (const auto& text : texts) {
            const auto targets = schema::possible_targets(text);
            named.insert(targets.begin(), targets.end());
        }
    };
    for (const auto& table : m_context.handler->spec().tables) {
        add_references(table.references);
        add_texts(table.texts);
        add_references(table.eav.references);
        add_texts(table.eav.texts);
    }
    // Its own parts a record knows by itself.
    for (const auto& table : m_context.handler->spec().tables.subspan(1)) {
        named.erase(table.type);
    }
    const auto& types = m_context.types;
    std::copy_if(types.begin(), types.end(), std::back_inserter(m_context.referenced),
                 [&](const auto& type) { return named.contains(type.type); });
}

void RunSetup::load_tables()
{
    std::set<std::string> names = {"core_website",   "core_store", "core_config_data",
                                   "customer_group", "tax_class",  "directory_country_region"};
    const auto& spec = m_context.handler->spec();
    for (const auto& name : schema::spec_tables(spec)) { names.insert(name); }
    for (const auto& table : spec.tables) {
        for (const auto& reference : table.references) {
            for (const auto& name : schema::tables_of_setting(reference.to)) { names.insert(name); }
        }
        if (table.eav.entity_type_code.empty()) { continue; }
        for (const auto& name : schema::attribute_tables(table.eav)) { names.insert(name); }
    }
    for (auto& name : schema::condition_tables(spec)) { names.insert(std::move(name)); }
    for (const auto& table : spec.created_codes) { names.emplace(table.table); }
    for (const auto& kind : spec.created_settings) {
        for (auto& name : schema::tables_read_for(kind)) { names.insert(std::move(name)); }
    }
    const auto add = [&](const std::vector<schema::NaturalTarget>& types) {
        for (const auto& type : types) {
            names.insert(type.table);
            if (!type.set_table.empty()) { names.insert(type.set_table); }
        }
    };
    // Of the source, no table that this run does not read: its user may not be allowed to.
    add(m_context.referenced);
    const auto& left = spec.left_behind;
    std::vector<std::string> of_source(names.begin(), names.end());
    of_source.insert(of_source.end(), left.begin(), left.end());
    m_source.load_tables(of_source);
    // On the destination anything may wait for anything.
    add(m_context.types);
    if (spec.numbers_documents) { names.emplace(schema::k_counter_table); }
    if (!spec.indexers.empty()) { names.emplace("index_process"); }
    if (spec.adds_to_orders) {
        names.insert(schema::k_order_sum_tables.begin(), schema::k_order_sum_tables.end());
    }
    if (spec.sums_up_votes) {
        names.insert(schema::k_summary_tables.begin(), schema::k_summary_tables.end());
    }
    m_target.load_tables(std::vector<std::string>(names.begin(), names.end()));
    m_context.target = &m_target;
}

void RunSetup::open_file()
{
    const auto& spec = m_context.handler->spec();
    m_file = std::make_unique<adapters::CsvSource>(
        m_options, spec, m_source,
        [this](std::string_view type, std::span<const std::uint32_t> source_ids) {
            return m_session.registry().lookup(type, false, source_ids);
        },
        [this](std::uint32_t set, std::string_view name) {
            return m_options.dry_run ? k_first_made_up_id
                                     : schema::make_attribute_group(m_target, set, name);
        });
    m_context.taken = &m_taken;
    m_warnings.insert(m_warnings.end(), m_file->warnings().begin(), m_file->warnings().end());
    schema::narrow_tables(m_source, spec, m_file->shape());
}

std::unique_ptr<SourceAdapter> RunSetup::open_source(unsigned batch_size,
                                                     const adapters::TakesLine& takes_line)
{
    if (m_file) {
        return m_file->open(m_context.plan, m_context.referenced, m_context.option_attributes,
                            batch_size, takes_line);
    }
    return std::make_unique<adapters::OpenMageAdapter>(
        schema::SourceReader(m_source, m_context.plan, m_options.filter, batch_size,
                             m_context.referenced, m_context.option_attributes));
}

std::vector<std::uint32_t> RunSetup::known(std::string_view type, bool is_part,
                                           std::span<const std::uint32_t> source_ids)
{
    // What a file names are settings of the destination: ids of another shop mean others.
    if (m_file) { return std::vector<std::uint32_t>(source_ids.size(), 0); }
    return m_session.registry().lookup(type, is_part, source_ids);
}

void RunSetup::plan()
{
    m_context.plan = schema::make_plan(m_context.handler->spec(), m_source, m_target,
                                       m_options.stock, m_options.filter.entity_ids);
    if (m_file) {
        schema::apply_shape(m_context.plan, m_file->shape());
        return;
    }
    m_warnings.insert(m_warnings.end(), m_context.plan.warnings.begin(),
                      m_context.plan.warnings.end());
    m_context.converts_json = m_source.family() == schema::ShopFamily::maho &&
                              m_target.family() != schema::ShopFamily::maho;
}

void RunSetup::check_rights() const
{
    const auto& spec = m_context.handler->spec();
    std::vector<std::string> written;
    for (const auto& table : m_context.plan.tables) {
        if (!table.spec->is_given) { written.push_back(table.name); }
    }
    for (const auto& table : spec.created_codes) { written.emplace_back(table.table); }
    for (const auto& kind : spec.created_settings) {
        for (auto& name : schema::tables_written_for(kind)) { written.push_back(std::move(name)); }
    }
    const bool makes_groups = m_file && m_context.plan.find(schema::k_set_places) >= 0;
    if (makes_groups) { written.emplace_back(schema::k_attribute_groups); }
    if (spec.numbers_documents) { written.emplace_back(schema::k_counter_table); }
    if (!m_context.indexers.empty()) { written.emplace_back("index_process"); }
    if (spec.adds_to_orders && m_file) {
        written.insert(written.end(), schema::k_order_sum_tables.begin(),
                       schema::k_order_sum_tables.end());
    }
    if (spec.sums_up_votes) {
        written.insert(written.end(), schema::k_summary_tables.begin(),
                       schema::k_summary_tables.end());
    }
    // A dry run too: it announces what the real run would do, and that would be refused.
    m_session.check_write_rights(written);
}

void RunSetup::map_settings()
{
    m_settings.emplace(m_source, m_target, m_file ? CodeMap() : m_options.store_map,
                       m_file ? CodeMap() : m_options.website_map);
    m_context.settings = &*m_settings;
    // Customer groups are settings to most entities and records to one: what the registry knows
    // of them counts before their codes.
    auto& groups = *m_settings->find("customer_group");
    groups.fix_known(known("customer_group", false, groups.source_ids()));
    for (const auto& table : m_context.plan.tables) {
        if (table.kind == schema::TableKind::values) { continue; }
        const auto& code = table.spec->eav.entity_type_code;
        if (code.empty()) { continue; }
        auto sets = m_settings->attribute_sets(m_source, m_target, code);
        if (code == k_products) {
            sets.fix_known(known("attribute_set", false, sets.source_ids()));
        }
        if (m_file) { sets.settle_on_one_shop(); }
        m_context.attribute_sets.emplace(table.name, std::move(sets));
    }
    map_catalog_settings();
    if (m_file) { m_settings->settle_on_one_shop(); }
    m_context.natural = schema::natural_target(m_context.handler->spec(),
                                               m_context.handler->natural_key(m_session.facts()));
    if (m_file) { schema::narrow_key(m_context.natural, m_context.plan); }
    m_context.natural.condition = m_context.plan.source_condition;
    schema::bound_lookups(m_target, m_context.natural);
    if (!m_file) { look_at_source_records(); }
}

void RunSetup::look_at_source_records()
{
    const auto& filter = m_options.filter;
    const bool is_filtered = !filter.entity_ids.empty() || !filter.increment_ids.empty() ||
                             !filter.date_from.empty() || !filter.date_to.empty();
    // Of a few chosen records only their own stores matter; the mapper looks at those.
    if (!is_filtered) { schema::check_scopes(m_source, m_context.plan, *m_settings); }
    if (!m_context.plan.spec->tree.path.empty()) {
        auto roots = schema::pair_root_categories(m_source, m_target, *m_settings);
        m_context.given_identity = std::move(roots.pairs);
        m_warnings.insert(m_warnings.end(), roots.warnings.begin(), roots.warnings.end());
    }
    const bool asks_by_id = filter.increment_ids.empty() && !filter.entity_ids.empty();
    m_context.duplicates =
        schema::find_duplicates(m_source, m_context.natural, *m_settings,
                                asks_by_id ? std::span<const std::uint32_t>(filter.entity_ids)
                                           : std::span<const std::uint32_t>());
}

void RunSetup::map_catalog_settings()
{
    if (!schema::names_catalog_settings(m_context.handler->spec())) { return; }
    m_context.option_attributes = schema::add_catalog_settings(
        m_source, m_target, *m_settings,
        [&](std::string_view type, bool is_part, std::span<const std::uint32_t> ids) {
            return known(type, is_part, ids);
        });
}

void RunSetup::create_settings()
{
    const auto& spec = m_context.handler->spec();
    if (spec.created_codes.empty() && spec.created_settings.empty()) { return; }
    const bool pretend = m_options.dry_run;
    std::optional<db::Transaction> transaction;
    const auto tell = [&](std::string_view what, std::string_view done,
                          const std::vector<std::string>& names, std::string_view more = "") {
        if (names.empty()) { return; }
        m_warnings.push_back(fmt::format("{}: the destination {} {}{}{}", what,
                                         pretend ? "would get" : "got", done,
                                         fmt::join(names, ", "), more));
    };
    if (!pretend) { transaction.emplace(m_target.connection()); }
    if (!spec.created_codes.empty()) {
        tell(spec.created_codes.front().table, "",
             schema::create_missing_codes(m_source, m_target, spec.created_codes, *m_settings,
                                          pretend));
    }
    for (const auto& kind : spec.created_settings) {
        const auto done =
            schema::create_missing_settings(m_source, m_target, kind, *m_settings, pretend);
        tell(kind.name, "", done.created);
        tell(kind.name, "the stores of ", done.put_to_use, ", which it used in none");
    }
    if (transaction) { transaction->commit(); }
}

void RunSetup::prepare_attributes()
{
    auto registry = m_session.registry();
    const auto creation = !m_options.create_attributes ? schema::AttributeCreation::report
                          : m_options.dry_run          ? schema::AttributeCreation::pretend
                                                       : schema::AttributeCreation::create;
    const auto table_count = m_context.plan.tables.size();
    for (std::size_t t = 0; t < table_count; ++t) {
        const auto& table = m_context.plan.tables[t];
        const auto& eav = table.spec->eav;
        if (!table.is_keyed() || eav.entity_type_code.empty()) { continue; }
        schema::KnownParts known_parts;
        std::vector<std::uint32_t> option_ids;
        for (const auto& attribute :
             schema::read_attributes(m_source, eav.entity_type_code).attributes) {
            for (const auto& option : attribute.options) { option_ids.push_back(option.id); }
        }
        const auto targets = known("eav_attribute_option", true, option_ids);
        for (std::size_t i = 0; i < option_ids.size(); ++i) {
            if (targets[i] != 0) { known_parts.options[option_ids[i]] = targets[i]; }
        }
        std::optional<db::Transaction> transaction;
        if (!m_options.dry_run) { transaction.emplace(m_target.connection()); }
        auto prepared =
            schema::prepare_attributes(m_source, m_target, eav, *m_settings, known_parts, creation);
        if (transaction) {
            const auto remember = [&](std::string_view type, bool is_part, const auto& ids) {
                std::vector<state::IdPair> pairs;
                pairs.reserve(ids.size());
                for (const auto& [from, to] : ids) { pairs.push_back({from, to}); }
                if (!pairs.empty()) { registry.remember(type, is_part, pairs); }
            };
            // Those of products are records of an entity type of their own.
            const bool is_product = eav.entity_type_code == k_products;
            remember(is_product ? "productattribute" : "eav_attribute", !is_product,
                     prepared.new_attributes);
            remember("eav_attribute_option", true, prepared.new_options);
            transaction->commit();
        }
        m_warnings.insert(m_warnings.end(), prepared.warnings.begin(), prepared.warnings.end());
        if (eav.entity_type_code == k_products) {
            schema::adopt_attributes(*m_settings, prepared.map);
        }
        m_context.plan.set_attributes(static_cast<int>(t), std::move(prepared.map));
    }
}

} // namespace datasync::engine
