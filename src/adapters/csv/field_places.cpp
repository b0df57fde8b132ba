// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/field_places.hpp"

#include "util/edit_distance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace datasync::adapters {

namespace {

constexpr std::string_view k_static = "static";

std::string value_table(const FieldPlace& place)
{
    return fmt::format("{}_{}", place.spec->table, place.attribute->backend_type);
}

} // namespace

FieldPlaces::FieldPlaces(const formats::Shape& shape, const EntitySpec& spec,
                         const schema::Shop& shop)
    : m_shape(shape), m_spec(spec), m_shop(shop)
{
    update();
}

void FieldPlaces::update()
{
    for (auto field = m_places.size(); field < m_shape.fields().size(); ++field) {
        m_places.push_back(place_of(m_shape.fields()[field]));
    }
}

const schema::AttributeSet* FieldPlaces::attributes_of(const TableSpec& spec)
{
    const auto code = spec.eav.entity_type_code;
    if (code.empty()) { return nullptr; }
    auto found = m_attributes.find(code);
    if (found == m_attributes.end()) {
        found = m_attributes.emplace(code, schema::read_attributes(m_shop, code)).first;
    }
    return &found->second;
}

FieldPlace FieldPlaces::place_of(const formats::Field& field)
{
    FieldPlace place;
    const auto& table = m_shape.tables()[field.table].name;
    const auto spec = std::find_if(m_spec.tables.begin(), m_spec.tables.end(),
                                   [&](const TableSpec& other) { return other.table == table; });
    if (spec == m_spec.tables.end()) {
        throw std::logic_error(fmt::format("{} has no table {}", m_spec.name, table));
    }
    place.spec = &*spec;
    const auto* info = m_shop.find_table(table);
    const bool is_column = info != nullptr && info->find(field.name) != nullptr;
    if (is_column) {
        if (!field.store.empty()) { place.problem = "is the same in every store view"; }
        return place;
    }
    const auto* attributes = attributes_of(*spec);
    place.attribute = attributes == nullptr ? nullptr : attributes->find(field.name);
    if (place.attribute == nullptr || place.attribute->backend_type == k_static) {
        place.attribute = nullptr;
        place.problem = "is neither a column nor an attribute that the destination has";
    } else if (!field.store.empty() && !spec->eav.store_scoped) {
        place.problem = "is the same in every store view";
    }
    return place;
}

void FieldPlaces::set_stores(
    const std::function<std::optional<std::uint32_t>(std::string_view)>& store_id)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto& store = m_shape.fields()[i].store;
        if (store.empty()) { continue; }
        const auto id = store_id(store);
        m_places[i].store_id = id.value_or(0);
        if (!id && m_places[i].problem.empty()) {
            m_places[i].problem = "names a store view that the destination does not have";
        }
    }
}

std::vector<std::string> FieldPlaces::known_names() const
{
    std::vector<std::string> names;
    if (const auto* info = m_shop.find_table(m_spec.root().table)) {
        for (const auto& column : info->columns) { names.push_back(column.name); }
    }
    const auto found = m_attributes.find(m_spec.root().eav.entity_type_code);
    if (found == m_attributes.end()) { return names; }
    for (const auto& attribute : found->second.attributes) { names.push_back(attribute.code); }
    return names;
}

schema::SourceShape FieldPlaces::source_shape() const
{
    schema::SourceShape shape;
    const auto table_of = [&](const std::string& name) -> schema::SourceTable& {
        for (auto& table : shape.tables) {
            if (table.name == name) { return table; }
        }
        return shape.tables.emplace_back(schema::SourceTable{.name = name, .columns = {}});
    };
    for (const auto& table : m_shape.tables()) {
        auto& entry = table_of(table.name);
        entry.is_for_new = table.is_for_new;
        entry.is_partial = table.is_partial;
        entry.covered_column = table.covered_column;
        entry.covered = table.covered;
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto& field = m_shape.fields()[i];
        const auto& place = m_places[i];
        if (!place.problem.empty()) { continue; }
        if (place.attribute == nullptr) {
            table_of(m_shape.tables()[field.table].name)
                .columns.push_back({field.name, field.is_for_new});
            continue;
        }
        table_of(value_table(place));
        if (!field.is_for_new) {
            shape.covered_values.emplace(place.attribute->id, place.store_id);
        }
    }
    return shape;
}

void FieldPlaces::bind(const schema::AggregatePlan& plan)
{
    m_tables.clear();
    for (const auto& table : m_shape.tables()) {
        const int index = plan.find(table.name);
        if (index < 0) { throw std::logic_error("the plan lacks the table " + table.name); }
        m_tables.push_back(static_cast<std::size_t>(index));
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        auto& place = m_places[i];
        if (!place.problem.empty()) { continue; }
        const auto& field = m_shape.fields()[i];
        place.table = place.attribute == nullptr
                          ? m_tables[field.table]
                          : static_cast<std::size_t>(plan.find(value_table(place)));
        const auto& table = plan.tables[place.table];
        const int column = place.attribute == nullptr ? table.find(field.name) : table.value;
        if (column < 0) {
            place.problem = "is a column that the destination works out itself";
            continue;
        }
        place.column = static_cast<std::size_t>(column);
    }
}

} // namespace datasync::adapters
