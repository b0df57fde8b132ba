// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Compares the registry table with what the program needs and alters what differs.
#include "state/registry_takeover.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace datasync::state {

namespace {

/// Error number of a key that has the same values twice.
constexpr unsigned k_duplicate_entry = 1062;

/// Columns without which a table is no registry: nothing could be made up for their rows.
constexpr std::array<std::string_view, 4> k_essential = {"source_system", "entity_type",
                                                         "source_id", "target_id"};

/// Collation and least length of the names in all own tables.
constexpr std::string_view k_collation = "utf8mb4_general_ci";
constexpr std::uint32_t k_name_chars = 50;

/// A column that can be added to rows which are there already.
struct LateColumn {
    std::string_view name;
    std::string_view definition;
};
constexpr std::array k_late = {
    LateColumn{"external_ref", "external_ref VARCHAR(255) NULL"},
    LateColumn{"synced_at", "synced_at DATETIME NULL"},
    LateColumn{"metadata", "metadata TEXT NULL"},
};

/// A key that lookups depend on.
struct NeededKey {
    std::vector<std::string> columns;
    bool unique;
};

/// What information_schema says of a column.
struct ColumnFacts {
    std::string type;
    std::string collation;
    std::uint32_t max_chars = 0;
    bool must_be_given = false; ///< NOT NULL without a default.
};

/// What information_schema says of a key.
struct KeyFacts {
    std::vector<std::string> columns;
    bool unique = false;
};

/// The shape a registry table has.
struct TableFacts {
    std::string engine;
    std::map<std::string, ColumnFacts> columns;
    std::map<std::string, KeyFacts> keys;
};

TableFacts read_table_facts(db::Connection& destination, const std::string& table)
{
    TableFacts facts;
    constexpr std::string_view k_here = " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?";
    facts.engine = util::to_lower(destination
                                      .value(db::bind(fmt::format("SELECT ENGINE FROM "
                                                                  "information_schema.TABLES{}",
                                                                  k_here),
                                                      {table}))
                                      .value_or(""));
    destination.query(
        db::bind(fmt::format("SELECT COLUMN_NAME, DATA_TYPE, COLLATION_NAME, "
                             "CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE = 'NO' AND "
                             "COLUMN_DEFAULT IS NULL AND EXTRA NOT LIKE '%auto_increment%' AND "
                             "EXTRA NOT LIKE '%GENERATED%' FROM information_schema.COLUMNS{}",
                             k_here),
                 {table}),
        [&](const db::RowView& row) {
            facts.columns[util::to_lower(row.text(0))] = {util::to_lower(row.text(1)),
                                                          util::to_lower(row.text(2)), row.id(3),
                                                          row.text(4) == "1"};
        });
    destination.query(
        db::bind(fmt::format("SELECT INDEX_NAME, COLUMN_NAME, NON_UNIQUE, SUB_PART FROM "
                             "information_schema.STATISTICS{} ORDER BY INDEX_NAME, SEQ_IN_INDEX",
                             k_here),
                 {table}),
        [&](const db::RowView& row) {
            KeyFacts& key = facts.keys[util::to_lower(row.text(0))];
            // A key over the beginning of a column is told apart by a name no column has.
            key.columns.push_back(util::to_lower(row.text(1)) + (row.is_null(3) ? "" : "(part)"));
            key.unique = row.text(2) == "0";
        });
    return facts;
}

bool has_key(const TableFacts& facts, const NeededKey& needed)
{
    return std::any_of(facts.keys.begin(), facts.keys.end(), [&](const auto& entry) {
        const KeyFacts& key = entry.second;
        if (needed.unique) { return key.unique && key.columns == needed.columns; }
        return key.columns.size() >= needed.columns.size() &&
               std::equal(needed.columns.begin(), needed.columns.end(), key.columns.begin());
    });
}

void refuse_foreign_table(const TableFacts& facts, const std::string& table)
{
    for (const auto name : k_essential) {
        if (!facts.columns.contains(std::string(name))) {
            fatal(ExitCode::refused,
                  "the table {} exists but is no registry, it has no column {}; rename that table "
                  "and run again",
                  table, name);
        }
    }
    for (const auto& [name, column] : facts.columns) {
        const auto is_name = [&name = name](std::string_view known) { return known == name; };
        if (column.must_be_given && name != "synced_at" &&
            std::none_of(k_essential.begin(), k_essential.end(), is_name)) {
            fatal(ExitCode::refused,
                  "the table {} has a column {} that needs a value in every row, which DataSync "
                  "does not know; give that column a default and run again",
                  table, name);
        }
    }
}

/// What ALTER TABLE has to do; empty for a table that is as it should be.
std::vector<std::string> needed_changes(const TableFacts& facts)
{
    static const std::array<NeededKey, 3> needed_keys = {
        NeededKey{{"source_system", "entity_type", "source_id"}, true},
        NeededKey{{"entity_type", "target_id"}, false},
        NeededKey{{"external_ref"}, false},
    };
    std::vector<std::string> changes;
    // A registry that is not transactional would remember records of batches rolled back.
    if (facts.engine != "innodb") { changes.emplace_back("ENGINE=InnoDB"); }
    // Joins with the other own tables need one collation, or they fail or read every row.
    for (const std::string name : {"source_system", "entity_type"}) {
        const ColumnFacts& column = facts.columns.at(name);
        if (column.collation != k_collation) {
            changes.push_back(fmt::format("MODIFY COLUMN {} VARCHAR({}) CHARACTER SET utf8mb4 "
                                          "COLLATE {} NOT NULL",
                                          name, std::max(column.max_chars, k_name_chars),
                                          k_collation));
        }
    }
    for (const LateColumn& column : k_late) {
        const auto found = facts.columns.find(std::string(column.name));
        if (found == facts.columns.end()) {
            changes.push_back(fmt::format("ADD COLUMN {}", column.definition));
        } else if (found->second.type == "timestamp") {
            // The time written is UTC, and a TIMESTAMP refuses it in the hour that the session's
            // time zone skips in spring.
            changes.push_back(fmt::format("MODIFY COLUMN {}", column.definition));
        }
    }
    if (!facts.keys.contains("primary")) {
        changes.emplace_back(!facts.columns.contains("registry_id")
                                 ? "ADD COLUMN registry_id BIGINT UNSIGNED NOT NULL "
                                   "AUTO_INCREMENT PRIMARY KEY FIRST"
                                 : "ADD PRIMARY KEY (registry_id)");
    }
    for (const NeededKey& key : needed_keys) {
        // The server chooses the names, as ours may be taken by a key over other columns.
        if (!has_key(facts, key)) {
            changes.push_back(fmt::format("ADD {} ({})", key.unique ? "UNIQUE KEY" : "KEY",
                                          fmt::join(key.columns, ", ")));
        }
    }
    return changes;
}

} // namespace

