// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/productattribute.hpp"

#include "datasync/entity_batch.hpp"
#include "formats/cell_check.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::adapters {

using formats::FileRecord;
using formats::Says;
using formats::Value;

namespace {

constexpr std::string_view k_products = "catalog_product";
constexpr std::string_view k_settings_table = "catalog_eav_attribute";
constexpr std::string_view k_option_model = "eav/entity_attribute_source_table";
constexpr std::string_view k_default_group = "General";
/// Labels that a message names at most.
constexpr std::size_t k_most_labels = 20;

} // namespace

ProductAttributeCompletion::ProductAttributeCompletion(formats::Shape& shape,
                                                       const CompletionTools& tools)
    : m_names(tools.names),
      m_targets(tools.known),
      m_make_group(tools.make_group),
      m_options(tools.options),
      m_known(tools.shop),
      m_attribute_options(shape, m_known),
      m_code(*shape.find(0, "attribute_code")),
      m_input(*shape.find(0, "frontend_input")),
      m_default(shape.find(0, "default_value")),
      m_entity_type(shape.find_or_add(0, "entity_type_id")),
      m_backend_type(shape, "backend_type"),
      m_backend_model(shape, "backend_model"),
      m_source_model(field_of(shape, 0, "source_model", DefaultFor::new_records)),
      m_new_source_model(shape, "source_model"),
      m_frontend_model(shape, "frontend_model"),
      m_is_user_defined(shape, "is_user_defined"),
      m_settings(*shape.find_table(k_settings_table))
{
    const auto add_setting = [&](std::string_view name) -> std::optional<std::size_t> {
        if (shape.has(m_settings, name)) { return std::nullopt; }
        return shape.add(
            {.table = m_settings, .name = std::string(name), .store = {}, .is_for_new = true});
    };
    m_is_html_allowed = add_setting("is_html_allowed_on_front");
    m_is_configurable = add_setting("is_configurable");
    m_apply_to = add_setting("apply_to");
    if (const auto table = shape.find_table(schema::k_set_places)) {
        m_place = {*table, *shape.find(*table, "attribute_set_id"),
                   *shape.find(*table, "attribute_group_id"), shape.add(*table, "entity_type_id"),
                   shape.add(*table, "sort_order")};
        m_places.emplace(tools.shop);
    }
}

void ProductAttributeCompletion::complete(std::span<FileRecord> records, Arena& arena)
{
    const auto attributes = find_attributes(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto& record = records[i];
        const auto* there = attributes[i];
        record.set(0, m_entity_type, Value::named(k_products));
        if (there != nullptr) { check_type(record, *there); }
        complete_kind(record, there, arena);
        m_attribute_options.complete(record, there, arena);
        if (m_default) { complete_default(record, there, arena); }
        if (m_place) { complete_places(record, there, arena); }
    }
}

std::vector<const schema::Attribute*>
ProductAttributeCompletion::find_attributes(std::span<const FileRecord> records) const
{
    std::vector<std::uint32_t> source_ids;
    for (const auto& record : records) {
        source_ids.push_back(record.id.empty() ? 0 : record.number);
    }
    const auto registered = m_targets("productattribute", source_ids);
    std::vector<const schema::Attribute*> attributes;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto* there = registered[i] == 0 ? nullptr : m_known.find(registered[i]);
        // One that has been deleted since may be there again.
        if (there == nullptr) { there = m_known.find(text_of(records[i], 0, m_code)); }
        attributes.push_back(there);
    }
    return attributes;
}

void ProductAttributeCompletion::check_type(FileRecord& record,
                                            const schema::Attribute& there) const
{
    const auto input = text_of(record, 0, m_input);
    if (input == there.frontend_input || m_options.on_duplicate == OnDuplicate::skip) { return; }
    record.refusals.push_back(
        {m_input, std::string(input),
         fmt::format("is another type than that of the destination's attribute {}, which is {}: "
                     "the values of an attribute would be lost with its type",
                     there.code, there.frontend_input.empty() ? "none" : there.frontend_input)});
}

void ProductAttributeCompletion::complete_kind(FileRecord& record, const schema::Attribute* there,
                                               Arena& arena) const
{
    const auto& kind = attribute_kind(text_of(record, 0, m_input));
    // Of one that is there, so that nothing takes it for one of another type.
    m_backend_type.write(record, value_of(there == nullptr ? kind.backend_type
                                                           : std::string_view(there->backend_type),
                                          arena));
    m_new_source_model.write(
        record,
        value_of(there == nullptr ? kind.source_model : std::string_view(there->source_model),
                 arena));
    m_backend_model.write(record, value_of(kind.backend_model, arena));
    m_frontend_model.write(record, value_of(kind.frontend_model, arena));
    m_is_user_defined.write(record, Value::of("1"));
    complete_settings(record, kind);
}

