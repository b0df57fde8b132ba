// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/plan_columns.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::schema {

namespace {

/// The column of value tables that names the row with the attributes.
constexpr std::string_view k_owner_of_value = "entity_id";
/// What holds for every row.
constexpr std::string_view k_any = "1 = 1";

bool is_temporal(const ColumnType& type)
{
    return type.data_type == "timestamp" || type.data_type == "datetime" ||
           type.data_type == "date";
}

bool names(std::span<const std::string_view> columns, std::string_view column)
{
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

} // namespace

std::string implicit_default(const ColumnType& type)
{
    const auto& kind = type.data_type;
    if (is_temporal(type)) { return kind == "date" ? "1970-01-01" : "1970-01-01 00:00:01"; }
    const bool is_text = kind.ends_with("char") || kind.ends_with("text") ||
                         kind.ends_with("blob") || kind.ends_with("binary");
    return is_text ? "" : "0";
}

ColumnPlanner::ColumnPlanner(const EntitySpec& spec, const Shop& source, const Shop& target,
                             std::span<const std::uint32_t> chosen)
    : m_spec(spec), m_source(source), m_target(target), m_chosen(chosen)
{
    std::vector<std::string> tables;
    for (const auto& table : spec.tables) { tables.push_back(target.table(table.table)); }
    target.connection().query(
        "SELECT table_name, column_name, referenced_table_name, referenced_column_name FROM "
        "information_schema.key_column_usage WHERE table_schema = DATABASE() AND "
        "referenced_table_name IS NOT NULL AND table_name IN (" +
            db::literal_list(tables) + ")",
        [&](const db::RowView& row) {
            m_foreign_keys.emplace(std::pair(row.string(0), row.string(1)),
                                   ForeignKey{row.string(2), row.string(3)});
        });
}

PlannedColumn ColumnPlanner::plan(const PlannedTable& table, const Column& from,
                                  const Column& to) const
{
    PlannedColumn column;
    column.name = from.name;
    column.source_type = from.type;
    column.target_type = to.type;
    column.target_default = to.default_value;
    column.has_default = to.has_default;
    for (const auto& reference : table.spec->references) {
        if (table.kind != TableKind::values && reference.column == from.name) {
            column.reference = &reference;
        }
    }
    for (const auto& text : table.spec->texts) {
        if (table.kind != TableKind::values && text.column == from.name) { column.text = &text; }
    }
    for (const auto& file : table.spec->files) {
        if (table.kind != TableKind::values && file.column == from.name) { column.file = &file; }
    }
    if (table.kind != TableKind::values) {
        column.is_emptied = names(table.spec->emptied, from.name);
        column.is_number = names(table.spec->numbers, from.name);
    }
    const auto [first, last] = m_foreign_keys.equal_range({m_target.table(table.name), to.name});
    std::transform(first, last, std::back_inserter(column.foreign_keys),
                   [](const auto& entry) { return entry.second; });
    // NULL does not fit a column that takes none, whatever the types say.
    column.must_check =
        !always_fits(from.type, to.type) || (from.type.nullable && !to.type.nullable);
    column.same_type =
        from.type.data_type == to.type.data_type && from.type.column_type == to.type.column_type;
    column.converts_zero_dates = m_target.is_strict() && is_temporal(to.type);
    return column;
}

std::optional<std::string> ColumnPlanner::left_behind(const PlannedTable& table,
                                                      const Column& column) const
{
    const auto name = db::quoted(column.name);
    const auto kind = known_type(column.type).kind;
    // Compared within its own family: MySQL refuses to compare a date with a text.
    const auto says_something = is_number(kind)      ? fmt::format(" AND {} <> 0", name)
                                : kind == Kind::text ? fmt::format(" AND {} <> ''", name)
                                                     : std::string();
    const auto rows = table.kind == TableKind::values
                          ? is_below_chosen(*table.spec, k_owner_of_value)
                          : belongs_to_chosen(*table.spec);
    const auto held = m_source.connection().value(
        fmt::format("SELECT COUNT(*) FROM {} WHERE {} IS NOT NULL{} AND {}",
                    m_source.quoted_table(table.name), name, says_something, rows));
    if (held.value_or("0") == "0") { return std::nullopt; }
    return fmt::format("column {}.{} does not exist on the destination: {} values are left behind",
                       table.name, column.name, *held);
}

std::string ColumnPlanner::is_chosen() const
{
    return belongs_to_chosen(m_spec.root());
}

std::string ColumnPlanner::belongs_to_chosen(const TableSpec& table) const
{
    // What a run along a tracker costs may grow with its changes, and not with the shop.
    if (&table == &m_spec.root()) { return is_below_chosen(table, table.key); }
    const auto& tables = m_spec.tables;
    const auto parent = std::find_if(tables.begin(), tables.end(), [&](const TableSpec& other) {
        return other.table == table.parent;
    });
    return parent == tables.end() ? std::string(k_any)
                                  : is_below_chosen(*parent, table.parent_column);
}

std::string ColumnPlanner::is_below_chosen(const TableSpec& parent, std::string_view column) const
{
    if (m_chosen.empty()) { return std::string(k_any); }
    const auto name = db::quoted(column);
    if (&parent == &m_spec.root()) {
        return fmt::format("{} IN ({})", name, db::id_list(m_chosen));
    }
    return fmt::format("{} IN (SELECT {} FROM {} WHERE {})", name, db::quoted(parent.key),
                       m_source.quoted_table(parent.table), belongs_to_chosen(parent));
}

} // namespace datasync::schema
