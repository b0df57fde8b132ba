// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Real shops: what was migrated reads the same on both sides, the destination keeps what was its
// own, and a second run writes nothing. Runs where DATASYNC_SHOPS names the folder of the dumps.
#include "shops/shop_contents.hpp"
#include "support/program.hpp"
#include "support/test_server.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace datasync::test {

namespace {

constexpr std::array k_entities = {"customer_group", "customer", "newsletter", "cms_block",
                                   "cms_page"};

std::string shown(const Row& row)
{
    std::string text;
    for (const auto& cell : row) { text += (text.empty() ? "" : " | ") + cell.value_or("NULL"); }
    return text;
}

/// Rows of `a` that `b` does not have.
Rows missing_rows(Rows a, Rows b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    Rows missing;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(missing));
    return missing;
}

void expect_none(const Rows& rows, std::string_view what)
{
    EXPECT_TRUE(rows.empty()) << rows.size() << " rows: " << what
                              << ", the first: " << shown(rows.front());
}

/// Both databases of a migration.
class Migration {
public:
    explicit Migration(std::string_view destination_dump)
        : m_source("source"), m_destination("destination")
    {
        m_source.load_dump(shop_dump("source_shop.sql.xz"));
        m_destination.load_dump(shop_dump(destination_dump));
        for (auto* database : {&m_source, &m_destination}) {
            database->exec("SET SESSION group_concat_max_len = 1000000");
            // MySQL remembers AUTO_INCREMENT values for a day unless told otherwise.
            if (test_server()->is_mysql) {
                database->exec("SET SESSION information_schema_stats_expiry = 0");
            }
        }
        for (const auto& own : k_own_customers) {
            m_own_before.push_back(m_destination.rows(own.sql));
        }
        for (const auto& content : k_contents_beside_own) {
            m_contents_before.push_back(m_destination.rows(content.sql));
        }
    }

    /// Runs one entity type and returns its report.
    nlohmann::json sync(const std::string& entity, const std::vector<std::string>& more = {}) const
    {
        const auto from = m_source.settings();
        const auto to = m_destination.settings();
        std::vector<std::string> words = {"sync",     entity,        "legacy",      "-a",
                                          "openmage", "-d",          "update",      "--format",
                                          "json",     "--db-socket", from.socket,   "--db-user",
                                          from.user,  "--db-name",   from.database, "--dest-socket",
                                          to.socket,  "--dest-user", to.user,       "--dest-name",
                                          to.database};
        words.insert(words.end(), more.begin(), more.end());
        const auto result = run_datasync(words);
        EXPECT_EQ(result.exit_code, 0) << entity << '\n' << result.err << result.out;
        return nlohmann::json::parse(result.out, nullptr, false);
    }

    /// Table and next AUTO_INCREMENT value of every table, the tool's own left out.
    Rows counters()
    {
        return m_destination.rows(
            "SELECT table_name, auto_increment FROM information_schema.tables WHERE "
            "table_schema = DATABASE() AND table_name NOT LIKE 'datasync\\_%' ORDER BY 1");
    }

    /// A dry run announces what the real run then does, and writes nothing.
    void run_all()
    {
        for (const std::string entity : k_entities) {
            SCOPED_TRACE(entity);
            const auto sums = m_destination.checksums();
            const auto tables = m_destination.column("SHOW TABLES");
            const auto before = counters();
            auto announced = sync(entity, {"--dry-run"});
            EXPECT_EQ(m_destination.checksums(), sums);
            EXPECT_EQ(m_destination.column("SHOW TABLES"), tables);
            EXPECT_EQ(counters(), before);
            auto done = sync(entity);
            EXPECT_EQ(counted(announced), counted(done));
            EXPECT_EQ(announced["references"]["lost"], done["references"]["lost"]);
            EXPECT_EQ(done["references"]["open"], 0);
        }
    }

    void expect_same_contents()
    {
        for (const auto& content : k_contents) {
            const auto sql = std::string(k_addresses) + std::string(content.sql);
            const auto from = m_source.rows(sql);
            const auto to = m_destination.rows(sql);
            EXPECT_FALSE(from.empty() && content.name != "dates and decimals of customers")
                << content.name;
            expect_none(missing_rows(from, to), std::string(content.name) + " that did not arrive");
            expect_none(missing_rows(to, from), std::string(content.name) + " from nowhere");
        }
        for (std::size_t i = 0; i < k_contents_beside_own.size(); ++i) {
            const std::string name(k_contents_beside_own[i].name);
            const auto from = m_source.rows(k_contents_beside_own[i].sql);
            const auto to = m_destination.rows(k_contents_beside_own[i].sql);
            EXPECT_FALSE(from.empty());
            expect_none(missing_rows(from, to), name + " that did not arrive");
            expect_none(missing_rows(missing_rows(to, from), m_contents_before[i]),
                        name + " from nowhere");
            // What the destination alone had is identified by identifier and stores.
            for (const auto& own : m_contents_before[i]) {
                const auto is_same = [&](const Row& row) {
                    return row[0] == own[0] && row[1] == own[1];
                };
                if (std::none_of(from.begin(), from.end(), is_same)) {
                    EXPECT_EQ(std::count(to.begin(), to.end(), own), 1) << shown(own);
                }
            }
        }
    }

    void expect_own_untouched()
    {
        for (std::size_t i = 0; i < k_own_customers.size(); ++i) {
            EXPECT_EQ(m_destination.rows(k_own_customers[i].sql), m_own_before[i])
                << k_own_customers[i].name;
        }
    }

    void expect_second_run_writes_nothing()
    {
        const auto sums = m_destination.checksums();
        const auto before = counters();
        for (const std::string entity : k_entities) {
            SCOPED_TRACE(entity);
            const auto report = sync(entity);
            EXPECT_GT(report["summary"]["read"], 0);
            EXPECT_EQ(report["summary"]["unchanged"], report["summary"]["read"]);
        }
        EXPECT_EQ(m_destination.checksums(), sums);
        EXPECT_EQ(counters(), before);
    }

    TestDatabase& destination() { return m_destination; }

private:
    /// The summary without what a clock says.
    static nlohmann::json counted(const nlohmann::json& report)
    {
        auto summary = report["summary"];
        summary.erase("seconds");
        summary.erase("records_per_second");
        return summary;
    }

    TestDatabase m_source;
    TestDatabase m_destination;
    std::vector<Rows> m_own_before;
    std::vector<Rows> m_contents_before;
};

} // namespace

class RealShopsTest : public DbTest {};

TEST_F(RealShopsTest, ArriveInAnOpenMageShop)
{
    Migration migration("destination_shop.sql.xz");
    EXPECT_EQ(migration.destination().value("SELECT COUNT(*) FROM customer_entity"), "2");
    migration.run_all();
    migration.expect_same_contents();
    migration.expect_own_untouched();
    migration.expect_second_run_writes_nothing();
}

TEST_F(RealShopsTest, ArriveInAMahoShop)
{
    Migration migration("maho_shop.sql.xz");
    migration.run_all();
    migration.expect_same_contents();
    migration.expect_own_untouched();
    migration.expect_second_run_writes_nothing();
}

TEST_F(RealShopsTest, ArriveInTheSameWayWithoutLoadData)
{
    Migration migration("destination_shop.sql.xz");
    for (const std::string entity : k_entities) { migration.sync(entity, {"--no-load-data"}); }
    migration.expect_same_contents();
    migration.expect_own_untouched();
}

} // namespace datasync::test
