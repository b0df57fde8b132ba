// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "state/removed_records.hpp"

#include "db/sql_text.hpp"
#include "state/bulk.hpp"

#include <fmt/format.h>

#include <utility>

namespace datasync::state {

namespace {

constexpr unsigned k_days_kept = 90;
constexpr std::size_t k_max_label_chars = 255;

} // namespace

RemovedRecords::RemovedRecords(db::Connection& destination, OwnTables tables,
                               std::string source_system, std::string entity, bool installed)
    : m_destination(destination),
      m_tables(std::move(tables)),
      m_source_system(std::move(source_system)),
      m_entity(std::move(entity)),
      m_installed(installed)
{
}

std::uint64_t RemovedRecords::within_a_day()
{
    if (!m_installed) { return 0; }
    return std::stoull(
        m_destination
            .value(db::bind(fmt::format("SELECT COUNT(*) FROM {} WHERE source_system = ? AND "
                                        "entity_type = ? AND removed_at > UTC_TIMESTAMP() - "
                                        "INTERVAL 24 HOUR",
                                        db::quoted(m_tables.removed)),
                            {m_source_system, m_entity}))
            .value_or("0"));
}

void RemovedRecords::add(std::span<const RemovalEvent> events)
{
    BulkStatement insert(m_destination,
                         fmt::format("INSERT INTO {} (source_system, entity_type, source_id, "
                                     "target_id, label, action, removed_at) VALUES ",
                                     db::quoted(m_tables.removed)),
                         "");
    for (const auto& event : events) {
        if (event.outcome != RemovalOutcome::removed && event.outcome != RemovalOutcome::disabled) {
            continue;
        }
        insert.add(fmt::format("({},{},{},{},{},{},UTC_TIMESTAMP())", db::literal(m_source_system),
                               db::literal(m_entity), event.source_id, event.target_id,
                               db::literal(fit_text(event.label, k_max_label_chars)),
                               db::literal(name_of(event.outcome))));
    }
    insert.flush();
}

void RemovedRecords::prune()
{
    m_destination.execute(
        db::bind(fmt::format("DELETE FROM {} WHERE source_system = ? AND entity_type = ? AND "
                             "removed_at < UTC_TIMESTAMP() - INTERVAL {} DAY",
                             db::quoted(m_tables.removed), k_days_kept),
                 {m_source_system, m_entity}));
}

} // namespace datasync::state