void execute_guarded(db::Connection& destination, std::string_view privileges,
                     const std::string& table, std::string_view sql)
{
    try {
        destination.execute(sql);
    } catch (const db::DbError& error) {
        if (error.kind() != db::DbErrorKind::rights) { throw; }
        const std::string account = destination.value("SELECT CURRENT_USER()").value_or("@");
        const std::string database = destination.value("SELECT DATABASE()").value_or("");
        const auto at = account.rfind('@');
        fatal(ExitCode::refused,
              "{}: the table {} cannot be installed, a right is missing ({}); let an administrator "
              "run: GRANT {} ON {}.* TO {}@{}",
              destination.name(), table, error.what(), privileges, db::quoted(database),
              db::literal(std::string_view(account).substr(0, at)),
              db::literal(std::string_view(account).substr(at + 1)));
    }
}

void take_over_registry(db::Connection& destination, const std::string& table)
{
    const TableFacts facts = read_table_facts(destination, table);
    refuse_foreign_table(facts, table);
    const std::vector<std::string> changes = needed_changes(facts);
    if (changes.empty()) { return; }
    try {
        execute_guarded(
            destination, "ALTER, CREATE, INSERT, INDEX", table,
            fmt::format("ALTER TABLE {} {}", db::quoted(table), fmt::join(changes, ", ")));
    } catch (const db::DbError& error) {
        if (error.code() != k_duplicate_entry) { throw; }
        fatal(ExitCode::refused,
              "{}: the table {} holds the same record of a source twice ({}); remove the wrong row "
              "of each pair and run again",
              destination.name(), table, error.what());
    }
}

} // namespace datasync::state
