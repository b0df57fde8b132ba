// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/scope_check.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::schema {

namespace {

/// The kind of scope that a column names, "" for none.
std::string_view scope_of(const PlannedTable& table, std::size_t column)
{
    if (table.kind == TableKind::values) {
        return table.store == static_cast<int>(column) ? "store" : "";
    }
    const auto* reference = table.columns[column].reference;
    const auto kind = reference == nullptr ? std::string_view{} : reference->to;
    return kind == "store" || kind == "website" ? kind : std::string_view{};
}

} // namespace

void check_scopes(const Shop& source, const AggregatePlan& plan, const Settings& settings)
{
    for (const auto& table : plan.tables) {
        if (!table.read_from.empty()) { continue; }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto kind = scope_of(table, i);
            if (kind.empty()) { continue; }
            const auto& column = table.columns[i];
            const auto& setting = settings.get(kind);
            const auto name = db::quoted(column.name);
            source.connection().query(
                fmt::format("SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL{2} ORDER BY {0}",
                            name, source.quoted_table(table.name),
                            table.kind == TableKind::root ? plan.source_condition : ""),
                [&](const db::RowView& row) {
                    const auto id = row.id(0);
                    if (!setting.known_source(id) || setting.target(id)) { return; }
                    fatal(ExitCode::refused, "{}",
                          scope_refusal(setting, id,
                                        fmt::format(" (used in {}.{})", table.name, column.name)));
                });
        }
    }
}

std::string scope_refusal(const SettingMap& setting, std::uint32_t id, std::string_view used_in)
{
    return fmt::format("source {0} {1}{2} has no counterpart on the destination, which has: {3}; "
                       "name one with --map-{0} CODE=CODE",
                       setting.name(), setting.describe(id), used_in, setting.choices());
}

void check_write_rights(const Shop& target, std::span<const std::string> tables)
{
    auto& connection = target.connection();
    for (const auto& table : tables) {
        const auto* info = target.find_table(table);
        if (info == nullptr) { continue; }
        const auto name = target.quoted_table(table);
        // Named, because MySQL takes no value for a computed column, not even in an explanation.
        std::string columns;
        std::string column;
        for (const auto& stored : info->columns) {
            if (stored.generated) { continue; }
            column = db::quoted(stored.name);
            columns += (columns.empty() ? "" : ", ") + column;
        }
        // EXPLAIN asks for the rights of the statement it explains, and runs nothing.
        const std::array<std::string, 3> statements = {
            fmt::format("EXPLAIN INSERT INTO {0} ({1}) SELECT {1} FROM {0} WHERE 1 = 0", name,
                        columns),
            fmt::format("EXPLAIN UPDATE {0} SET {1} = {1} WHERE 1 = 0", name, column),
            fmt::format("EXPLAIN DELETE FROM {0} WHERE 1 = 0", name)};
        for (const auto& statement : statements) {
            try {
                connection.query(statement, [](const db::RowView&) {});
            } catch (const db::DbError& error) {
                if (error.kind() != db::DbErrorKind::rights) { throw; }
                fatal(ExitCode::refused, "{} user may not write table {}; grant it with: {}",
                      connection.name(), target.table(table),
                      grant_for(connection, "SELECT, INSERT, UPDATE, DELETE, CREATE"));
            }
        }
    }
}

} // namespace datasync::schema
