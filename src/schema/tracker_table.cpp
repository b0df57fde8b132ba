// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/tracker_table.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace datasync::schema {

namespace {

/// By this comment a later call knows that no module made the table.
constexpr std::string_view k_comment = "made by datasync tracker install";

constexpr std::array<std::string_view, 6> k_columns = {
    "tracker_id", "entity_type", "entity_id", "action", "created_at", "sync_completed"};

/// Without this key two changes of a record would be two rows.
constexpr std::string_view k_unique_key = "entity_type,entity_id,sync_completed";

bool has_unique_key(const Shop& shop, const TrackerTable& tracker)
{
    bool is_there = false;
    shop.connection().query(
        db::bind("SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index) FROM "
                 "information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? "
                 "AND non_unique = 0 GROUP BY index_name",
                 {tracker.name}),
        [&](const db::RowView& row) { is_there = is_there || row.text(0) == k_unique_key; });
    return is_there;
}

[[noreturn]] void refuse_table(const Shop& shop, const TrackerTable& tracker, std::string_view lack)
{
    fatal(ExitCode::refused,
          "{} shop {} has a table {} that is no change tracker: it has no {}; rename that table",
          shop.connection().name(), shop.connection().settings().describe(), tracker.name, lack);
}

std::uint64_t number(const db::RowView& row, unsigned column)
{
    return row.is_null(column) ? 0 : std::stoull(row.string(column));
}

} // namespace

TrackerTable find_tracker(Shop& shop)
{
    TrackerTable tracker;
    tracker.name = shop.table(k_tracker_table);
    const std::string plain_name(k_tracker_table);
    shop.load_tables(std::span(&plain_name, 1));
    auto& connection = shop.connection();
    connection.query("SELECT code, version FROM " + shop.quoted_table("core_resource") +
                         " WHERE code LIKE '%datasync%tracker%setup' ORDER BY code LIMIT 1",
                     [&](const db::RowView& row) {
                         tracker.module = fmt::format("{} {}", row.text(0), row.text(1));
                     });
    const auto* info = shop.find_table(k_tracker_table);
    if (info == nullptr) { return tracker; }
    tracker.exists = true;
    for (const auto column : k_columns) {
        if (info->find(column) == nullptr) {
            refuse_table(shop, tracker, fmt::format("column {}", column));
        }
    }
    if (!has_unique_key(shop, tracker)) {
        refuse_table(shop, tracker, fmt::format("unique key ({})", k_unique_key));
    }
    tracker.has_identifier = info->find("source_identifier") != nullptr;
    tracker.is_made_here =
        connection.value(db::bind("SELECT table_comment FROM information_schema.tables WHERE "
                                  "table_schema = DATABASE() AND table_name = ?",
                                  {tracker.name})) == k_comment;
    return tracker;
}

std::string create_tracker_sql(const TrackerTable& tracker)
{
    return fmt::format(
        "CREATE TABLE {} (tracker_id INT UNSIGNED NOT NULL AUTO_INCREMENT, "
        "entity_type VARCHAR(50) NOT NULL, entity_id INT UNSIGNED NOT NULL, "
        "action VARCHAR(10) NOT NULL DEFAULT 'update', created_at DATETIME NOT NULL, "
        "synced_at DATETIME NULL, sync_completed SMALLINT UNSIGNED NOT NULL DEFAULT 0, "
        "source_identifier VARCHAR(255) NULL, PRIMARY KEY (tracker_id), "
        "UNIQUE KEY entity (entity_type, entity_id, sync_completed), "
        "KEY pending (sync_completed, entity_type), KEY entity_rows (entity_type, entity_id), "
        "KEY created_at (created_at)) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4 "
        "COLLATE=utf8mb4_general_ci COMMENT={}",
        db::quoted(tracker.name), db::literal(k_comment));
}

std::vector<TrackerRows> count_tracker_rows(const Shop& shop, const TrackerTable& tracker)
{
    std::vector<TrackerRows> counted;
    const auto count = [](TrackerMark mark) {
        return fmt::format("SUM(sync_completed = {})", static_cast<unsigned>(mark));
    };
    shop.connection().query(
        fmt::format(
            "SELECT entity_type, {}, {}, {}, MIN(IF(sync_completed = {}, created_at, NULL)) "
            "FROM {} GROUP BY entity_type ORDER BY entity_type",
            count(TrackerMark::pending), count(TrackerMark::claimed), count(TrackerMark::synced),
            static_cast<unsigned>(TrackerMark::pending), db::quoted(tracker.name)),
        [&](const db::RowView& row) {
            counted.push_back(
                {row.string(0), number(row, 1), number(row, 2), number(row, 3), row.string(4)});
        });
    return counted;
}

unsigned used_ids_percent(const Shop& shop, const TrackerTable& tracker)
{
    constexpr std::uint64_t k_ids = std::numeric_limits<std::uint32_t>::max();
    const auto highest = shop.connection().value(
        fmt::format("SELECT MAX(tracker_id) FROM {}", db::quoted(tracker.name)));
    return static_cast<unsigned>(std::stoull(highest.value_or("0")) * 100 / k_ids);
}

} // namespace datasync::schema
