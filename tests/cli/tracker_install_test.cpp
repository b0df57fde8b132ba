// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Installing, upgrading and removing the triggers of the change tracker, beside whatever else is
// in the shop.
#include "support/bad_days.hpp"
#include "support/tracker_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class TrackerInstallTest : public TrackerTest {
protected:
    std::string trigger_count()
    {
        return source()
            .value("SELECT COUNT(*) FROM information_schema.triggers WHERE trigger_schema = "
                   "DATABASE() AND trigger_name LIKE 'datasync%'")
            .value();
    }

    /// The table as the PHP module made it before it kept identifiers.
    void make_old_table()
    {
        source().exec(
            "CREATE TABLE datasync_change_tracker (tracker_id int unsigned NOT NULL "
            "AUTO_INCREMENT PRIMARY KEY, entity_type varchar(50) NOT NULL, entity_id int unsigned "
            "NOT NULL, action varchar(10) NOT NULL DEFAULT 'update', created_at datetime NOT NULL, "
            "synced_at datetime NULL, sync_completed smallint unsigned NOT NULL DEFAULT 0, UNIQUE "
            "KEY u (entity_type, entity_id, sync_completed)) ENGINE=InnoDB DEFAULT "
            "CHARSET=utf8;\n"
            "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
            "'product', MIN(entity_id), '2024-01-01' FROM catalog_product_entity");
    }

    /// Expects a refusal that changes nothing; returns what it says.
    std::string refused(const std::string& action, const Words& more)
    {
        const auto before = all_of(source());
        const auto result = TrackerTest::tracker(source(), action, more);
        EXPECT_EQ(result.exit_code, 7) << result.out << result.err;
        EXPECT_EQ(all_of(source()), before);
        return result.err;
    }
};

} // namespace

TEST_F(TrackerInstallTest, LeavesNothingBehindWhenItIsRemoved)
{
    source().exec("CREATE TRIGGER others AFTER UPDATE ON cms_block FOR EACH ROW SET @others = 1;\n"
                  "CREATE TRIGGER datasync_others AFTER UPDATE ON cms_block FOR EACH ROW SET "
                  "@datasync_others = 1");
    const auto before = all_of(source());
    EXPECT_EQ(status().at("state"), "missing");
    EXPECT_TRUE(has(tracker("install"), "created table datasync_change_tracker"));
    source().exec("UPDATE cms_block SET content = 'x' WHERE 1 = 0");
    EXPECT_TRUE(has(tracker("uninstall"), "removed table datasync_change_tracker"));
    EXPECT_EQ(all_of(source()), before);
    EXPECT_EQ(tracker("uninstall"), "removed 0 triggers\n");
}

TEST_F(TrackerInstallTest, WorksBesideTriggersOfOthers)
{
    source().exec("CREATE TRIGGER others AFTER UPDATE ON cms_block FOR EACH ROW SET @others = "
                  "NEW.block_id");
    tracker("install");
    source().exec("UPDATE cms_block SET content = 'x' ORDER BY block_id LIMIT 1");
    EXPECT_EQ("cms_block " + source().value("SELECT @others").value() + " update",
              pending(source()).at(0));
}

TEST_F(TrackerInstallTest, IsDoneOnce)
{
    tracker("install");
    const auto before = all_of(source());
    EXPECT_EQ(tracker("install"), "everything is there already\n");
    EXPECT_EQ(all_of(source()), before);
    // No change is announced by two entity types.
    EXPECT_EQ(source().value("SELECT COUNT(DISTINCT event_object_table, event_manipulation) FROM "
                             "information_schema.triggers WHERE trigger_schema = DATABASE()"),
              trigger_count());
    const auto now = status();
    EXPECT_EQ(now.at("state"), "complete");
    EXPECT_EQ(std::to_string(now.at("triggers").get<int>()), trigger_count());
    EXPECT_EQ(now.at("table"), "datasync");
    EXPECT_TRUE(has(now.at("definers").at(0).get<std::string>(), "@"));
}

TEST_F(TrackerInstallTest, FollowsColumnsThatHaveChanged)
{
    tracker("install");
    source().exec("ALTER TABLE cms_block ADD COLUMN more int NULL");
    const auto block = source().value("SELECT MIN(block_id) FROM cms_block").value();
    const auto set = "UPDATE cms_block SET more = IFNULL(more, 0) + 1 WHERE block_id = " + block;
    EXPECT_EQ(after(set), Words{});
    auto now = status();
    EXPECT_EQ(now.at("state"), "outdated");
    EXPECT_EQ(now.at("outdated"), Json::array({"UPDATE of cms_block"}));
    EXPECT_TRUE(has(tracker("install"), "created 1 triggers, removed 1"));
    EXPECT_EQ(after(set), Words{"cms_block " + block + " update"});
    EXPECT_EQ(status().at("state"), "complete");

    const auto name = source().value(
        "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE() "
        "AND event_object_table = 'review' AND event_manipulation = 'DELETE'");
    source().exec("DROP TRIGGER " + name.value());
    now = status();
    EXPECT_EQ(now.at("state"), "incomplete");
    EXPECT_EQ(now.at("missing"), Json::array({"DELETE of review"}));
    EXPECT_TRUE(has(tracker("status"), "missing: DELETE of review"));
    tracker("install");
    EXPECT_EQ(status().at("state"), "complete");
}

