// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/row_copy.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

namespace datasync::schema {

std::vector<std::string> shared_columns(const TableInfo& source, const TableInfo& target)
{
    std::vector<std::string> shared;
    for (const auto& column : source.columns) {
        const auto* counterpart = target.find(column.name);
        if (counterpart != nullptr && !counterpart->generated) { shared.push_back(column.name); }
    }
    return shared;
}

std::vector<SettingRow> read_rows(const Shop& source, const Shop& target, std::string_view table,
                                  std::string_view column, std::string_view value)
{
    std::vector<SettingRow> rows;
    const auto* from = source.find_table(table);
    const auto* to = target.find_table(table);
    if (from == nullptr || to == nullptr) { return rows; }
    const auto columns = shared_columns(*from, *to);
    std::string list;
    for (const auto& name : columns) { list += (list.empty() ? "" : ", ") + db::quoted(name); }
    source.connection().query(
        fmt::format("SELECT {} FROM {} WHERE {} = {}", list, source.quoted_table(table),
                    db::quoted(column), db::literal(value)),
        [&](const db::RowView& view) {
            SettingRow row;
            for (unsigned i = 0; i < view.columns(); ++i) {
                row[columns[i]] =
                    view.is_null(i) ? std::nullopt : std::optional<std::string>(view.string(i));
            }
            rows.push_back(std::move(row));
        });
    return rows;
}

std::vector<SettingRow> read_rows(const Shop& source, const Shop& target, std::string_view table,
                                  std::string_view column, std::uint32_t id)
{
    return read_rows(source, target, table, column, std::to_string(id));
}

std::string equals(std::string_view column, std::string_view value)
{
    return db::quoted(column) + db::bind(" = ?", {value});
}

bool has_rows(const Shop& shop, std::string_view table, std::string_view conditions)
{
    return shop.connection()
        .value(
            fmt::format("SELECT 1 FROM {} WHERE {} LIMIT 1", shop.quoted_table(table), conditions))
        .has_value();
}

std::uint32_t insert_row(const Shop& target, std::string_view table, const SettingRow& row)
{
    std::string names;
    std::string values;
    for (const auto& [name, value] : row) {
        if (!names.empty()) {
            names += ", ";
            values += ", ";
        }
        names += db::quoted(name);
        values += value ? db::literal(*value) : "NULL";
    }
    const auto done = target.connection().execute(
        fmt::format("INSERT INTO {} ({}) VALUES ({})", target.quoted_table(table), names, values));
    return static_cast<std::uint32_t>(done.last_insert_id);
}

} // namespace datasync::schema
