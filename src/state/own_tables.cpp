// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Creates and upgrades the own tables; every step is recorded in datasync_schema_version.
#include "state/own_tables.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "state/registry_takeover.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::state {

namespace {

/// Error number of a table that is not there.
constexpr unsigned k_no_such_table = 1146;

/// Short keys, so that utf8mb4 fits the index limits; ROW_FORMAT is named because servers that
/// were upgraded for years may still default to one with 767-byte keys. Names of sources and
/// types compare without case: "Legacy" and "legacy" are one source.
constexpr std::string_view k_table_options =
    " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci";

/// An own table of one version: which, and its columns and keys.
struct TableDefinition {
    std::string OwnTables::*name;
    std::string_view body;
};

constexpr TableDefinition k_version_table = {
    &OwnTables::schema_version,
    "version INT UNSIGNED NOT NULL, installed_at DATETIME NOT NULL, PRIMARY KEY (version)"};

/// One row of datasync_source per identity a source has had: a source that was moved must still be
/// recognised at its old place.
constexpr std::array k_tables = {
    TableDefinition{&OwnTables::source,
                    "source_no SMALLINT UNSIGNED NOT NULL, source_system VARCHAR(50) NOT NULL, "
                    "identity VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, "
                    "first_seen_at DATETIME(6) NOT NULL, last_seen_at DATETIME(6) NOT NULL, "
                    "PRIMARY KEY (identity), KEY source_system (source_system), "
                    "KEY source_no (source_no)"},
    TableDefinition{&OwnTables::registry,
                    "registry_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, "
                    "source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
                    "source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, "
                    "external_ref VARCHAR(255) NULL, synced_at DATETIME NOT NULL, "
                    "metadata TEXT NULL, PRIMARY KEY (registry_id), "
                    "UNIQUE KEY source (source_system, entity_type, source_id), "
                    "KEY target (entity_type, target_id), KEY external_ref (external_ref)"},
    TableDefinition{&OwnTables::part,
                    "source_no SMALLINT UNSIGNED NOT NULL, part_type SMALLINT UNSIGNED NOT NULL, "
                    "source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, "
                    "PRIMARY KEY (source_no, part_type, source_id), "
                    "KEY target (part_type, target_id)"},
    TableDefinition{
        &OwnTables::deferred,
        "deferred_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, "
        "source_system VARCHAR(50) NOT NULL, owner_type VARCHAR(50) NOT NULL, "
        "owner_source_id INT UNSIGNED NOT NULL, table_name VARCHAR(64) NOT NULL, "
        "row_id INT UNSIGNED NOT NULL, column_name VARCHAR(64) NOT NULL, "
        "place VARCHAR(20) NOT NULL, `position` INT UNSIGNED NOT NULL, "
        "attribute_id INT UNSIGNED NOT NULL DEFAULT 0, store_id INT UNSIGNED NOT NULL DEFAULT 0, "
        "key_column VARCHAR(64) NOT NULL, target_type VARCHAR(50) NOT NULL, "
        "target_source_id INT UNSIGNED NOT NULL, created_at DATETIME NOT NULL, "
        "PRIMARY KEY (deferred_id), "
        "UNIQUE KEY owner (source_system, owner_type, owner_source_id, table_name, row_id, "
        "column_name, place, `position`, attribute_id, store_id), "
        "KEY target (source_system, target_type, target_source_id)"},
    TableDefinition{&OwnTables::delta_state,
                    "source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
                    "last_run_id BIGINT UNSIGNED NOT NULL, last_finished_at DATETIME NOT NULL, "
                    "PRIMARY KEY (source_system, entity_type)"},
    TableDefinition{
        &OwnTables::run,
        "run_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, source_system VARCHAR(50) NOT NULL, "
        "entity_type VARCHAR(50) NOT NULL, command VARCHAR(1024) NOT NULL, "
        "started_at DATETIME NOT NULL, finished_at DATETIME NULL, exit_code SMALLINT NULL, "
        "records_read BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "created BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "updated BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "merged BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "unchanged BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "skipped BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "held BIGINT UNSIGNED NOT NULL DEFAULT 0, failed BIGINT UNSIGNED NOT NULL DEFAULT 0, "
        "message TEXT NULL, PRIMARY KEY (run_id)"},
    TableDefinition{
        &OwnTables::rejected,
        "source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
        "source_id INT UNSIGNED NOT NULL, label VARCHAR(255) NOT NULL, "
        "outcome VARCHAR(10) NOT NULL, reason TEXT NOT NULL, first_seen_at DATETIME NOT NULL, "
        "last_seen_at DATETIME NOT NULL, attempts INT UNSIGNED NOT NULL, "
        "first_reason TEXT NULL, retry_at DATETIME NULL, change_seen VARCHAR(64) NULL, "
        "PRIMARY KEY (source_system, entity_type, source_id)"},
    TableDefinition{
        &OwnTables::removed,
        "removed_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, source_system VARCHAR(50) NOT NULL, "
        "entity_type VARCHAR(50) NOT NULL, source_id INT UNSIGNED NOT NULL, "
        "target_id INT UNSIGNED NOT NULL, label VARCHAR(255) NOT NULL, "
        "action VARCHAR(10) NOT NULL, removed_at DATETIME NOT NULL, PRIMARY KEY (removed_id), "
        "KEY removed (source_system, entity_type, removed_at)"},
};

/// The version this program makes and understands.
constexpr unsigned k_current_version = 3;

void create_table(db::Connection& destination, const OwnTables& tables,
                  const TableDefinition& definition)
{
    const std::string& name = tables.*definition.name;
    execute_guarded(destination, "CREATE", name,
                    fmt::format("CREATE TABLE IF NOT EXISTS {} ({}){}", db::quoted(name),
                                definition.body, k_table_options));
}

bool has_column(db::Connection& destination, const std::string& table, std::string_view column)
{
    return destination
        .value(db::bind("SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() "
                        "AND table_name = ? AND column_name = ?",
                        {table, column}))
        .has_value();
}

/// Version 2: values of attributes may wait as well, and what waits for attributes of products is
/// named as the entity type is.
void upgrade_to_version_2(db::Connection& destination, const OwnTables& tables)
{
    const auto deferred = db::quoted(tables.deferred);
    if (!has_column(destination, tables.deferred, "attribute_id")) {
        execute_guarded(
            destination, "ALTER", tables.deferred,
            fmt::format("ALTER TABLE {} ADD COLUMN attribute_id INT UNSIGNED NOT NULL DEFAULT 0 "
                        "AFTER `position`, ADD COLUMN store_id INT UNSIGNED NOT NULL DEFAULT 0 "
                        "AFTER attribute_id, DROP KEY owner, ADD UNIQUE KEY owner (source_system, "
                        "owner_type, owner_source_id, table_name, row_id, column_name, place, "
                        "`position`, attribute_id, store_id)",
                        deferred));
    }
    destination.execute(fmt::format("UPDATE {} SET target_type = 'productattribute' WHERE "
                                    "target_type = 'product_attribute'",
                                    deferred));
}

/// Version 3: what was first wrong with a record is kept, when it is tried again, and which of its
/// changes was seen.
void upgrade_to_version_3(db::Connection& destination, const OwnTables& tables)
{
    if (has_column(destination, tables.rejected, "first_reason")) { return; }
    execute_guarded(destination, "ALTER", tables.rejected,
                    fmt::format("ALTER TABLE {} ADD COLUMN first_reason TEXT NULL, ADD COLUMN "
                                "retry_at DATETIME NULL, ADD COLUMN change_seen VARCHAR(64) NULL",
                                db::quoted(tables.rejected)));
}

} // namespace

