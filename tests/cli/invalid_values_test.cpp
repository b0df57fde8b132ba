// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One value that the destination does not take fails its own record, named with table, column and
// key, and nothing else, with LOAD DATA and without.
#include "support/bad_days.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace datasync::test {

namespace {

constexpr unsigned k_many = 60;
/// In the middle of the batch, and its source id.
constexpr unsigned k_bad = 10030;

/// Runs every test with LOAD DATA and without.
class InvalidValuesTest : public BadDaysTest, public ::testing::WithParamInterface<bool> {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (!HasFatalFailure() && !IsSkipped()) { add_customers(k_many); }
    }

    ProgramResult sync_customers(std::vector<std::string> more = {})
    {
        auto words = command({"-d", "update", "--format", "json"});
        words.options.insert(words.options.end(), more.begin(), more.end());
        if (!GetParam()) { words.options.emplace_back("--no-load-data"); }
        std::string list;
        for (unsigned id = 10001; id <= 10000 + k_many; ++id) {
            list += fmt::format("{}{}", list.empty() ? "" : ",", id);
        }
        words.options.insert(words.options.end(), {"--entity-ids", list});
        return run("customer", words);
    }

    /// Expects that the bad record alone is missing, for a reason with all of `parts`.
    void expect_one_failed(const std::vector<std::string>& parts)
    {
        const auto result = sync_customers();
        EXPECT_EQ(result.exit_code, 3) << result.err << result.out;
        const auto report = nlohmann::json::parse(result.out, nullptr, false);
        EXPECT_EQ(report["summary"]["created"], k_many - 1);
        EXPECT_EQ(report["summary"]["failed"], 1);
        ASSERT_EQ(report["records"].size(), 1U) << result.out;
        const auto& record = report["records"][0];
        EXPECT_EQ(record["source_id"], k_bad);
        const std::string detail = record["detail"];
        for (const auto& part : parts) {
            EXPECT_NE(detail.find(part), std::string::npos) << part << " is not in: " << detail;
        }
        expect_customers(k_many - 1);
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_rejected_record"), "1");
    }

    void set_value(const std::string& sql) { source().exec(fmt::format(fmt::runtime(sql), k_bad)); }
};

} // namespace

TEST_P(InvalidValuesTest, TextThatIsTooLong)
{
    destination().exec("ALTER TABLE customer_entity_varchar MODIFY value varchar(40)");
    set_value("UPDATE customer_entity_varchar SET value = REPEAT('ä', 41) WHERE entity_id = {} AND "
              "attribute_id = 2");
    expect_one_failed({"customer_entity_varchar.lastname", "10030", "41 characters", "40"});
}

TEST_P(InvalidValuesTest, CharacterThatTheColumnCannotHold)
{
    source().exec("ALTER TABLE customer_entity_varchar MODIFY value varchar(255) CHARACTER SET "
                  "utf8mb4");
    set_value("UPDATE customer_entity_varchar SET value = 'smile 😀' WHERE entity_id = {} AND "
              "attribute_id = 2");
    expect_one_failed({"customer_entity_varchar.lastname", "10030", "U+1F600"});
}

TEST_P(InvalidValuesTest, NullWhereNoneIsTaken)
{
    destination().exec("ALTER TABLE customer_entity MODIFY email varchar(255) NOT NULL");
    source().exec("UPDATE customer_entity SET email = NULL WHERE entity_id = 10030");
    const auto result = sync_customers();
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_NE(result.out.find("customer_entity.email (entity_id 10030)"), std::string::npos)
        << result.out;
    expect_customers(k_many - 1);
}

TEST_P(InvalidValuesTest, NumberOutOfRange)
{
    source().exec("ALTER TABLE customer_entity MODIFY disable_auto_group_change int NOT NULL");
    set_value("UPDATE customer_entity SET disable_auto_group_change = 70000 WHERE entity_id = {}");
    expect_one_failed({"customer_entity.disable_auto_group_change", "10030", "70000", "65535"});
}

