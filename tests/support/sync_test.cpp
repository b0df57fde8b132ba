// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sync_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_backends = {"varchar", "int", "text", "datetime", "decimal"};

/// All value tables of an entity as one.
std::string all_values(std::string_view entity_table)
{
    std::string sql;
    for (const auto* backend : k_backends) {
        sql += fmt::format("{}SELECT entity_id, attribute_id, CAST(value AS CHAR) AS value FROM "
                           "{}_{}",
                           sql.empty() ? "" : " UNION ALL ", entity_table, backend);
    }
    return "(" + sql + ")";
}

/// Labels of the options that a value names.
constexpr std::string_view k_labels =
    "(SELECT GROUP_CONCAT(o.value ORDER BY o.value) FROM eav_attribute_option_value o "
    "WHERE o.store_id = 0 AND FIND_IN_SET(o.option_id, v.value))";

/// What a person knows an address by.
constexpr std::string_view k_address =
    "(SELECT CONCAT_WS('/', s.value, t.created_at) FROM customer_address_entity t "
    "JOIN customer_address_entity_text s ON s.entity_id = t.entity_id WHERE t.entity_id = {})";

} // namespace

Snapshot snapshot_of(TestDatabase& database, bool with_own_tables)
{
    Snapshot snapshot;
    for (const auto& table :
         database.column("SELECT table_name FROM information_schema.tables "
                         "WHERE table_schema = DATABASE() ORDER BY table_name")) {
        if (!with_own_tables && table.starts_with("datasync_")) { continue; }
        snapshot[table] = database.rows("SHOW CREATE TABLE " + table).at(0).at(1).value() +
                          database.rows("CHECKSUM TABLE " + table).at(0).at(1).value();
    }
    return snapshot;
}

std::string counts(const Json& report)
{
    std::string text;
    for (const auto& [name, number] : report.at("summary").items()) {
        if (name == "read" || name == "seconds" || name == "records_per_second" || number == 0) {
            continue;
        }
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", number.get<int>(), name);
    }
    return text;
}

std::string told(const Json& report, unsigned source_id)
{
    for (const auto& record : report.at("records")) {
        if (record.at("source_id") == source_id) {
            return fmt::format("{}: {}", record.at("outcome").get<std::string>(),
                               record.at("detail").get<std::string>());
        }
    }
    return "";
}

std::map<std::string, std::string> values_of(TestDatabase& shop, std::string_view entity_table,
                                             const std::string& id)
{
    std::map<std::string, std::string> values;
    for (const auto& row :
         shop.rows(fmt::format("SELECT a.attribute_code, v.value FROM {} v JOIN eav_attribute a ON "
                               "a.attribute_id = v.attribute_id WHERE v.entity_id = {}",
                               all_values(entity_table), id))) {
        values[row.at(0).value()] = row.at(1).value_or("NULL");
    }
    return values;
}

std::vector<std::string> customer_lines(TestDatabase& shop)
{
    constexpr std::string_view k_who = "CONCAT_WS(' ', e.email, w.code)";
    constexpr std::string_view k_customers =
        "customer_entity e JOIN core_website w ON w.website_id = e.website_id";
    constexpr std::string_view k_others = "e.email NOT LIKE 'keep%'";
    auto lines = shop.column(
        fmt::format("SELECT CONCAT_WS(' ', {}, s.code, g.customer_group_code, c.class_name, "
                    "IFNULL(e.increment_id, 'none'), e.created_at, e.updated_at, e.is_active, "
                    "e.disable_auto_group_change, y.entity_type_code, e.attribute_set_id) FROM {} "
                    "JOIN core_store s ON s.store_id = e.store_id "
                    "JOIN customer_group g ON g.customer_group_id = e.group_id "
                    "JOIN tax_class c ON c.class_id = g.tax_class_id "
                    "JOIN eav_entity_type y ON y.entity_type_id = e.entity_type_id WHERE {}",
                    k_who, k_customers, k_others));
    const auto add = [&lines](const std::vector<std::string>& more) {
        lines.insert(lines.end(), more.begin(), more.end());
    };
    add(shop.column(fmt::format(
        "SELECT CONCAT_WS(' ', {}, a.attribute_code, IFNULL(CASE WHEN a.attribute_code LIKE "
        "'default\\_%' THEN {} WHEN a.source_model = 'eav/entity_attribute_source_table' THEN {} "
        "ELSE v.value END, 'nothing')) FROM {} JOIN {} v ON v.entity_id = e.entity_id "
        "JOIN eav_attribute a ON a.attribute_id = v.attribute_id WHERE {}",
        k_who, fmt::format(k_address, "v.value"), k_labels, k_customers,
        all_values("customer_entity"), k_others)));
    add(shop.column(fmt::format(
        "SELECT CONCAT_WS(' ', {}, {}, n.updated_at, n.is_active, y.entity_type_code, "
        "a.attribute_code, IF(a.attribute_code = 'region_id', (SELECT CONCAT(r.country_id, '/', "
        "r.code) FROM directory_country_region r WHERE r.region_id = v.value), v.value)) FROM {} "
        "JOIN customer_address_entity n ON n.parent_id = e.entity_id "
        "JOIN eav_entity_type y ON y.entity_type_id = n.entity_type_id "
        "JOIN {} v ON v.entity_id = n.entity_id "
        "JOIN eav_attribute a ON a.attribute_id = v.attribute_id WHERE {}",
        k_who, fmt::format(k_address, "n.entity_id"), k_customers,
        all_values("customer_address_entity"), k_others)));
    std::sort(lines.begin(), lines.end());
    return lines;
}

Json SyncTest::report(std::string_view entity, const Words& more) const
{
    Words words = more;
    words.insert(words.end(), {"--format", "json"});
    const ProgramResult result = sync(entity, words);
    const Json report = Json::parse(result.out, nullptr, false);
    if (report.is_discarded()) {
        throw std::runtime_error("no JSON report, but: " + result.out + result.err);
    }
    EXPECT_EQ(report.at("exit_code"), result.exit_code) << result.err;
    return report;
}

std::string SyncTest::update(std::string_view entity, const Words& more) const
{
    Words words = more;
    words.insert(words.end(), {"-d", "update"});
    return counts(report(entity, words));
}

void SyncTest::sync_customers() const
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer"), "12 created");
}

std::string SyncTest::target(std::string_view type, unsigned source_id)
{
    return destination()
        .value(fmt::format("SELECT target_id FROM datasync_entity_registry WHERE source_system = "
                           "'legacy' AND entity_type = '{}' AND source_id = {}",
                           type, source_id))
        .value_or("");
}

std::string SyncTest::target_address(unsigned source_id)
{
    constexpr int k_address_part = 1; // Numbers of parts are for ever.
    return destination()
        .value(fmt::format("SELECT target_id FROM datasync_part_registry WHERE part_type = {} AND "
                           "source_id = {}",
                           k_address_part, source_id))
        .value_or("");
}

Snapshot SyncTest::all_but_runs()
{
    auto snapshot = snapshot_of(destination(), true);
    for (const char* const table : {"datasync_run", "datasync_source", "datasync_delta_state"}) {
        snapshot.erase(table);
    }
    return snapshot;
}

::testing::AssertionResult SyncTest::has(std::string_view text, std::string_view part)
{
    if (text.find(part) != std::string_view::npos) { return ::testing::AssertionSuccess(); }
    return ::testing::AssertionFailure() << "\"" << part << "\" is not in: " << text;
}

} // namespace datasync::test
