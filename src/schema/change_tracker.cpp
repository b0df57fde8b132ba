// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/change_tracker.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "schema/tracker_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::schema {

namespace {

constexpr std::string_view k_identifier = "source_identifier";

/// Rows that one statement locks: the shop's own writing may wait for them.
constexpr std::size_t k_rows_per_statement = 1000;
/// While a claim waits for one row, the shop waits for the others of its statement.
constexpr std::size_t k_rows_per_claim = 200;
/// Changes that come while rows are given back are rare; as many in a row are none.
constexpr unsigned k_most_tries = 10;
constexpr unsigned k_duplicate_entry = 1062;
/// Until the server notices that a run which was killed is gone.
constexpr unsigned k_least_wait_s = 5;

template<typename Work>
void in_chunks(std::span<const std::uint32_t> ids, std::size_t most, const Work& work)
{
    while (!ids.empty()) {
        const auto chunk = ids.first(std::min(ids.size(), most));
        work(chunk);
        ids = ids.subspan(chunk.size());
    }
}

template<typename Work>
void in_chunks(std::span<const std::uint32_t> ids, const Work& work)
{
    in_chunks(ids, k_rows_per_statement,
              [&](std::span<const std::uint32_t> chunk) { work(db::id_list(chunk)); });
}

} // namespace

ChangeTracker::ChangeTracker(Shop& shop)
    : m_shop(shop), m_connection(shop.connection()), m_table(shop.quoted_table(k_tracker_table))
{
    const auto table = find_tracker(shop);
    if (!table.exists) {
        fatal(ExitCode::refused,
              "{} {} does not track its changes: it has no table {}; install the module of "
              "source-module/ there, or run `datasync tracker install --mode triggers`",
              m_connection.name(), m_connection.settings().describe(), table.name);
    }
    m_has_identifier = table.has_identifier;
}

void ChangeTracker::check_rights()
{
    const std::array statements = {
        fmt::format("EXPLAIN UPDATE {} SET sync_completed = sync_completed WHERE 1 = 0", m_table),
        fmt::format("EXPLAIN DELETE FROM {} WHERE 1 = 0", m_table)};
    for (const auto& statement : statements) {
        try {
            m_connection.query(statement, [](const db::RowView&) {});
        } catch (const db::DbError& error) {
            if (error.kind() != db::DbErrorKind::rights) { throw; }
            fatal(ExitCode::refused,
                  "{} user may not acknowledge changes in table {}; grant it with: {}; or run "
                  "without --mark-synced, which acknowledges nothing",
                  m_connection.name(), m_shop.table(k_tracker_table),
                  table_grant_for(m_connection, "UPDATE, DELETE", m_shop.table(k_tracker_table)));
        }
    }
}

bool ChangeTracker::has_changes()
{
    return m_connection
        .value(fmt::format("SELECT 1 FROM {} WHERE sync_completed IN (0, 2) LIMIT 1", m_table))
        .has_value();
}

std::set<std::string_view> ChangeTracker::waiting(std::span<const std::string_view> kinds)
{
    std::string questions;
    for (const auto kind : kinds) {
        questions += fmt::format("{}EXISTS (SELECT 1 FROM {} WHERE entity_type = {} AND "
                                 "sync_completed IN (0, 2))",
                                 questions.empty() ? "" : ", ", m_table, db::literal(kind));
    }
    std::set<std::string_view> found;
    m_connection.query("SELECT " + questions, [&](const db::RowView& row) {
        for (unsigned i = 0; i < row.columns(); ++i) {
            if (row.text(i) == "1") { found.insert(kinds[i]); }
        }
    });
    return found;
}

std::vector<PendingChanges> ChangeTracker::pending()
{
    std::vector<PendingChanges> kinds;
    m_connection.query(fmt::format("SELECT entity_type, COUNT(*), "
                                   "GREATEST(0, TIMESTAMPDIFF(SECOND, MIN(created_at), NOW())) "
                                   "FROM {} WHERE sync_completed IN (0, 2) GROUP BY entity_type "
                                   "ORDER BY entity_type",
                                   m_table),
                       [&](const db::RowView& row) {
                           kinds.push_back({row.string(0), std::stoull(row.string(1)),
                                            row.is_null(2) ? 0 : std::stoull(row.string(2))});
                       });
    return kinds;
}

std::uint32_t ChangeTracker::newest()
{
    return parse_id(m_connection.value("SELECT MAX(tracker_id) FROM " + m_table).value_or("0"));
}

std::vector<TrackedChange> ChangeTracker::next(std::string_view entity_type,
                                               const TrackerPage& page)
{
    std::vector<TrackedChange> changes;
    m_connection.query(
        db::bind(fmt::format("SELECT tracker_id, entity_id, created_at, {} FROM {} "
                             "WHERE sync_completed IN ({}) AND entity_type = ? AND tracker_id > "
                             "{} AND tracker_id <= {} ORDER BY tracker_id LIMIT {}",
                             m_has_identifier ? k_identifier : "NULL", m_table,
                             page.takes_claimed ? "0, 2" : "0", page.after, page.last, page.most),
                 {entity_type}),
        [&](const db::RowView& row) {
            changes.push_back({row.id(0), row.id(1), row.string(2), row.string(3)});
        });
    return changes;
}

