// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What each policy does with records that are new, known and equal, known and different, alike.
#include "support/sync_test.hpp"

#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_policies = {"error", "skip", "update", "merge"};

/// What a policy makes of a record, and what the destination's title is then.
struct Expectation {
    const char* policy;
    const char* told;
    const char* title;
};

class PolicyTest : public SyncTest {
protected:
    /// Block 8 under a policy: dry, so that the run's own record says what became of it.
    std::string announced(const std::string& policy) const
    {
        return told(report("cms_block", {"-d", policy, "--entity-ids", "8", "--dry-run"}), 8);
    }

    /// Runs block 8 for real and returns the one outcome.
    std::string done(const std::string& policy) const
    {
        return counts(report("cms_block", {"-d", policy, "--entity-ids", "8"}));
    }

    std::string block(const std::string& column)
    {
        return destination()
            .value("SELECT " + column + " FROM cms_block WHERE identifier = 'promo_de'")
            .value_or("NULL");
    }
};

TEST_F(PolicyTest, NewRecordsAreCreated)
{
    for (const char* const policy : k_policies) {
        EXPECT_EQ(announced(policy), "created: ");
        EXPECT_EQ(done(policy), "1 created");
        EXPECT_EQ(block("title"), "Angebot");
        destination().exec("DELETE FROM cms_block WHERE identifier = 'promo_de'");
    }
}

TEST_F(PolicyTest, KnownAndEqualRecords)
{
    EXPECT_EQ(done("error"), "1 created");
    const std::string id = target("cms_block", 8);
    for (const char* const policy : k_policies) {
        const bool skips = policy == std::string("skip");
        EXPECT_EQ(announced(policy),
                  skips ? "skipped: the destination has it as " + id : "unchanged: ");
        EXPECT_EQ(done(policy), skips ? "1 skipped" : "1 unchanged");
    }
}

TEST_F(PolicyTest, KnownAndDifferentRecords)
{
    constexpr std::array k_expected = {
        Expectation{"error", "1 failed", "Offer"}, Expectation{"skip", "1 skipped", "Offer"},
        Expectation{"update", "1 updated", "Angebot"}, Expectation{"merge", "1 merged", "Angebot"}};
    EXPECT_EQ(done("error"), "1 created");
    for (const auto& expected : k_expected) {
        SCOPED_TRACE(expected.policy);
        destination().exec("UPDATE cms_block SET title = 'Offer' WHERE identifier = 'promo_de'");
        EXPECT_EQ(done(expected.policy), expected.told);
        EXPECT_EQ(block("title"), expected.title);
    }
    destination().exec("UPDATE cms_block SET title = 'Offer' WHERE identifier = 'promo_de'");
    EXPECT_EQ(announced("error"), "failed: differs from the destination's record " +
                                      target("cms_block", 8) +
                                      " in title; choose what to do with -d skip, update or merge");
    EXPECT_EQ(announced("update"), "updated: title");
}

TEST_F(PolicyTest, RecordsThatOnlyTheNaturalKeyKnows)
{
    constexpr std::array k_expected = {
        Expectation{"error", "1 failed", "Offer"}, Expectation{"skip", "1 skipped", "Offer"},
        Expectation{"update", "1 updated", "Angebot"}, Expectation{"merge", "1 merged", "Angebot"}};
    EXPECT_EQ(done("error"), "1 created");
    const std::string id = target("cms_block", 8);
    for (const auto& expected : k_expected) {
        SCOPED_TRACE(expected.policy);
        destination().exec("UPDATE cms_block SET title = 'Offer' WHERE identifier = 'promo_de';\n"
                           "DELETE FROM datasync_entity_registry");
        EXPECT_EQ(done(expected.policy), expected.told);
        EXPECT_EQ(block("title"), expected.title);
        EXPECT_EQ(block("block_id"), id);
    }
    EXPECT_EQ(target("cms_block", 8), id);
    destination().exec("DELETE FROM datasync_entity_registry");
    EXPECT_EQ(announced("error"),
              "failed: the destination already has a record with the same identifier (id " + id +
                  "); choose what to do with -d skip, update or merge");
}

TEST_F(PolicyTest, EmptyValuesOverwriteUnderUpdateAlone)
{
    EXPECT_EQ(done("error"), "1 created");
    source().exec("UPDATE cms_block SET content = NULL, title = '', is_active = 0 WHERE block_id = "
                  "8");
    EXPECT_EQ(done("merge"), "1 merged");
    EXPECT_EQ(block("title"), "Angebot");
    EXPECT_TRUE(has(block("content"), "Zwei Tassen"));
    EXPECT_EQ(block("is_active"), "0");
    EXPECT_EQ(done("merge"), "1 unchanged");
    EXPECT_EQ(done("update"), "1 updated");
    EXPECT_EQ(block("title"), "");
    EXPECT_EQ(block("content"), "NULL");
}

TEST_F(PolicyTest, ValueThatTheSourceHasClearedIsClearedUnderUpdateAlone)
{
    sync_customers();
    source().exec(
        "DELETE FROM customer_entity_varchar WHERE attribute_id = 830 AND entity_id = 4;\n"
        "UPDATE customer_entity_varchar SET value = '' WHERE attribute_id = 830 AND "
        "entity_id = 90");
    EXPECT_EQ(counts(report("customer", {"-d", "merge"})), "12 unchanged");
    EXPECT_EQ(values_of(destination(), "customer_entity", target("customer", 4)).at("taxvat"),
              "DE123456789");
    EXPECT_EQ(update("customer"), "2 updated, 10 unchanged");
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
}

/// One entity type after the other: what the second run writes.
class SecondRunTest : public SyncTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(SecondRunTest, WritesNothing)
{
    constexpr std::array k_entities = {"customer_group", "customer", "newsletter", "cms_block",
                                       "cms_page"};
    for (const char* const entity : k_entities) {
        EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0);
    }
    const auto before = snapshot_of(destination(), false);
    for (const char* const entity : k_entities) {
        const auto done = report(entity, {"-d", GetParam()});
        const auto& summary = done.at("summary");
        EXPECT_GT(summary.at("read"), 0);
        const bool skips = GetParam() == std::string("skip");
        EXPECT_EQ(summary.at(skips ? "skipped" : "unchanged"), summary.at("read"));
    }
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

INSTANTIATE_TEST_SUITE_P(EveryPolicy, SecondRunTest, ::testing::ValuesIn(k_policies),
                         [](const auto& policy) { return std::string(policy.param); });

} // namespace

} // namespace datasync::test
