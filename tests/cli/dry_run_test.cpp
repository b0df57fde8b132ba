// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A dry run announces what the real run then does, and leaves no trace.
#include "support/sync_test.hpp"

#include <array>
#include <fstream>

namespace datasync::test {

namespace {

/// A record's end in the words of the log: "updated customer 3 (anna@example.com): lastname".
std::string line_of(const std::string& entity, const Json& record)
{
    const auto text = [&record](const char* key) { return record.at(key).get<std::string>(); };
    const std::string detail = text("detail");
    return text("outcome") + ' ' + entity + ' ' +
           std::to_string(record.at("source_id").get<int>()) + " (" + text("label") + ')' +
           (detail.empty() ? "" : ": ") + detail;
}

Words announced(const Json& dry)
{
    Words lines;
    for (const auto& record : dry.at("records")) {
        lines.push_back(line_of(dry.at("entity"), record));
    }
    return lines;
}

/// The lines about records in a log file, without their time stamps.
Words logged(const std::filesystem::path& log, const std::string& entity)
{
    Words lines;
    std::ifstream in(log);
    for (std::string line; std::getline(in, line);) {
        for (const std::string level : {"] info ", "] warning "}) {
            const auto at = line.find(level);
            const auto text = at == std::string::npos ? "" : line.substr(at + level.size());
            const auto word_end = text.find(' ');
            if (word_end != std::string::npos &&
                text.substr(word_end + 1).starts_with(entity + ' ')) {
                lines.push_back(text);
            }
        }
    }
    return lines;
}

/// Records that a real run's report names too.
Json left_behind(const Json& report)
{
    Json records = Json::array();
    for (const auto& record : report.at("records")) {
        const auto outcome = record.at("outcome");
        if (outcome == "failed" || outcome == "held" || outcome == "skipped") {
            records.push_back(record);
        }
    }
    return records;
}

Json summary_of(const Json& report)
{
    Json summary = report.at("summary");
    summary.erase("seconds");
    summary.erase("records_per_second");
    return summary;
}

class DryRunTest : public SyncTest, public ::testing::WithParamInterface<const char*> {
protected:
    /// Runs dry and then for real; returns what was announced.
    Json expect_the_same(const std::string& entity, const std::string& policy)
    {
        SCOPED_TRACE(entity + " under " + policy);
        const auto before = snapshot_of(destination(), true);
        const Json dry = report(entity, {"-d", policy, "--dry-run"});
        EXPECT_EQ(snapshot_of(destination(), true), before);

        const TempFolder folder;
        const auto log = folder.path() / "log";
        const Json real = report(entity, {"-d", policy, "--log-file", log.string()});
        EXPECT_EQ(logged(log, entity), announced(dry));
        EXPECT_EQ(left_behind(real), left_behind(dry));
        EXPECT_EQ(summary_of(real), summary_of(dry));
        EXPECT_EQ(real.at("references"), dry.at("references"));
        EXPECT_EQ(real.at("warnings"), dry.at("warnings"));
        EXPECT_EQ(real.at("exit_code"), dry.at("exit_code"));
        return dry;
    }
};

TEST_P(DryRunTest, AnnouncesWhatBecomesOfCustomers)
{
    source().exec(R"(
INSERT INTO customer_group (customer_group_id, customer_group_code, tax_class_id)
VALUES (9, 'New', 3);
DELETE FROM customer_entity_datetime WHERE entity_id = 3;
ALTER TABLE customer_entity DROP INDEX email;
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (95, 1, 1, 'hana@example.net', 1, 1);
)");
    destination().exec(R"(
UPDATE eav_attribute SET backend_type = 'int' WHERE attribute_code = 'dob';
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (60100, 11, 7, 'emre.oezdemir@example.com', 41, 12);
)");
    EXPECT_EQ(update("customer_group"), "3 created, 4 unchanged");
    destination().exec("DELETE FROM customer_group WHERE customer_group_code = 'New'");
    EXPECT_EQ(update("customer", {"--entity-ids", "3,7,12,20", "--no-create-attributes"}),
              "4 created");
    destination().exec("DELETE FROM customer_entity WHERE entity_id = " + target("customer", 20));
    source().exec(R"(
UPDATE customer_entity SET group_id = 9 WHERE entity_id = 33;
UPDATE customer_entity_varchar SET value = 'Berger' WHERE attribute_id = 2 AND entity_id = 3;
DELETE FROM customer_address_entity WHERE entity_id = 16;
UPDATE customer_address_entity_varchar SET value = 'Oakland' WHERE attribute_id = 15
AND entity_id = 18;
)");
    const auto dry = expect_the_same("customer", GetParam());
    EXPECT_EQ(told(dry, 20), "created: ");
    EXPECT_TRUE(told(dry, 33).starts_with("held: "));
    EXPECT_TRUE(told(dry, 52).starts_with("failed: customer_entity_datetime"));
    EXPECT_TRUE(told(dry, 95).starts_with("failed: the source has the same email"));
    if (GetParam() == std::string("update")) {
        EXPECT_EQ(told(dry, 3), "updated: lastname, interests, loyalty_tier");
        EXPECT_TRUE(has(told(dry, 12), "-customer_address_entity"));
        EXPECT_TRUE(told(dry, 13).starts_with("updated: "));
    }
}

TEST_P(DryRunTest, AnnouncesWhatBecomesOfTextsAndSubscriptions)
{
    destination().exec(R"(
INSERT INTO cms_block (block_id, title, identifier) VALUES (1510, 'Own', 'promo_de');
INSERT INTO cms_block_store (block_id, store_id) VALUES (1510, 11), (1510, 12);
INSERT INTO newsletter_subscriber (subscriber_id, store_id, subscriber_email, change_status_at)
VALUES (76100, 12, 'anna.gruber@example.com', '2024-08-08 00:00:00'),
(76101, 11, 'chloe.noel@example.com', '2010-01-01 00:00:00');
)");
    EXPECT_EQ(update("cms_block", {"--entity-ids", "3,5"}), "1 created, 1 updated");
    source().exec("UPDATE cms_block SET title = 'Hello' WHERE block_id = 5;\n"
                  "UPDATE cms_block SET content = '{{block id=\"4711\"}}{{block id=\"6\"}}"
                  "{{widget id_path=\"product/51\"}}' WHERE block_id = 3");
    const auto blocks = expect_the_same("cms_block", GetParam());
    EXPECT_EQ(told(blocks, 6), "created: ");
    expect_the_same("cms_page", GetParam());
    EXPECT_EQ(update("newsletter", {"--entity-ids", "8,9"}), "2 created");
    source().exec("UPDATE newsletter_subscriber SET subscriber_status = 3, change_status_at = "
                  "'2024-08-08 00:00:00' WHERE subscriber_id = 9");
    const auto subscriptions = expect_the_same("newsletter", GetParam());
    EXPECT_EQ(told(subscriptions, 3), "created: ");
}

INSTANTIATE_TEST_SUITE_P(EveryPolicy, DryRunTest,
                         ::testing::Values("error", "skip", "update", "merge"),
                         [](const auto& policy) { return std::string(policy.param); });

class DryRunTraceTest : public DryRunTest {};

TEST_F(DryRunTraceTest, IsTheFirstThingThatHappensToADestination)
{
    for (const char* const entity :
         {"customer_group", "customer", "newsletter", "cms_block", "cms_page"}) {
        SCOPED_TRACE(entity);
        const auto before = snapshot_of(destination(), true);
        const auto dry = report(entity, {"-d", "update", "--dry-run"});
        EXPECT_GT(dry.at("summary").at("read"), 0);
        EXPECT_EQ(snapshot_of(destination(), true), before);
    }
    EXPECT_EQ(destination().column("SHOW TABLES LIKE 'datasync%'"), Words{});
}

TEST_F(DryRunTraceTest, CountsReferencesThatAFilterLeavesOpen)
{
    const Words options = {"-d", "update", "--entity-ids", "6"};
    auto dry_options = options;
    dry_options.emplace_back("--dry-run");
    const auto dry = report("cms_block", dry_options);
    const auto real = report("cms_block", options);
    EXPECT_EQ(real.at("references").at("open"), 1);
    EXPECT_EQ(dry.at("references"), real.at("references"));
}

TEST_F(DryRunTraceTest, CountsReferencesThatWouldBeDelivered)
{
    EXPECT_EQ(update("cms_page"), "3 created, 1 updated");
    expect_the_same("cms_block", "update");
}

TEST_F(DryRunTraceTest, SaysInItsExitCodeWhetherAnythingWouldChange)
{
    const Words options = {"-d", "update", "--dry-run", "--detailed-exitcode"};
    EXPECT_EQ(sync("customer_group", options).exit_code, 4);
    EXPECT_EQ(sync("customer_group", {"-d", "update", "--dry-run"}).exit_code, 0);
    EXPECT_EQ(sync("customer", options).exit_code, 3);
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(sync("customer_group", options).exit_code, 0);
    source().exec("UPDATE customer_group SET tax_class_id = 7 WHERE customer_group_id = 1");
    EXPECT_EQ(sync("customer_group", options).exit_code, 4);
    EXPECT_EQ(report("customer_group", options).at("exit_code"), 4);
}

} // namespace

} // namespace datasync::test