void ProductAttributeCompletion::complete_settings(FileRecord& record,
                                                   const AttributeKind& kind) const
{
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (record[row].table != m_settings) { continue; }
        if (m_is_html_allowed) { record.set(row, *m_is_html_allowed, Value::of("1")); }
        // Customers choose among the options of a single one.
        const bool may_choose = kind.input == "select";
        if (m_is_configurable) {
            record.set(row, *m_is_configurable, Value::of(may_choose ? "1" : "0"));
        }
        if (m_apply_to && !kind.apply_to.empty()) {
            record.set(row, *m_apply_to, Value::of(kind.apply_to));
        }
        return;
    }
}

void ProductAttributeCompletion::complete_default(FileRecord& record,
                                                  const schema::Attribute* there, Arena& arena)
{
    const auto input = text_of(record, 0, m_input);
    const auto model = text_of(record, 0, m_source_model);
    const bool is_list = input == "multiselect";
    const bool has_options =
        (input == "select" || is_list) && (model.empty() || model == k_option_model);
    const auto labels = text_of(record, 0, *m_default);
    if (!has_options || labels.empty() || labels == formats::k_empty_text) { return; }
    auto found = m_attribute_options.find_default(record, there, labels, is_list, arena);
    if (!found.unknown.empty()) {
        std::vector<std::string> known;
        for (std::size_t i = 0; there != nullptr && i < there->options.size(); ++i) {
            known.push_back(there->options[i].label);
        }
        const bool names_them = !known.empty() && known.size() <= k_most_labels;
        record.refusals.push_back(
            {*m_default, std::string(labels),
             fmt::format("names \"{}\", which is no option of the attribute{}",
                         util::printable(found.unknown),
                         names_them ? fmt::format("; it has: {}", fmt::join(known, ", ")) : "")});
        return;
    }
    if (!found.value) {
        remark(fmt::format("the default value of {} names several options of which some are new: "
                           "it comes when the file is loaded again",
                           text_of(record, 0, m_code)));
        found.value.emplace();
        found.value->is_for_new = true;
    }
    record.replace(0, *m_default, *found.value);
}

void ProductAttributeCompletion::complete_places(FileRecord& record, const schema::Attribute* there,
                                                 Arena& arena)
{
    const auto policy = m_options.on_duplicate;
    const bool changes_nothing =
        there != nullptr && (policy == OnDuplicate::skip || policy == OnDuplicate::error);
    const bool may_make = record.is_sound && record.refusals.empty() && !changes_nothing;
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (record[row].table != m_place->table) { continue; }
        const auto* said = record.find(row, m_place->set);
        const auto id = said->says == Says::name
                            ? m_names.find("attribute_set", said->text, schema::k_set_places)
                            : std::optional(parse_id(said->text));
        const bool is_known = id && m_names.has("attribute_set", *id, schema::k_set_places);
        record.set(row, m_place->entity_type, Value::named(k_products));
        std::uint32_t group = 0;
        std::uint32_t order = 0;
        // An unknown set is refused where its name becomes an id.
        if (is_known) {
            const auto now = there == nullptr ? std::nullopt : m_places->find(*id, there->id);
            const auto name = text_of(record, row, m_place->group);
            group = now && name.empty()
                        ? now->group
                        : group_of(*id, name.empty() ? k_default_group : name, may_make);
            order = now && now->group == group ? now->sort_order : m_places->next_order(group);
            record.replace(row, m_place->set, setting_id(*id, arena));
        }
        record.replace(row, m_place->group, target_id(group, arena));
        record.replace(row, m_place->sort_order, setting_id(order, arena));
    }
}

std::uint32_t ProductAttributeCompletion::group_of(std::uint32_t set, std::string_view name,
                                                   bool may_make)
{
    if (const auto known = m_places->group(set, name)) { return *known; }
    // Stands for one that no record gets to need.
    if (!may_make) { return k_first_made_up_id; }
    const auto group = m_make_group(set, name);
    m_places->add_group(set, name, group);
    remark(fmt::format("attribute_group: the destination {} {} in the set {}",
                       m_options.dry_run ? "would get" : "got", util::printable(name),
                       m_names.name_of("attribute_set", set)));
    return group;
}

} // namespace datasync::adapters