TEST_F(TrackerInstallTest, SwitchesTheEchoOffAndOn)
{
    tracker("install");
    EXPECT_EQ(status().at("no_echo"), false);
    tracker("install", {"--no-echo"});
    EXPECT_EQ(status().at("no_echo"), true);
    EXPECT_EQ(status().at("state"), "complete");
    tracker("install");
    EXPECT_EQ(status().at("no_echo"), false);
}

TEST_F(TrackerInstallTest, CountsWhatIsPendingAndClaimed)
{
    tracker("install");
    source().exec("INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at, "
                  "sync_completed) VALUES ('order', 1, '2024-02-02', 0), ('order', 2, "
                  "'2024-01-01', 0), ('order', 3, '2023-01-01', 2), ('order', 4, '2022-01-01', 1)");
    const Json rows = status().at("rows");
    EXPECT_EQ(rows, Json::array({{{"entity", "order"},
                                  {"pending", 2},
                                  {"oldest_pending", "2024-01-01 00:00:00"},
                                  {"claimed", 1},
                                  {"synced", 1}}}));
    EXPECT_TRUE(has(tracker("status"), "2024-01-01 00:00:00"));
}

TEST_F(TrackerInstallTest, WarnsBeforeTheIdsEnd)
{
    tracker("install");
    EXPECT_EQ(status().at("ids_used_percent"), 0);
    EXPECT_FALSE(has(tracker("status"), "warning"));
    source().exec("INSERT INTO datasync_change_tracker (tracker_id, entity_type, entity_id, "
                  "created_at) VALUES (3000000000, 'order', 1, NOW())");
    EXPECT_EQ(status().at("ids_used_percent"), 69);
    EXPECT_TRUE(has(tracker("status"), "warning: 69 % of the ids"));
}

TEST_F(TrackerInstallTest, UsesAndKeepsATableThatIsThere)
{
    make_old_table();
    const auto product = source().value("SELECT entity_id FROM datasync_change_tracker").value();
    const auto before = all_of(source());
    tracker("install");
    EXPECT_EQ(source().value("SELECT COUNT(*) FROM datasync_change_tracker"), "1");
    EXPECT_EQ(status().at("source_identifier"), false);
    source().exec("SET foreign_key_checks = 0;\n"
                  "DELETE FROM catalog_product_entity ORDER BY entity_id LIMIT 1;\n"
                  "INSERT INTO cms_block (block_id, title, identifier) VALUES (77, 't', 'i')");
    EXPECT_EQ(source().column("SELECT CONCAT_WS(' ', entity_type, entity_id, action) FROM "
                              "datasync_change_tracker ORDER BY 1"),
              (Words{"cms_block 77 create", "product " + product + " delete"}));
    EXPECT_TRUE(has(tracker("uninstall"), "stays: datasync has not made it"));
    auto now = all_of(source());
    for (const auto* const changed :
         {"catalog_product_entity", "cms_block", "datasync_change_tracker"}) {
        EXPECT_TRUE(now.erase(changed));
    }
    for (const auto& [name, content] : now) { EXPECT_EQ(content, before.at(name)) << name; }
    EXPECT_EQ(now.size() + 3, before.size());
}

TEST_F(TrackerInstallTest, KeepsTheTableOfTheModule)
{
    tracker("install");
    source().exec("INSERT INTO core_resource (code, version) VALUES ('datasynctracker_setup', "
                  "'1.2.0')");
    EXPECT_EQ(status().at("module"), "datasynctracker_setup 1.2.0");
    EXPECT_TRUE(has(tracker("uninstall"), "stays: the PHP module needs it"));
    EXPECT_EQ(trigger_count(), "0");
}

TEST_F(TrackerInstallTest, IsNotRemovedWithChangesThatNobodyHasHeardOf)
{
    tracker("install");
    source().exec("UPDATE cms_block SET content = 'x' ORDER BY block_id LIMIT 1");
    EXPECT_TRUE(has(refused("uninstall", {}), "1 changes in datasync_change_tracker"));
    EXPECT_TRUE(has(tracker("uninstall", {"--keep-table"}), "stays"));
    EXPECT_EQ(trigger_count(), "0");
    EXPECT_EQ(pending(source()).size(), 1U);
    EXPECT_TRUE(has(tracker("uninstall", {"--force"}), "removed table"));
}

TEST_F(TrackerInstallTest, PrintsInADryRunWhatItWouldDo)
{
    const auto before = all_of(source());
    const auto script = tracker("install", {"--dry-run"});
    EXPECT_EQ(all_of(source()), before);
    EXPECT_TRUE(has(script, "DELIMITER $$\nCREATE TABLE `datasync_change_tracker`"));
    EXPECT_TRUE(has(script, "AFTER DELETE ON `sales_flat_order` FOR EACH ROW\nBEGIN"));
    tracker("install");
    const auto installed = all_of(source());
    EXPECT_TRUE(has(tracker("uninstall", {"--dry-run"}), "DROP TRIGGER IF EXISTS `datasync_"));
    EXPECT_EQ(all_of(source()), installed);
}

