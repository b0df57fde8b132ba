// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Text that means something to SQL, to LOAD DATA or to a terminal arrives byte for byte on all
// ways of writing, and does nothing else on its way.
#include "support/bad_days.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

using namespace std::string_view_literals;

constexpr std::array k_hostile = {
    "'; DROP TABLE customer_entity; -- "sv,
    "\"double\" and 'single' and `tick`"sv,
    "back\\slash \\\\ \\' \\n at the end \\"sv,
    "\\N"sv,
    "NULL"sv,
    "null\0byte and \x1a control-z"sv,
    "line\nfeed\r\nreturn\rtab\tend\t"sv,
    "100 % _ %s %n {0} {} %{x}"sv,
    " leading and trailing "sv,
    "\x01\x02\x1b[31mred\x7f"sv,
    "\u202eright to left \u05d0\u05d1 \u200f"sv,
    "four bytes \U0001f600\U0001f9ff\U00020000"sv,
    "0x41"sv,
    "1e5"sv,
    "-0"sv,
    "a,b;c|d"sv,
    "/* comment */ # -- "sv,
    ""sv,
    "0"sv,
    "=1+1"sv,
};

/// What the ways of writing are chosen by.
enum class Writing : std::uint8_t { any, no_load_data, small_batches };

class HostileTextTest : public BadDaysTest, public ::testing::WithParamInterface<Writing> {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        for (auto* shop : {&source(), &destination()}) {
            shop->exec("ALTER TABLE customer_entity_varchar MODIFY value varchar(255) CHARACTER "
                       "SET utf8mb4;\n"
                       "ALTER TABLE customer_address_entity_varchar MODIFY value varchar(255) "
                       "CHARACTER SET utf8mb4;\n"
                       "ALTER TABLE customer_address_entity_text MODIFY value text CHARACTER SET "
                       "utf8mb4;\n"
                       "ALTER TABLE customer_entity MODIFY increment_id varchar(50) CHARACTER SET "
                       "utf8mb4;\n"
                       "ALTER TABLE cms_block CONVERT TO CHARACTER SET utf8mb4;\n");
        }
    }

    ProgramResult sync(std::string_view entity, const std::vector<std::string>& more = {})
    {
        auto words = command();
        words.options.insert(words.options.end(), more.begin(), more.end());
        if (GetParam() == Writing::no_load_data) { words.options.emplace_back("--no-load-data"); }
        if (GetParam() == Writing::small_batches) {
            words.options.insert(words.options.end(), {"--batch-size", "1"});
        }
        return run(entity, words);
    }

    void expect_same(const std::string& sql)
    {
        const auto from = lines(source(), sql);
        EXPECT_GE(from.size(), k_hostile.size());
        EXPECT_EQ(lines(destination(), sql), from);
    }
};

} // namespace

