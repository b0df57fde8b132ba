// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/value_mapper.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// "varchar" for customer_entity_varchar.
std::string_view backend_of(const schema::PlannedTable& values)
{
    return std::string_view(values.name).substr(values.spec->table.size() + 1);
}

} // namespace

ValueMapper::ValueMapper(const schema::AggregatePlan& plan, const schema::Settings& settings)
    : m_plan(plan), m_settings(settings)
{
}

void ValueMapper::map(MappingPass& pass, std::size_t table)
{
    m_pass = &pass;
    const auto& plan = m_plan.tables[table];
    const auto& in = pass.in().tables[table];
    const auto& attributes = m_plan.eav.at(plan.parent);
    const schema::MappedAttribute* attribute = nullptr;
    std::uint32_t attribute_id = 0;
    int into = -1;
    for (std::size_t row = 0; row < in.rows(); ++row) {
        const auto id = parse_id(in.row(row)[plan.attribute].text());
        if (attribute == nullptr || id != attribute_id) {
            attribute = attributes.find(id);
            attribute_id = id;
            into = attribute == nullptr ? -1 : table_for(*attribute, table);
        }
        if (attribute == nullptr) {
            pass.remark(fmt::format("{}: values of attributes that the source itself no longer "
                                    "defines are left behind",
                                    plan.name));
        } else if (attribute->target_id != 0) {
            map_row(*attribute, {table, row, in.record(row)}, into);
        }
    }
}

int ValueMapper::table_for(const schema::MappedAttribute& attribute, std::size_t table) const
{
    if (attribute.target_id == 0 || attribute.target_backend == "static" ||
        attribute.target_backend == backend_of(m_plan.tables[table])) {
        return static_cast<int>(table);
    }
    return m_plan.find(
        fmt::format("{}_{}", m_plan.tables[table].spec->table, attribute.target_backend));
}

void ValueMapper::map_row(const schema::MappedAttribute& attribute, const Position& at, int into)
{
    const auto& plan = m_pass->table(at);
    const auto& in = m_pass->in().tables[at.table];
    if (attribute.source_backend != backend_of(plan) &&
        schema::is_left_over(m_plan, m_pass->in().tables, attribute.source_backend,
                             {at.table, at.row})) {
        m_pass->remark(fmt::format("{}: values of attribute {} are left behind, its own are of "
                                   "type {}",
                                   plan.name, attribute.code, attribute.source_backend));
        return;
    }
    const auto* cells = in.row(at.row);
    auto value = cells[plan.value];
    if (!map_value(attribute, at, value)) { return; }
    if (into < 0) {
        m_pass->invalid(at, fmt::format("{}: attribute {} is of type {} on the destination, which "
                                        "has no table for such values",
                                        plan.name, attribute.code, attribute.target_backend));
        return;
    }
    const auto& target = m_plan.tables[static_cast<std::size_t>(into)];
    const auto& column = target.columns[static_cast<std::size_t>(target.value)];
    const bool look =
        column.must_check || column.converts_zero_dates || into != static_cast<int>(at.table);
    if (look && !value.is_pending_id() && !m_pass->check_value(column, at, value, attribute.code)) {
        return;
    }
    auto& rows = m_pass->out().tables[static_cast<std::size_t>(into)];
    auto* out = rows.add_row(at.record, in.parent_row(at.row));
    out[target.parent_column] =
        Cell::id_of_row(static_cast<std::size_t>(plan.parent), in.parent_row(at.row));
    out[target.attribute] = m_pass->out().id_cell(attribute.target_id);
    out[target.value] = value;
    if (target.store < 0) { return; }
    out[target.store] = cells[plan.store];
    const auto store = m_settings.get("store").target(parse_id(cells[plan.store].text()));
    if (store) { out[target.store] = m_pass->out().id_cell(*store); }
}

bool ValueMapper::map_value(const schema::MappedAttribute& attribute, const Position& at,
                            Cell& cell)
{
    if (cell.is_null()) { return true; }
    if (attribute.incompatible) {
        m_pass->invalid(at, fmt::format("{}: attribute {} is {} here and {} on the destination",
                                        m_plan.tables[at.table].name, attribute.code,
                                        attribute.source_backend, attribute.target_backend));
        return false;
    }
    switch (attribute.rule) {
    case schema::ValueRule::plain:
        return true;
    case schema::ValueRule::option_list:
        return map_option_list(attribute, cell);
    case schema::ValueRule::option: {
        const auto id = parse_id(cell.text());
        if (id == 0) { return true; }
        const auto option = attribute.options.find(id);
        if (option != attribute.options.end()) {
            cell = m_pass->out().id_cell(option->second);
            return true;
        }
        m_pass->lost(fmt::format("values of attribute {} that name an option without "
                                 "counterpart were emptied",
                                 attribute.code));
        return false;
    }
    case schema::ValueRule::setting:
    case schema::ValueRule::record:
        return map_referring_value(attribute, at, cell);
    }
    return true;
}

bool ValueMapper::map_option_list(const schema::MappedAttribute& attribute, Cell& cell)
{
    std::string list;
    for (auto rest = cell.text(); !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        const auto id = parse_id(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (id == 0) { continue; }
        const auto option = attribute.options.find(id);
        if (option == attribute.options.end()) {
            m_pass->lost(fmt::format("values of attribute {} that name an option without "
                                     "counterpart were emptied",
                                     attribute.code));
            continue;
        }
        list += fmt::format("{}{}", list.empty() ? "" : ",", option->second);
    }
    cell = Cell(m_pass->out().arena.store(list), list.size());
    return true;
}

bool ValueMapper::map_referring_value(const schema::MappedAttribute& attribute, const Position& at,
                                      Cell& cell)
{
    const auto id = parse_id(cell.text());
    if (const auto* setting = m_settings.find(attribute.to)) {
        if (const auto target = setting->target(id)) {
            cell = m_pass->out().id_cell(*target);
            return true;
        }
    } else if (const int part = m_plan.find_part(attribute.to); part >= 0) {
        const auto row = m_pass->part_row(static_cast<std::size_t>(part), id, at.record);
        if (row >= 0) {
            cell = Cell::id_of_row(static_cast<std::size_t>(part), static_cast<std::size_t>(row));
            return true;
        }
    }
    if (id == 0) { return true; }
    m_pass->lost(fmt::format("values of attribute {} pointed at a {} that does not exist and "
                             "were left out",
                             attribute.code, attribute.to));
    return false;
}

} // namespace datasync::engine
