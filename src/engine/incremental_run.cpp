// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/incremental_run.hpp"

#include "engine/incremental_pass.hpp"
#include "engine/rights_refusal.hpp"
#include "schema/change_tracker.hpp"

#include <algorithm>
#include <memory>

namespace datasync::engine {

namespace {

/// Seconds that acknowledging waits for a row that the shop holds: it may be claimed next time.
constexpr unsigned k_tracker_lock_wait_s = 2;

db::ConnectionSettings tracker_settings(db::ConnectionSettings settings)
{
    settings.lock_wait_timeout_s = std::min(settings.lock_wait_timeout_s, k_tracker_lock_wait_s);
    return settings;
}

SessionOptions session_options(const IncrementalOptions& options, const state::LockOptions& lock)
{
    return {.source_system = options.sync.source_system,
            .command_line = options.sync.command_line,
            .dry_run = options.sync.dry_run,
            .lock = lock};
}

} // namespace

struct IncrementalRunner::Impl {
    Impl(const IncrementalOptions& wanted, const RunConnections& both)
        : options(wanted),
          connections(both),
          session(session_options(wanted, both.lock), both.source, both.destination),
          tracker_connection(tracker_settings(both.source), "source-tracker"),
          tracker_shop(tracker_connection, session.source()),
          tracker(tracker_shop)
    {
    }

    const IncrementalOptions& options;
    const RunConnections& connections;
    ShopSession session;
    db::Connection tracker_connection;
    schema::Shop tracker_shop;
    schema::ChangeTracker tracker;
};

IncrementalRunner::IncrementalRunner(const IncrementalOptions& options,
                                     const RunConnections& connections)
    : m_impl(with_rights_named(connections,
                               [&] { return std::make_unique<Impl>(options, connections); }))
{
}

IncrementalRunner::~IncrementalRunner() = default;

bool IncrementalRunner::has_changes()
{
    return m_impl->tracker.has_changes();
}

void IncrementalRunner::free_lock()
{
    m_impl->session.free_lock();
}

std::vector<state::RejectedCount> IncrementalRunner::rejected()
{
    if (!m_impl->session.installed()) { return {}; }
    return state::count_rejected(m_impl->session.target().connection(),
                                 m_impl->session.own_tables(), m_impl->options.sync.source_system);
}

IncrementalResult IncrementalRunner::run(RunListener& listener, const std::atomic<bool>& stop)
{
    return with_rights_named(m_impl->connections, [&] {
        m_impl->session.take_lock();
        return take_changes(m_impl->options, m_impl->connections, m_impl->session, m_impl->tracker,
                            listener, stop);
    });
}

} // namespace datasync::engine
