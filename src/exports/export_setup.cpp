// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/export_setup.hpp"

#include "datasync/error.hpp"
#include "exports/column_choice.hpp"
#include "formats/catalogue.hpp"
#include "schema/catalog_settings.hpp"
#include "schema/filter_check.hpp"
#include "schema/order_sums.hpp"
#include "schema/source_shape.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace datasync::exports {

namespace {

constexpr std::array<std::string_view, 5> k_setting_tables = {
    "core_website", "core_store", "customer_group", "tax_class", "directory_country_region"};

bool is_piece(const Pieces& pieces, std::string_view column)
{
    return std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
        const auto names = piece->columns();
        return std::find(names.begin(), names.end(), column) != names.end();
    });
}

} // namespace

ExportSetup::ExportSetup(const ExportOptions& options, db::Connection& connection,
                         const Handlers& handlers)
    : m_options(options), m_shop(connection)
{
    find_entity(handlers);
    // What comes from now on is the shop as it is at this moment.
    db::start_snapshot(connection);
    load_tables();
    m_settings.emplace(m_shop, m_shop, CodeMap(), CodeMap());
    m_sets = adapters::attribute_sets_of(*m_spec, *m_settings, m_shop);
    m_names.emplace(m_shop, *m_settings, m_sets, SyncOptions());
    if (schema::names_catalog_settings(*m_spec)) {
        schema::add_catalog_settings(
            m_shop, m_shop, *m_settings,
            [](std::string_view /*type*/, bool /*is_part*/, std::span<const std::uint32_t> ids) {
                return std::vector<std::uint32_t>(ids.size(), 0);
            });
    }
    m_settings->settle_on_one_shop();
    m_pieces = make_pieces(m_spec->name, m_shop);
    lay_out();
    make_plan();
    find_referenced(handlers);
}

void ExportSetup::find_entity(const Handlers& handlers)
{
    const auto found = std::find_if(handlers.begin(), handlers.end(), [&](const auto& handler) {
        return handler->spec().name == m_options.entity;
    });
    const auto entities = exported_entities();
    const bool is_written =
        std::find(entities.begin(), entities.end(), m_options.entity) != entities.end();
    if (found == handlers.end() || !is_written) {
        usage_error("{} is not written to files; there are: {}", m_options.entity,
                    fmt::join(entities, ", "));
    }
    m_format = formats::make_format(m_options.entity);
    m_spec = &(*found)->spec();
    schema::check_filter(m_options.filter, *m_spec);
}

void ExportSetup::load_tables()
{
    std::set<std::string> names(k_setting_tables.begin(), k_setting_tables.end());
    for (const auto& name : schema::spec_tables(*m_spec)) { names.insert(name); }
    for (const auto& table : m_spec->tables) {
        for (const auto& reference : table.references) {
            for (const auto& name : schema::tables_of_setting(reference.to)) { names.insert(name); }
        }
    }
    for (auto& name : schema::condition_tables(*m_spec)) { names.insert(std::move(name)); }
    if (m_spec->adds_to_orders) {
        names.insert(schema::k_order_sum_tables.begin(), schema::k_order_sum_tables.end());
    }
    m_shop.load_tables(std::vector<std::string>(names.begin(), names.end()));
}

void ExportSetup::lay_out()
{
    auto columns = choose_columns(*m_format, *m_spec, m_shop, *m_settings, m_options.with_ids);
    do {
        m_places.reset();
        m_layout.emplace(*m_format, columns);
        for (const auto& piece : m_pieces) { piece->add_fields(m_layout->shape()); }
        m_places.emplace(m_layout->shape(), *m_spec, m_shop);
        m_places->set_stores(
            [&](std::string_view code) { return m_names->find("store", code, {}); });
    } while (!settle(columns));
}

bool ExportSetup::settle(std::vector<formats::FileColumn>& columns)
{
    m_columns.clear();
    std::vector<formats::FileColumn> kept;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        OutColumn out;
        out.name = column.name + (column.store.empty() ? "" : "@" + column.store);
        out.is_id = column.name == formats::k_id_column;
        const bool is_made = out.is_id || is_piece(m_pieces, column.name);
        if (!is_made) { out.field = field_of(i); }
        if (!is_made && !out.field) { continue; }
        out.is_required_text = column.known != nullptr && column.known->is_required &&
                               column.known->kind == formats::CellKind::text &&
                               column.store.empty();
        kept.push_back(column);
        m_columns.push_back(std::move(out));
    }
    const bool is_settled = kept.size() == columns.size();
    columns = std::move(kept);
    return is_settled;
}

std::optional<std::size_t> ExportSetup::field_of(std::size_t column) const
{
    std::optional<std::size_t> found;
    const auto& fields = m_layout->shape().fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].column != column + 1) { continue; }
        if (found || !(*m_places)[i].problem.empty()) { return std::nullopt; }
        found = i;
    }
    return found;
}

void ExportSetup::make_plan()
{
    const auto shape = m_places->source_shape();
    schema::narrow_tables(m_shop, *m_spec, shape);
    m_plan =
        schema::make_plan(*m_spec, m_shop, m_shop, StockMode::include, m_options.filter.entity_ids);
    schema::apply_shape(m_plan, shape);
    m_places->bind(m_plan);
    m_view.emplace(m_plan);
    m_texts.emplace(m_plan, *m_places, *m_names, *m_view);
    std::vector<std::string> header;
    for (const auto& column : m_columns) { header.push_back(column.name); }
    m_tools.emplace(PieceTools{m_plan, m_layout->shape(), *m_places, *m_names, *m_texts, *m_view,
                               std::move(header)});
    for (const auto& piece : m_pieces) { piece->bind(*m_tools); }
}

void ExportSetup::find_referenced(const Handlers& handlers)
{
    std::set<std::string_view> named;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto& column = m_columns[i];
        if (!column.field) { continue; }
        const auto* known = m_layout->columns()[i].known;
        const auto type = m_texts->referred_type(*column.field);
        const bool has_name =
            !type.empty() && known != nullptr && known->kind != formats::CellKind::id;
        if (has_name) {
            named.insert(type);
        } else if (m_options.with_ids) {
            column.form = ReferenceForm::id;
        }
    }
    for (const auto& piece : m_pieces) {
        if (!piece->referred_type().empty()) { named.insert(piece->referred_type()); }
    }
    std::vector<std::string> tables;
    for (const auto& handler : handlers) {
        const auto& spec = handler->spec();
        if (spec.root().is_given || !named.contains(spec.root().type)) { continue; }
        m_referenced.push_back(schema::natural_target(spec, spec.natural_key));
        tables.emplace_back(spec.root().table);
    }
    m_shop.load_tables(tables);
}

schema::SourceReader ExportSetup::open() const
{
    const auto batch_size = m_spec->batch_size;
    return {m_shop, m_plan, m_options.filter, batch_size, m_referenced, m_option_attributes};
}

} // namespace datasync::exports
