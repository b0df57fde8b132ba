// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Installing the own tables, and taking over the registry of the PHP module.
#include "db/own_tables_fixture.hpp"

#include "datasync/error.hpp"
#include "state/registry.hpp"

#include <gtest/gtest.h>

namespace datasync::state {
namespace {

using OwnTablesDbTest = OwnTablesFixture;

/// The message of the refusal; empty when the installation went through.
std::string refusal(db::Connection& connection, const OwnTables& tables)
{
    try {
        install_own_tables(connection, tables);
    } catch (const FatalError& error) {
        EXPECT_EQ(error.exit_code(), ExitCode::refused);
        return error.what();
    }
    return {};
}

TEST_F(OwnTablesDbTest, NamesCarryThePrefix)
{
    EXPECT_EQ(OwnTables("shop_").registry, "shop_datasync_entity_registry");
    EXPECT_EQ(OwnTables("").run, "datasync_run");
}

TEST_F(OwnTablesDbTest, AreThereAfterTheInstallationAndNotBefore)
{
    EXPECT_FALSE(own_tables_exist(connection(), tables()));
    EXPECT_EQ(value("SELECT COUNT(*) FROM information_schema.TABLES "
                    "WHERE TABLE_SCHEMA = DATABASE()"),
              "0");
    install();
    EXPECT_TRUE(own_tables_exist(connection(), tables()));
    EXPECT_EQ(value("SELECT COUNT(*) FROM information_schema.TABLES "
                    "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE 'shop\\_datasync\\_%' "
                    "AND ENGINE = 'InnoDB'"),
              "9");
}

TEST_F(OwnTablesDbTest, EveryTableHasAPrimaryKey)
{
    install();
    EXPECT_EQ(value("SELECT COUNT(*) FROM information_schema.STATISTICS WHERE "
                    "TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' AND SEQ_IN_INDEX = 1"),
              "9");
}

TEST_F(OwnTablesDbTest, ASecondInstallationChangesNothing)
{
    install();
    exec("INSERT INTO shop_datasync_entity_registry (source_system, entity_type, source_id, "
         "target_id, synced_at) VALUES ('legacy', 'customer', 1, 11, '2020-01-01')");
    const auto installed_at = value("SELECT installed_at FROM shop_datasync_schema_version");
    install();
    EXPECT_EQ(value("SELECT target_id FROM shop_datasync_entity_registry"), "11");
    EXPECT_EQ(value("SELECT installed_at FROM shop_datasync_schema_version"), installed_at);
}

TEST_F(OwnTablesDbTest, AnInstallationThatDiedHalfwayIsNoInstallationAndIsFinished)
{
    install();
    exec("DELETE FROM shop_datasync_schema_version");
    exec("DROP TABLE shop_datasync_run");
    EXPECT_FALSE(own_tables_exist(connection(), tables()));
    install();
    EXPECT_TRUE(own_tables_exist(connection(), tables()));
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_run"), "0");
}

TEST_F(OwnTablesDbTest, TablesOfANewerProgramAreRefused)
{
    install();
    exec("INSERT INTO shop_datasync_schema_version VALUES (99, '2030-01-01')");
    const std::string message = refusal(connection(), tables());
    EXPECT_NE(message.find("version 99"), std::string::npos) << message;
    EXPECT_NE(message.find("upgrade datasync"), std::string::npos) << message;
    EXPECT_THROW(own_tables_exist(connection(), tables()), FatalError);
}

/// What version 2 left of the list of rejected records, with one of them.
void make_version_2(OwnTablesFixture& fixture)
{
    fixture.exec("DROP TABLE shop_datasync_removed_record");
    fixture.exec("ALTER TABLE shop_datasync_rejected_record DROP COLUMN first_reason, "
                 "DROP COLUMN retry_at, DROP COLUMN change_seen");
    fixture.exec("INSERT INTO shop_datasync_rejected_record VALUES ('legacy', 'customer', 5, 'a', "
                 "'failed', 'why', '2020-01-01', '2020-01-02', 3)");
    fixture.exec("UPDATE shop_datasync_schema_version SET version = 2");
}

TEST_F(OwnTablesDbTest, TablesOfVersion2AreBroughtUpToDateWithTheirRows)
{
    install();
    const std::string columns =
        "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE FROM information_schema.COLUMNS "
        "WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION";
    const auto fresh = rows(columns);
    make_version_2(*this);
    EXPECT_THROW(require_current_tables(connection(), tables()), FatalError);
    install();
    EXPECT_EQ(rows(columns), fresh);
    EXPECT_EQ(value("SELECT MAX(version) FROM shop_datasync_schema_version"), "3");
    EXPECT_EQ(rows("SELECT source_id, reason, attempts, first_reason, retry_at, change_seen "
                   "FROM shop_datasync_rejected_record"),
              (Rows{{"5", "why", "3", "NULL", "NULL", "NULL"}}));
    install();
    EXPECT_EQ(rows(columns), fresh);
}

TEST_F(OwnTablesDbTest, TablesOfVersion1AreBroughtUpToDate)
{
    install();
    make_version_2(*this);
    exec("ALTER TABLE shop_datasync_deferred_reference DROP KEY owner, DROP COLUMN attribute_id, "
         "DROP COLUMN store_id, ADD UNIQUE KEY owner (source_system, owner_type, owner_source_id, "
         "table_name, row_id, column_name, place, `position`)");
    exec("UPDATE shop_datasync_schema_version SET version = 1");
    install();
    EXPECT_EQ(value("SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                    "DATABASE() AND COLUMN_NAME IN ('attribute_id', 'first_reason', 'removed_at')"),
              "3");
}

TEST_F(OwnTablesDbTest, AnUpgradeThatDiedHalfwayIsFinished)
{
    install();
    exec("DROP TABLE shop_datasync_removed_record");
    exec("UPDATE shop_datasync_schema_version SET version = 2");
    install();
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_removed_record"), "0");
    EXPECT_EQ(value("SELECT MAX(version) FROM shop_datasync_schema_version"), "3");
}

TEST_F(OwnTablesDbTest, AnUpgradeWithoutTheRightIsRefusedWithTheGrantThatGivesIt)
{
    install();
    make_version_2(*this);
    const RestrictedUser user(*this, "SELECT, INSERT, UPDATE, DELETE, CREATE");
    db::Connection restricted(user.settings(), "destination");
    const std::string message = refusal(restricted, tables());
    EXPECT_NE(message.find("GRANT ALTER ON"), std::string::npos) << message;
}

TEST_F(OwnTablesDbTest, TakesOverARegistryOfThePhpModuleWithItsRows)
{
    exec("CREATE TABLE shop_datasync_entity_registry (registry_id INT UNSIGNED NOT NULL "
         "AUTO_INCREMENT PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) "
         "NOT NULL, source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, "
         "KEY target (source_id)) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3");
    exec("INSERT INTO shop_datasync_entity_registry VALUES (7, 'legacy', 'customer', 5, 55)");
    install();

    EXPECT_EQ(value("SELECT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
                    "AND TABLE_NAME = 'shop_datasync_entity_registry'"),
              "InnoDB");
    Registry registry(connection(), tables(), "legacy", 1, true);
    const std::vector<IdPair> pairs = {{5, 56}, {6, 66}};
    registry.remember("customer", false, pairs);
    EXPECT_EQ(rows("SELECT registry_id = 7, source_id, target_id, synced_at IS NOT NULL, "
                   "external_ref, metadata FROM shop_datasync_entity_registry ORDER BY source_id"),
              (Rows{{"1", "5", "56", "1", "NULL", "NULL"}, {"0", "6", "66", "1", "NULL", "NULL"}}));
}

TEST_F(OwnTablesDbTest, LeavesARegistryAloneThatLacksNothing)
{
    exec("CREATE TABLE shop_datasync_entity_registry (id INT UNSIGNED NOT NULL AUTO_INCREMENT "
         "PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
         "source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, external_ref "
         "VARCHAR(255), synced_at DATETIME NOT NULL, metadata TEXT, note VARCHAR(9) NOT NULL "
         "DEFAULT '', UNIQUE KEY a (source_system, entity_type, source_id), "
         "KEY b (entity_type, target_id), KEY c (external_ref)) ENGINE=InnoDB CHARSET=utf8mb4 "
         "COLLATE=utf8mb4_general_ci");
    const auto before = rows("SHOW CREATE TABLE shop_datasync_entity_registry");
    install();
    EXPECT_EQ(rows("SHOW CREATE TABLE shop_datasync_entity_registry"), before);
}

TEST_F(OwnTablesDbTest, ATakenOverRegistryJoinsWithTheOtherOwnTables)
{
    exec("CREATE TABLE shop_datasync_entity_registry (registry_id INT UNSIGNED NOT NULL "
         "AUTO_INCREMENT PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(64) "
         "NOT NULL, source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, external_ref "
         "VARCHAR(255), synced_at DATETIME NOT NULL, metadata TEXT) ENGINE=InnoDB "
         "CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci");
    exec("INSERT INTO shop_datasync_entity_registry VALUES (1, 'lég😀', 'customer', 5, 55, NULL, "
         "'2020-01-01', NULL)");
    install();
    EXPECT_EQ(rows("SELECT r.source_system, r.target_id FROM shop_datasync_entity_registry r LEFT "
                   "JOIN shop_datasync_deferred_reference d ON d.target_type = r.entity_type AND "
                   "d.source_system = r.source_system"),
              (Rows{{"lég😀", "55"}}));
    EXPECT_EQ(value("SELECT CHARACTER_MAXIMUM_LENGTH FROM information_schema.COLUMNS WHERE "
                    "TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'entity_type' AND "
                    "TABLE_NAME = 'shop_datasync_entity_registry'"),
              "64");
}

TEST_F(OwnTablesDbTest, TurnsTimestampsOfTheRegistryIntoDates)
{
    exec("CREATE TABLE shop_datasync_entity_registry (id INT UNSIGNED NOT NULL AUTO_INCREMENT "
         "PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
         "source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, external_ref "
         "VARCHAR(255), synced_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, metadata TEXT) "
         "ENGINE=InnoDB");
    install();
    EXPECT_EQ(value("SELECT DATA_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                    "DATABASE() AND TABLE_NAME = 'shop_datasync_entity_registry' AND "
                    "COLUMN_NAME = 'synced_at'"),
              "datetime");
}

TEST_F(OwnTablesDbTest, RefusesATableOfThatNameThatIsNoRegistry)
{
    exec("CREATE TABLE shop_datasync_entity_registry (a INT PRIMARY KEY)");
    const std::string message = refusal(connection(), tables());
    EXPECT_NE(message.find("is no registry"), std::string::npos) << message;
    EXPECT_FALSE(own_tables_exist(connection(), tables()));
}

TEST_F(OwnTablesDbTest, RefusesARegistryWithAColumnItCannotFill)
{
    exec("CREATE TABLE shop_datasync_entity_registry (id INT UNSIGNED NOT NULL AUTO_INCREMENT "
         "PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) NOT NULL, "
         "source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL, owner INT NOT NULL) "
         "ENGINE=InnoDB");
    const std::string message = refusal(connection(), tables());
    EXPECT_NE(message.find("column owner"), std::string::npos) << message;
}

TEST_F(OwnTablesDbTest, RefusesARegistryThatKnowsARecordTwiceAndKeepsIt)
{
    exec("CREATE TABLE shop_datasync_entity_registry (registry_id INT UNSIGNED NOT NULL "
         "AUTO_INCREMENT PRIMARY KEY, source_system VARCHAR(50) NOT NULL, entity_type VARCHAR(50) "
         "NOT NULL, source_id INT UNSIGNED NOT NULL, target_id INT UNSIGNED NOT NULL) "
         "ENGINE=InnoDB");
    exec("INSERT INTO shop_datasync_entity_registry VALUES (1, 'legacy', 'customer', 5, 55), "
         "(2, 'legacy', 'customer', 5, 56)");
    const std::string message = refusal(connection(), tables());
    EXPECT_NE(message.find("twice"), std::string::npos) << message;
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_entity_registry"), "2");
}

TEST_F(OwnTablesDbTest, AMissingRightIsRefusedWithTheGrantThatGivesIt)
{
    const RestrictedUser user(*this, "SELECT, INSERT, UPDATE, DELETE");
    db::Connection restricted(user.settings(), "destination");
    const std::string message = refusal(restricted, tables());
    EXPECT_NE(message.find(fmt::format("GRANT CREATE ON `{}`.* TO '{}'@'localhost'", database(),
                                       user.name())),
              std::string::npos)
        << message;
    EXPECT_EQ(message.find('\n'), std::string::npos);

    exec(fmt::format("GRANT CREATE ON `{}`.* TO '{}'@'localhost'", database(), user.name()));
    // Rights on a database reach connections that are opened after the GRANT.
    db::Connection granted(user.settings(), "destination");
    EXPECT_EQ(refusal(granted, tables()), "");
}

TEST_F(OwnTablesDbTest, OnceInstalledNoRightToCreateIsNeeded)
{
    install();
    const RestrictedUser user(*this, "SELECT, INSERT, UPDATE, DELETE");
    db::Connection restricted(user.settings(), "destination");
    EXPECT_EQ(refusal(restricted, tables()), "");
}

} // namespace
} // namespace datasync::state