std::uint64_t ChangeTracker::take_back_claims()
{
    std::uint64_t taken_back = 0;
    for (;;) {
        std::vector<std::uint32_t> ids;
        m_connection.query(
            fmt::format("SELECT tracker_id FROM {} WHERE sync_completed = 2 LIMIT {}", m_table,
                        k_rows_per_statement),
            [&](const db::RowView& row) { ids.push_back(row.id(0)); });
        if (ids.empty()) { return taken_back; }
        release(ids);
        taken_back += ids.size();
    }
}

std::vector<std::uint32_t> ChangeTracker::claim(std::span<const std::uint32_t> tracker_ids)
{
    std::vector<std::uint32_t> held;
    in_chunks(tracker_ids, k_rows_per_claim, [&](std::span<const std::uint32_t> chunk) {
        try {
            m_connection.execute(fmt::format("UPDATE {} SET sync_completed = 2 WHERE tracker_id "
                                             "IN ({}) AND sync_completed = 0",
                                             m_table, db::id_list(chunk)));
        } catch (const db::DbError& error) {
            if (error.kind() != db::DbErrorKind::retry) { throw; }
            held.insert(held.end(), chunk.begin(), chunk.end());
        }
    });
    return held;
}

void ChangeTracker::acknowledge(std::span<const std::uint32_t> tracker_ids)
{
    in_chunks(tracker_ids, [&](const std::string& ids) {
        std::vector<std::uint32_t> older;
        m_connection.query(
            fmt::format("SELECT done.tracker_id FROM {0} mine JOIN {0} done "
                        "ON done.entity_type = mine.entity_type "
                        "AND done.entity_id = mine.entity_id AND done.sync_completed = 1 "
                        "WHERE mine.tracker_id IN ({1}) AND mine.sync_completed = 2",
                        m_table, ids),
            [&](const db::RowView& row) { older.push_back(row.id(0)); });
        if (!older.empty()) {
            m_connection.execute(fmt::format("DELETE FROM {} WHERE tracker_id IN ({})", m_table,
                                             db::id_list(older)));
        }
        m_connection.execute(fmt::format("UPDATE {} SET sync_completed = 1, synced_at = NOW() "
                                         "WHERE tracker_id IN ({}) AND sync_completed = 2",
                                         m_table, ids));
    });
}

void ChangeTracker::release(std::span<const std::uint32_t> tracker_ids)
{
    in_chunks(tracker_ids, [&](const std::string& ids) {
        for (unsigned attempt = 1;; ++attempt) {
            std::vector<std::uint32_t> said_again;
            m_connection.query(
                fmt::format("SELECT mine.tracker_id FROM {0} mine JOIN {0} newer "
                            "ON newer.entity_type = mine.entity_type "
                            "AND newer.entity_id = mine.entity_id AND newer.sync_completed = 0 "
                            "WHERE mine.tracker_id IN ({1}) AND mine.sync_completed = 2",
                            m_table, ids),
                [&](const db::RowView& row) { said_again.push_back(row.id(0)); });
            if (!said_again.empty()) {
                m_connection.execute(fmt::format("DELETE FROM {} WHERE tracker_id IN ({})", m_table,
                                                 db::id_list(said_again)));
            }
            try {
                m_connection.execute(fmt::format("UPDATE {} SET sync_completed = 0 WHERE "
                                                 "tracker_id IN ({}) AND sync_completed = 2",
                                                 m_table, ids));
                return;
            } catch (const db::DbError& error) {
                // One of these records has just been changed again.
                if (error.code() != k_duplicate_entry || attempt == k_most_tries) { throw; }
            }
        }
    });
}

TrackerLock::TrackerLock(ChangeTracker& tracker, unsigned wait_s, const std::atomic<bool>* stop)
    : m_tracker(tracker),
      m_name(fmt::format("SHA2({}, 224)", db::literal("datasync tracker " +
                                                      tracker.m_connection.settings().database +
                                                      " " + tracker.m_table)))
{
    const auto take = fmt::format("SELECT GET_LOCK({}, 1)", m_name);
    for (unsigned waited_s = 0; waited_s < std::max(wait_s, k_least_wait_s); ++waited_s) {
        if (stop != nullptr && *stop) { break; }
        if (m_tracker.m_connection.value(take) == "1") { return; }
    }
    fatal(ExitCode::locked,
          "another run of datasync acknowledges changes of {} {}, into another destination or "
          "without a lock; a change can be acknowledged for one destination only",
          m_tracker.m_connection.name(), m_tracker.m_connection.settings().describe());
}

TrackerLock::~TrackerLock()
{
    try {
        m_tracker.m_connection.value(fmt::format("SELECT RELEASE_LOCK({})", m_name));
    } catch (const db::DbError&) {
        // The lock goes with the connection.
        return;
    }
}

} // namespace datasync::schema