TEST_P(HostileTextTest, ArrivesInCustomersAndAddresses)
{
    add_customers(40); // Enough rows for LOAD DATA.
    for (std::size_t i = 0; i < k_hostile.size(); ++i) {
        const auto id = 10001 + i;
        const auto text = db::literal(k_hostile[i]);
        source().exec(fmt::format(
            "UPDATE customer_entity_varchar SET value = {0} WHERE entity_id = {1};\n"
            "UPDATE customer_entity SET increment_id = {0} WHERE entity_id = {1};\n"
            "UPDATE customer_address_entity_varchar SET value = {0} WHERE entity_id = {2};\n"
            "UPDATE customer_address_entity_text SET value = {0} WHERE entity_id = {2};\n"
            "UPDATE customer_address_entity_text SET value = CONCAT({0}, {0}) WHERE entity_id = "
            "{2} + 1",
            text, id, 2 * id));
    }
    ASSERT_EQ(sync("customer_group").exit_code, 0);
    const auto result = sync("customer", {"--log-sql"});
    EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
    // Each way by itself: a LOAD DATA that goes wrong is done again by INSERT, and nobody sees it.
    const auto logged = [&](std::string_view text) {
        return result.err.find(text) != std::string::npos;
    };
    const bool is_mysql = test_server()->is_mysql;
    // From mode 2 on, rows whose ids have to be known go by INSERT alone.
    const bool loads_records =
        GetParam() == Writing::any && source().value("SELECT @@innodb_autoinc_lock_mode") < "2";
    EXPECT_EQ(logged("LOAD DATA LOCAL INFILE ? INTO TABLE `customer_entity` "), loads_records);
    EXPECT_EQ(logged(": INSERT INTO `customer_entity` "), !loads_records);
    EXPECT_EQ(logged("LOAD DATA LOCAL INFILE ? INTO TABLE `customer_entity_varchar`"),
              GetParam() == Writing::any && is_mysql);
    // By arrays, a statement for many rows looks like one for one.
    const std::string values = "`customer_entity_varchar` "
                               "(`attribute_id`,`entity_id`,`value`,`entity_type_id`) VALUES "
                               "(?,?,?,...)";
    EXPECT_EQ(logged(values + ",..."), GetParam() == Writing::small_batches ||
                                           (GetParam() == Writing::no_load_data && is_mysql));
    if (GetParam() != Writing::small_batches) { EXPECT_EQ(logged(values + "\n"), !is_mysql); }
    expect_same("SELECT c.email, HEX(c.increment_id), HEX(v.value) FROM customer_entity c JOIN "
                "customer_entity_varchar v USING (entity_id) WHERE c.email LIKE 'many%' ORDER BY "
                "c.email, v.value");
    expect_same("SELECT c.email, HEX(v.value), HEX(t.value) FROM customer_entity c"
                " JOIN customer_address_entity a ON a.parent_id = c.entity_id"
                " JOIN customer_address_entity_varchar v ON v.entity_id = a.entity_id"
                " LEFT JOIN customer_address_entity_text t ON t.entity_id = a.entity_id"
                " WHERE c.email LIKE 'many%' ORDER BY c.email, a.entity_id, v.value, t.value");
    const auto again = sync("customer");
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_NE(again.out.find("52        0        0       0         52"), std::string::npos)
        << again.out;
}

TEST_P(HostileTextTest, ArrivesInBlocks)
{
    std::string sql;
    for (std::size_t i = 0; i < k_hostile.size(); ++i) {
        sql +=
            fmt::format("INSERT INTO cms_block (block_id, title, identifier, content) VALUES "
                        "({0}, {1}, CONCAT('hostile-{0} ', {1}), CONCAT('{{{{block id=\"3\"}}}}', "
                        "{1}));\nINSERT INTO cms_block_store VALUES ({0}, 0);\n",
                        200 + i, db::literal(k_hostile[i]));
    }
    for (const auto& text : {"{{block id=\"3", "{{", "}}{{widget", "{{block id='3' x=\"}}\"}}"}) {
        sql += fmt::format("INSERT INTO cms_block (title, identifier, content) VALUES ('', {0}, "
                           "{0});\n",
                           db::literal(text));
    }
    source().exec(sql);
    const auto result = sync("cms_block");
    EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
    expect_same("SELECT HEX(identifier), HEX(title), HEX(SUBSTRING(content, "
                "LOCATE('}}', content) + 2)) FROM cms_block WHERE identifier LIKE 'hostile%' "
                "ORDER BY 1");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM cms_block WHERE identifier LIKE 'hostile%' "
                                  "AND content NOT LIKE CONCAT('{{block id=\"', (SELECT block_id "
                                  "FROM cms_block WHERE identifier = 'footer_links'), '\"}}%')"),
              "0");
    EXPECT_EQ(destination().value("SELECT content FROM cms_block WHERE identifier = '{{block "
                                  "id=\"3'"),
              "{{block id=\"3");
}

TEST_P(HostileTextTest, IsFoundAgainByItsKey)
{
    constexpr std::string_view k_email = "o'hara\\\"x\"%_@example.com";
    source().exec(fmt::format("UPDATE customer_entity SET email = {} WHERE entity_id = 3",
                              db::literal(k_email)));
    ASSERT_EQ(sync("customer_group").exit_code, 0);
    ASSERT_EQ(sync("customer").exit_code, 0);
    destination().exec("DELETE FROM datasync_entity_registry;\nDELETE FROM datasync_part_registry");
    const auto again = sync("customer");
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(destination().value(fmt::format(
                  "SELECT COUNT(*) FROM customer_entity WHERE email = {}", db::literal(k_email))),
              "1");
}

