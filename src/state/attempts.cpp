// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "state/attempts.hpp"

#include "db/sql_text.hpp"
#include "state/bulk.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

namespace datasync::state {

namespace {

constexpr unsigned k_first_pause_s = 60;
constexpr unsigned k_longest_pause_s = 6 * 3600;
/// Doublings after which the longest pause is reached for sure.
constexpr unsigned k_most_doublings = 16;

} // namespace

Attempts::Attempts(db::Connection& destination, OwnTables tables, std::string source_system,
                   std::string entity, bool installed)
    : m_destination(destination),
      m_tables(std::move(tables)),
      m_source_system(std::move(source_system)),
      m_entity(std::move(entity)),
      m_installed(installed)
{
}

std::set<std::uint32_t> Attempts::put_off(std::span<const SeenChange> records)
{
    std::set<std::uint32_t> waiting;
    if (!m_installed) { return waiting; }
    for_each_chunk(records, [&](auto chunk) {
        std::vector<std::uint32_t> ids;
        std::unordered_map<std::uint32_t, const std::string*> changes;
        for (const SeenChange& record : chunk) {
            ids.push_back(record.source_id);
            changes[record.source_id] = &record.change;
        }
        m_destination.query(
            db::bind(fmt::format("SELECT source_id, change_seen FROM {} WHERE source_system = ? "
                                 "AND entity_type = ? AND source_id IN ({}) "
                                 "AND retry_at > UTC_TIMESTAMP()",
                                 db::quoted(m_tables.rejected), db::id_list(ids)),
                     {m_source_system, m_entity}),
            [&](const db::RowView& row) {
                if (row.text(1) == *changes[row.id(0)]) { waiting.insert(row.id(0)); }
            });
    });
    return waiting;
}

void Attempts::tried(std::span<const SeenChange> records)
{
    for_each_chunk(records, [&](auto chunk) {
        std::string seen;
        for (const SeenChange& record : chunk) {
            seen += fmt::format("{}SELECT {} AS source_id, {} AS change_seen",
                                seen.empty() ? "" : " UNION ALL ", record.source_id,
                                db::literal(record.change));
        }
        m_destination.execute(
            db::bind(fmt::format("UPDATE {} r JOIN ({}) seen ON seen.source_id = r.source_id SET "
                                 "r.change_seen = seen.change_seen, r.retry_at = UTC_TIMESTAMP() + "
                                 "INTERVAL LEAST({}, {} * POW(2, LEAST(r.attempts - 1, {}))) "
                                 "SECOND WHERE r.source_system = ? AND r.entity_type = ?",
                                 db::quoted(m_tables.rejected), seen, k_longest_pause_s,
                                 k_first_pause_s, k_most_doublings),
                     {m_source_system, m_entity}));
    });
}

std::map<std::string, std::vector<std::uint32_t>, std::less<>>
needed_and_due(db::Connection& destination, const OwnTables& tables, std::string_view source_system)
{
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> ids;
    destination.query(
        db::bind(fmt::format("SELECT entity_type, source_id FROM {} WHERE source_system = ? AND "
                             "change_seen = ? AND retry_at <= UTC_TIMESTAMP()",
                             db::quoted(tables.rejected)),
                 {source_system, k_needed_by_others}),
        [&](const db::RowView& row) { ids[row.string(0)].push_back(row.id(1)); });
    return ids;
}

} // namespace datasync::state
