// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/code_tables.hpp"

#include "db/sql_text.hpp"
#include "schema/row_copy.hpp"

#include <fmt/format.h>

#include <set>

namespace datasync::schema {

namespace {

/// Of the rows that share a state, one is the default.
constexpr std::string_view k_state = "state";
constexpr std::string_view k_default = "is_default";

std::vector<std::string> missing_codes(const Shop& source, const Shop& target,
                                       const CodeTable& table)
{
    std::vector<std::string> codes;
    const auto column = db::quoted(table.code_column);
    source.connection().query(
        fmt::format("SELECT {0} FROM {1} ORDER BY {0}", column, source.quoted_table(table.table)),
        [&](const db::RowView& row) { codes.push_back(row.string(0)); });
    std::erase_if(codes, [&](const std::string& code) {
        return has_rows(target, table.table, equals(table.code_column, code));
    });
    return codes;
}

/// Takes the mark of a default back where its state has one already.
void keep_one_default(const Shop& target, std::string_view table, SettingRow& row)
{
    const auto state = row.find(k_state);
    const auto mark = row.find(k_default);
    if (state == row.end() || mark == row.end() || mark->second == "0") { return; }
    const auto has_default = equals(k_state, state->second.value_or("")) + " AND is_default <> 0";
    if (has_rows(target, table, has_default)) { mark->second = "0"; }
}

void copy_code(const Shop& source, const Shop& target, const CodeTable& table,
               std::string_view code, const Settings& settings)
{
    // Left-overs of a code that was deleted count as the destination's own.
    if (target.find_table(table.table) == nullptr ||
        has_rows(target, table.table, equals(table.code_column, code))) {
        return;
    }
    // Where several stores become one, the first row counts.
    std::set<std::uint32_t> scopes_done;
    for (auto row : read_rows(source, target, table.table, table.code_column, code)) {
        if (!table.scope.empty()) {
            auto& id = row[std::string(table.scope) + "_id"];
            const auto mapped = settings.get(table.scope).target(parse_id(id.value_or("0")));
            if (!mapped || !scopes_done.insert(*mapped).second) { continue; }
            id = std::to_string(*mapped);
        }
        keep_one_default(target, table.table, row);
        insert_row(target, table.table, row);
    }
}

} // namespace

std::vector<std::string> create_missing_codes(const Shop& source, const Shop& target,
                                              std::span<const CodeTable> tables,
                                              const Settings& settings, bool pretend)
{
    const bool is_known = !tables.empty() && source.find_table(tables.front().table) != nullptr &&
                          target.find_table(tables.front().table) != nullptr;
    if (!is_known) { return {}; }
    auto codes = missing_codes(source, target, tables.front());
    if (pretend) { return codes; }
    for (const auto& code : codes) {
        for (const auto& table : tables) { copy_code(source, target, table, code, settings); }
    }
    return codes;
}

} // namespace datasync::schema