TEST_F(TrackerInstallTest, KnowsThePrefix)
{
    std::string renames;
    for (const auto& table : source().column("SHOW TABLES")) {
        renames += fmt::format("RENAME TABLE {0} TO shop_{0};\n", table);
    }
    source().exec(renames);
    const Words prefix = {"--db-prefix", "shop_"};
    tracker("install", prefix);
    source().exec("UPDATE shop_catalog_product_option_title SET title = 'x' LIMIT 1");
    EXPECT_EQ(source().value("SELECT entity_type FROM shop_datasync_change_tracker"), "product");
    source().exec("DELETE FROM shop_datasync_change_tracker");
    tracker("uninstall", prefix);
    EXPECT_EQ(trigger_count(), "0");
    EXPECT_EQ(source().column("SHOW TABLES LIKE '%tracker'"), Words{});
}

TEST_F(TrackerInstallTest, RefusesATableThatIsNoTracker)
{
    source().exec("CREATE TABLE datasync_change_tracker (tracker_id int)");
    EXPECT_TRUE(has(refused("install", {}), "no change tracker: it has no column entity_type"));
    source().exec("DROP TABLE datasync_change_tracker");
    make_old_table();
    source().exec("ALTER TABLE datasync_change_tracker DROP KEY u");
    EXPECT_TRUE(has(refused("install", {}), "it has no unique key"));
}

TEST_F(TrackerInstallTest, SaysWhichRightIsMissing)
{
    TestUser user(source(), "tracker");
    const Words as_user = {"--db-user", user.name()};
    const auto& name = source().name();
    const auto take = [&](const std::string& right) {
        source().exec(
            fmt::format("REVOKE {} ON {}.* FROM '{}'@'localhost'", right, name, user.name()));
    };
    user.grant(fmt::format("SELECT, INSERT, UPDATE, CREATE, DROP ON {}.*", name));
    const auto told = refused("install", as_user);
    EXPECT_TRUE(has(told, "may not make triggers on table"));
    user.grant(fmt::format("TRIGGER ON {}.*", name));
    for (const auto& [right, words] :
         std::map<std::string, std::string>{{"CREATE", "may not create table"},
                                            {"INSERT", "may not write table"},
                                            {"UPDATE", "may not write table"}}) {
        take(right);
        EXPECT_TRUE(has(refused("install", as_user), words)) << right;
        user.grant(fmt::format("{} ON {}.*", right, name));
    }
    take("TRIGGER");
    const auto begin = told.find("GRANT ");
    source().exec(told.substr(begin, told.find_first_of(";\n", begin) - begin));
    tracker("install", as_user);
    EXPECT_TRUE(has(status().at("definers").at(0).get<std::string>(), user.name()));

    // Who sees no triggers must not take the table away from under them.
    take("TRIGGER");
    EXPECT_TRUE(has(refused("uninstall", as_user), "may not make triggers"));
    user.grant(fmt::format("TRIGGER ON {}.*", name));
    take("DROP");
    EXPECT_TRUE(has(refused("uninstall", as_user), "GRANT SELECT, INSERT, UPDATE, CREATE, DROP"));
    user.grant(fmt::format("DROP ON {}.*", name));
    tracker("uninstall", as_user);
}

TEST_F(TrackerInstallTest, TakesBackWhatItHasMadeWhenATableStaysInUse)
{
    source().exec("START TRANSACTION;\nSELECT COUNT(*) FROM review");
    const auto result = TrackerTest::tracker(source(), "install", {"--lock-wait-timeout", "1"});
    EXPECT_EQ(result.exit_code, 7) << result.out << result.err;
    EXPECT_TRUE(has(result.err, "a transaction uses that table"));
    EXPECT_TRUE(has(result.err, "ON `review`"));
    EXPECT_TRUE(has(result.err, "nothing has been changed"));
    EXPECT_EQ(trigger_count(), "0");
    EXPECT_EQ(source().column("SHOW TABLES LIKE 'datasync%'"), Words{});
    source().exec("COMMIT");
    tracker("install");
    EXPECT_EQ(status().at("state"), "complete");
}

TEST_F(TrackerInstallTest, RefusesWordsThatItDoesNotKnow)
{
    const auto expect_usage = [&](const std::string& action, const Words& more,
                                  const std::string& part) {
        const auto result = TrackerTest::tracker(source(), action, more);
        EXPECT_EQ(result.exit_code, 2) << result.err;
        EXPECT_TRUE(has(result.err, part));
    };
    expect_usage("remove", {}, "install");
    expect_usage("install", {"--mode", "module"}, "source-module/");
    expect_usage("status", {"--dry-run"}, "--dry-run goes with");
    expect_usage("install", {"--keep-table"}, "--keep-table goes with");
    expect_usage("uninstall", {"--no-echo"}, "--no-echo goes with");
}

} // namespace datasync::test