OwnTables::OwnTables(std::string_view prefix)
    : schema_version(fmt::format("{}datasync_schema_version", prefix)),
      source(fmt::format("{}datasync_source", prefix)),
      registry(fmt::format("{}datasync_entity_registry", prefix)),
      part(fmt::format("{}datasync_part_registry", prefix)),
      deferred(fmt::format("{}datasync_deferred_reference", prefix)),
      delta_state(fmt::format("{}datasync_delta_state", prefix)),
      run(fmt::format("{}datasync_run", prefix)),
      rejected(fmt::format("{}datasync_rejected_record", prefix)),
      removed(fmt::format("{}datasync_removed_record", prefix))
{
}

unsigned own_tables_version(db::Connection& destination, const OwnTables& tables)
{
    std::uint32_t version = 0;
    try {
        version = parse_id(destination
                               .value(fmt::format("SELECT MAX(version) FROM {}",
                                                  db::quoted(tables.schema_version)))
                               .value_or("0"));
    } catch (const db::DbError& error) {
        if (error.code() != k_no_such_table) { throw; }
    }
    if (version > k_current_version) {
        fatal(ExitCode::refused,
              "{}: the tables of DataSync in this database are of version {}, this program knows "
              "versions up to {}; upgrade datasync on this machine",
              destination.name(), version, k_current_version);
    }
    return version;
}

bool own_tables_exist(db::Connection& destination, const OwnTables& tables)
{
    return own_tables_version(destination, tables) > 0;
}

void require_current_tables(db::Connection& destination, const OwnTables& tables)
{
    const auto version = own_tables_version(destination, tables);
    if (version == 0 || version == k_current_version) { return; }
    fatal(ExitCode::refused,
          "{}: the tables of DataSync in this database are of version {}, this program's are of "
          "version {}; any run without --dry-run upgrades them",
          destination.name(), version, k_current_version);
}

void install_own_tables(db::Connection& destination, const OwnTables& tables)
{
    const auto version = own_tables_version(destination, tables);
    if (version == k_current_version) { return; }
    create_table(destination, tables, k_version_table);
    for (const TableDefinition& definition : k_tables) {
        create_table(destination, tables, definition);
    }
    if (version == 1) { upgrade_to_version_2(destination, tables); }
    if (version != 0) { upgrade_to_version_3(destination, tables); }
    take_over_registry(destination, tables.registry);
    // The version is written last: a run that dies before it finds nothing installed, and every
    // step can be done again.
    execute_guarded(destination, "SELECT, INSERT, UPDATE, DELETE", tables.schema_version,
                    fmt::format("INSERT INTO {} (version, installed_at) VALUES ({}, "
                                "UTC_TIMESTAMP()) ON DUPLICATE KEY UPDATE version = {}",
                                db::quoted(tables.schema_version), k_current_version,
                                k_current_version));
}

} // namespace datasync::state