TEST_P(HostileTextTest, ArrivesFromAndInOtherCharacterSets)
{
    add_customers(40);
    for (const auto* const table : {"customer_entity_varchar", "customer_address_entity_varchar"}) {
        source().exec(fmt::format("UPDATE {} SET value = 'M\u00fcller \u20ac' WHERE entity_id > "
                                  "10000 OR value NOT REGEXP '^[ -~]*$'",
                                  table));
    }
    constexpr auto k_in_latin1 = "ALTER TABLE {} MODIFY value varchar(255) CHARACTER SET latin1";
    source().exec(fmt::format(k_in_latin1, "customer_entity_varchar"));
    destination().exec(fmt::format(k_in_latin1, "customer_address_entity_varchar"));
    ASSERT_EQ(sync("customer_group").exit_code, 0);
    const auto result = sync("customer");
    EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
    const auto in_hex = [](std::string_view charset) {
        return fmt::format("SELECT c.email, HEX(CONVERT(v.value USING {0})) FROM customer_entity c "
                           "JOIN customer_entity_varchar v USING (entity_id) WHERE c.email LIKE "
                           "'many%' UNION ALL SELECT c.email, HEX(CONVERT(v.value USING {0})) FROM "
                           "customer_entity c JOIN customer_address_entity a ON a.parent_id = "
                           "c.entity_id JOIN customer_address_entity_varchar v ON v.entity_id = "
                           "a.entity_id WHERE c.email LIKE 'many%' ORDER BY 1, 2",
                           charset);
    };
    expect_same(in_hex("utf8mb4"));
    expect_same(in_hex("latin1"));
    const auto again = sync("customer");
    EXPECT_NE(again.out.find("52        0        0       0         52"), std::string::npos)
        << again.out;
}

INSTANTIATE_TEST_SUITE_P(Ways, HostileTextTest,
                         ::testing::Values(Writing::any, Writing::no_load_data,
                                           Writing::small_batches),
                         [](const ::testing::TestParamInfo<Writing>& way) {
                             return way.param == Writing::any            ? "Any"
                                    : way.param == Writing::no_load_data ? "NoLoadData"
                                                                         : "SmallBatches";
                         });

using HostileWordsTest = BadDaysTest;

TEST_F(HostileWordsTest, OfTheCommandLineAreOnlyText)
{
    const auto tables = destination().column("SHOW TABLES");
    const auto options = connection_options();
    std::vector<std::string> line = {"sync", "cms_block", "it's \"legacy\" \\", "-a", "openmage"};
    line.insert(line.end(), options.begin(), options.end());
    const auto named = run_datasync(line);
    EXPECT_EQ(named.exit_code, 3) << named.err; // Blocks of the same identifier, by `error`.
    EXPECT_EQ(destination().value("SELECT DISTINCT source_system FROM datasync_entity_registry"),
              "it's \"legacy\" \\");
    destination().exec("DELETE FROM datasync_source;\nDELETE FROM datasync_entity_registry");
    auto words = command();
    words.options = {"--increment-ids", "'); DROP TABLE customer_entity; -- ,\\"};
    const auto nothing = run("customer", words);
    EXPECT_EQ(nothing.exit_code, 0) << nothing.err;
    words.options = {"--map-store", "german'=x\\"};
    EXPECT_EQ(run("cms_block", words).exit_code, 2);
    words = command();
    words.source.database = "x`; DROP TABLE customer_entity; -- ";
    EXPECT_EQ(run("customer", words).exit_code, 6);
    words = command();
    words.destination.table_prefix = "x`'\\";
    EXPECT_EQ(run("customer", words).exit_code, 7);
    for (const auto& table : tables) {
        EXPECT_NE(destination().value("SELECT COUNT(*) FROM " + table), std::nullopt) << table;
    }
}

} // namespace datasync::test