TEST_P(InvalidValuesTest, ValueOfAnAddress)
{
    destination().exec("ALTER TABLE customer_address_entity_varchar MODIFY value varchar(50)");
    source().exec("UPDATE customer_address_entity_varchar SET value = REPEAT('x', 51) WHERE "
                  "entity_id = 20061 AND attribute_id = 15");
    expect_one_failed({"customer_address_entity_varchar.city", "20061", "51 characters"});
}

TEST_P(InvalidValuesTest, WhatOnlyTheServerKnows)
{
    // A rule of the destination that no description of a column tells.
    destination().exec(
        "CREATE TRIGGER refuse BEFORE INSERT ON customer_entity_varchar FOR EACH ROW "
        "BEGIN IF NEW.value = 'Last 10030' THEN SIGNAL SQLSTATE '45000' SET "
        "MESSAGE_TEXT = 'not this one'; END IF; END");
    expect_one_failed({"customer_entity_varchar", "not this one"});
}

TEST_P(InvalidValuesTest, KeyThatIsTaken)
{
    destination().exec("CREATE UNIQUE INDEX one_number ON customer_entity (increment_id)");
    destination().exec("UPDATE customer_entity SET increment_id = 'N1' WHERE entity_id = 60001");
    set_value("UPDATE customer_entity SET increment_id = 'N1' WHERE entity_id = {}");
    expect_one_failed({"customer_entity", "Duplicate entry", "N1", "one_number"});
    EXPECT_EQ(destination().value("SELECT email FROM customer_entity WHERE increment_id = 'N1'"),
              "keep1@example.com");
}

TEST_P(InvalidValuesTest, InARecordThatIsThereAlready)
{
    ASSERT_EQ(sync_customers().exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    destination().exec("CREATE TRIGGER refuse BEFORE UPDATE ON customer_entity FOR EACH ROW "
                       "BEGIN IF NEW.email LIKE '%10030%' THEN SIGNAL SQLSTATE '45000' SET "
                       "MESSAGE_TEXT = 'not this one'; END IF; END");
    const auto result = sync_customers();
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_NE(result.out.find("not this one"), std::string::npos) << result.out;
    EXPECT_EQ(lines(destination(), "SELECT email FROM customer_entity WHERE email LIKE 'many%' AND "
                                   "is_active = 1"),
              std::vector<std::string>{"many10030@example.com"});
    expect_customers(k_many);
}

TEST_P(InvalidValuesTest, AreSetAsideWhenAskedTo)
{
    destination().exec("ALTER TABLE customer_entity_varchar MODIFY value varchar(40)");
    set_value("UPDATE customer_entity_varchar SET value = REPEAT('x', 41) WHERE entity_id = {} AND "
              "attribute_id = 2");
    const auto result = sync_customers({"--skip-invalid"});
    EXPECT_EQ(result.exit_code, 3) << result.err;
    EXPECT_EQ(destination().value("SELECT outcome FROM datasync_rejected_record"), "skipped");
    const auto report = nlohmann::json::parse(result.out, nullptr, false);
    EXPECT_EQ(report["summary"]["skipped"], 1);
    EXPECT_EQ(report["summary"]["created"], k_many - 1);
    EXPECT_NE(result.out.find("customer_entity_varchar.lastname"), std::string::npos) << result.out;
    expect_customers(k_many - 1);

    // Once the source is put right, the record comes.
    source().exec("UPDATE customer_entity_varchar SET value = 'short' WHERE entity_id = 10030 AND "
                  "attribute_id = 2");
    EXPECT_EQ(sync_customers({"--skip-invalid"}).exit_code, 0);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_rejected_record"), "0");
    expect_customers(k_many);
}

INSTANTIATE_TEST_SUITE_P(Writing, InvalidValuesTest, ::testing::Bool(),
                         [](const ::testing::TestParamInfo<bool>& way) {
                             return way.param ? "LoadData" : "Insert";
                         });

} // namespace datasync::test
