// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/value_mapper.hpp"

#include "schema/scope_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// The column of value tables that holds the value.
constexpr std::string_view k_value = "value";

/// "varchar" for customer_entity_varchar.
std::string_view backend_of(const schema::PlannedTable& values)
{
    return std::string_view(values.name).substr(values.spec->table.size() + 1);
}

} // namespace

ValueMapper::ValueMapper(const schema::AggregatePlan& plan, const schema::Settings& settings,
                         const ReferenceTable& references, TextMapper& texts)
    : m_plan(plan),
      m_settings(settings),
      m_references(references),
      m_texts(texts),
      m_order(settings)
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
    m_values_of_stores.clear();
    for (const auto row : m_order.of(plan, in)) {
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
    const auto found_in = backend_of(m_plan.tables[table]);
    // What lies in another table than the attribute's own is left over from when that was another
    // one. Shops read it in one place and not in another, which only the same table gives them.
    const bool is_left_over = attribute.source_backend != found_in;
    if (attribute.target_id == 0 || attribute.target_backend == "static" || is_left_over ||
        attribute.target_backend == found_in) {
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
    auto value = in.row(at.row)[plan.value];
    auto& open = m_pass->out().open_references;
    const auto open_before = open.size();
    const auto leave_out = [&] { open.resize(open_before); };
    const bool keeps = m_pass->in().kept.contains({at.table, at.row});
    if (!keeps && !map_value(attribute, at, value)) {
        leave_out();
        return;
    }
    if (into < 0) {
        m_pass->invalid(at, fmt::format("{}: attribute {} is of type {} on the destination, which "
                                        "has no table for such values",
                                        plan.name, attribute.code, attribute.target_backend));
        leave_out();
        return;
    }
    const auto& target = m_plan.tables[static_cast<std::size_t>(into)];
    const auto& column = target.columns[static_cast<std::size_t>(target.value)];
    const bool look = !keeps && (column.must_check || column.converts_zero_dates ||
                                 into != static_cast<int>(at.table));
    if (look && !value.is_pending_id() && !m_pass->check_value(column, at, value, attribute.code)) {
        leave_out();
        return;
    }
    add_value(attribute, at, into, value, open_before);
}

void ValueMapper::add_value(const schema::MappedAttribute& attribute, const Position& at, int into,
                            Cell value, std::size_t open_before)
{
    const auto& plan = m_pass->table(at);
    const auto& in = m_pass->in().tables[at.table];
    const auto& target = m_plan.tables[static_cast<std::size_t>(into)];
    auto& open = m_pass->out().open_references;
    auto& rows = m_pass->out().tables[static_cast<std::size_t>(into)];
    const auto parent = static_cast<std::size_t>(plan.parent);
    const auto parent_row = m_pass->out_row(parent, in.parent_row(at.row));
    auto store = DeferredReference::k_no_store;
    if (target.store >= 0) {
        const auto source_store = parse_id(in.row(at.row)[plan.store].text());
        const auto mapped = m_settings.get("store").target(source_store);
        if (!mapped || parent_row == k_left_behind) {
            const bool exists = m_settings.get("store").known_source(source_store);
            if (!mapped && exists) {
                m_pass->refuse_scope(at, m_settings.get("store"), source_store);
            }
            if (!mapped && !exists) {
                m_pass->lost(
                    fmt::format("{}: values of stores that do not exist were left out", plan.name));
            }
            open.resize(open_before);
            return;
        }
        store = *mapped;
        if (m_order.merges_stores() && !is_first(into, parent_row, attribute.target_id, store)) {
            open.resize(open_before);
            return;
        }
    }
    auto* out = rows.add_row(at.record, parent_row);
    out[target.parent_column] = Cell::id_of_row(parent, parent_row);
    out[target.attribute] = m_pass->out().id_cell(attribute.target_id);
    out[target.value] = value;
    if (target.store >= 0) { out[target.store] = m_pass->out().id_cell(store); }
    if (m_pass->in().kept.contains({at.table, at.row})) {
        m_pass->out().placeholders.emplace(static_cast<std::size_t>(into), rows.rows() - 1);
    }
    for (auto i = open_before; i < open.size(); ++i) {
        open[i].table = static_cast<std::size_t>(into);
        open[i].row = rows.rows() - 1;
        open[i].reference.attribute_id = attribute.target_id;
        open[i].reference.store_id = store;
    }
}

bool ValueMapper::is_first(int table, std::uint32_t parent_row, std::uint32_t attribute,
                           std::uint32_t store)
{
    return m_values_of_stores.emplace(table, parent_row, attribute, store).second;
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
    case schema::ValueRule::text:
        m_texts.map(*m_pass, *attribute.text, k_value, at, cell);
        return true;
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
        if (attribute.when_missing == WhenMissing::hold && setting->known_source(id)) {
            m_pass->problem(at, Outcome::held,
                            fmt::format("{}: {} {} does not exist on the destination; create it "
                                        "there",
                                        m_pass->where(at, attribute.code), attribute.to,
                                        setting->describe(id)));
            return false;
        }
    } else if (const int part = m_plan.find_part(attribute.to); part >= 0) {
        const auto row = m_pass->part_row(static_cast<std::size_t>(part), id, at.record);
        if (row >= 0) {
            cell = Cell::id_of_row(static_cast<std::size_t>(part), static_cast<std::size_t>(row));
            return true;
        }
    } else if (id != 0) {
        const auto record = m_references.find(attribute.to, id);
        if (record.target_id != 0) {
            cell = m_pass->out().id_cell(record.target_id);
            return true;
        }
        if (record.exists && attribute.when_missing == WhenMissing::deliver_later) {
            m_pass->leave_open(at, {k_value}, attribute.to, id);
            cell = Cell();
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
