// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/incremental_run.hpp"

#include "datasync/error.hpp"
#include "engine/announced_records.hpp"
#include "engine/dependency_pull.hpp"
#include "engine/entity_run.hpp"
#include "engine/gone_pass.hpp"
#include "engine/named_files.hpp"
#include "engine/outcome_ledger.hpp"
#include "engine/retry.hpp"
#include "engine/rights_refusal.hpp"
#include "engine/tracked_types.hpp"
#include "schema/change_tracker.hpp"
#include "state/attempts.hpp"
#include "state/deferred_references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>
#include <utility>

namespace datasync::engine {

namespace {

using Clock = std::chrono::steady_clock;

/// Rows of the tracker that are taken at a time: what memory holds, and what one snapshot is for.
constexpr std::size_t k_rows_at_a_time = 10'000;

SessionOptions session_options(const IncrementalOptions& options, const state::LockOptions& lock)
{
    return {options.sync.source_system, options.sync.command_line, options.sync.dry_run, lock};
}

/// One pass over everything that waits.
class IncrementalPass {
public:
    IncrementalPass(const IncrementalOptions& options, ShopSession& session,
                    schema::ChangeTracker& tracker, RunListener& listener,
                    const std::atomic<bool>& stop)
        : m_options(options),
          m_session(session),
          m_tracker(tracker),
          m_listener(listener),
          m_stop(stop),
          m_ledger(listener),
          m_pull(m_ledger,
                 [this](std::string_view entity, std::vector<std::uint32_t> ids,
                        MissingRecords& missing) { take(entity, std::move(ids), missing); })
    {
    }

    IncrementalResult run()
    {
        m_result.source_system = m_options.sync.source_system;
        m_result.dry_run = m_options.sync.dry_run;
        for (const auto& warning : m_session.warnings()) { warn(warning); }
        if (claims()) {
            m_tracker.check_rights();
            retrying([&] { m_result.taken_back += m_tracker.take_back_claims(); });
        }
        const auto newest = m_tracker.newest();
        for (const auto& type : tracked_types()) {
            if (is_wanted(type.entity) && !is_over()) { take_changes(type, newest); }
        }
        m_session.end_snapshot();
        m_result.pending = m_tracker.pending();
        warn_of_unknown_words();
        count_open_references();
        m_ledger.finish();
        m_result.entities = std::move(m_ledger.results());
        m_result.seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
        return std::move(m_result);
    }

private:
    /// Whether rows of the tracker are written at all.
    bool claims() const { return m_options.acknowledges && !m_options.sync.dry_run; }

    bool is_wanted(std::string_view entity) const
    {
        if (!m_options.only_entity.empty()) { return entity == m_options.only_entity; }
        const auto stock = m_options.sync.stock;
        if (stock == StockMode::only) { return entity == "stock"; }
        return stock != StockMode::exclude || entity != "stock";
    }

    bool is_over()
    {
        const auto limit = m_options.sync.max_runtime_s;
        const bool is_late = limit != 0 && Clock::now() - m_start >= std::chrono::seconds(limit);
        if (m_stop || is_late) { m_result.stopped_early = true; }
        return m_result.stopped_early;
    }

    void warn(const std::string& text)
    {
        m_result.warnings.push_back(text);
        m_listener.warning(text);
    }

    /// What one type has left open, a later one may have answered.
    void count_open_references()
    {
        if (!m_session.installed()) { return; }
        state::DeferredReferences deferred(m_session.target().connection(), m_session.own_tables(),
                                           m_options.sync.source_system, m_session.source_number(),
                                           true);
        for (auto& result : m_ledger.results()) {
            if (!result.dry_run) { result.open_references = deferred.count(result.entity); }
        }
    }

    void warn_of_unknown_words()
    {
        for (const auto& kind : m_result.pending) {
            if (!entity_of_word(kind.entity_type).empty()) { continue; }
            warn(fmt::format("the tracker has {} changes of \"{}\", which DataSync does not carry: "
                             "they wait on",
                             kind.count, kind.entity_type));
        }
    }

    void take_changes(const TrackedType& type, std::uint32_t newest)
    {
        AnnouncementReader reader(m_session, m_tracker, type, newest);
        auto left =
            m_options.limit == 0 ? std::numeric_limits<std::uint64_t>::max() : m_options.limit;
        while (left > 0 && !is_over()) {
            auto announced = reader.next(k_rows_at_a_time);
            if (announced.empty()) { return; }
            leave_put_off(type.entity, announced);
            while (announced.records.size() > left) {
                announced.records.erase(std::prev(announced.records.end()));
            }
            left -= announced.records.size();
            if (announced.empty()) { continue; }
            try {
                take_piece(type.entity, announced);
            } catch (const FatalError& error) {
                if (error.exit_code() == ExitCode::unreachable) { throw; }
                // One type that cannot be taken keeps no other from coming.
                give_up(type.entity, announced, error.what(), error.exit_code());
                return;
            } catch (const db::DbError& error) {
                if (error.kind() != db::DbErrorKind::rights) { throw; }
                give_up(type.entity, announced, error.what(), ExitCode::refused);
                return;
            }
        }
    }

    /// Takes out what failed before, is not due again and has not been changed since.
    void leave_put_off(std::string_view entity, AnnouncedRecords& announced)
    {
        std::vector<state::SeenChange> seen;
        for (const auto& [id, record] : announced.records) { seen.push_back({id, record.change}); }
        const auto put_off = attempts(entity).put_off(seen);
        m_result.put_off += put_off.size();
        for (const auto id : put_off) { announced.records.erase(id); }
    }

    state::Attempts attempts(std::string_view entity)
    {
        return {m_session.target().connection(), m_session.own_tables(),
                m_options.sync.source_system, std::string(entity), m_session.installed()};
    }

    void take_piece(std::string_view entity, const AnnouncedRecords& announced)
    {
        std::vector<std::uint32_t> rows = announced.idle_rows;
        std::vector<std::uint32_t> ids;
        for (const auto& [id, record] : announced.records) {
            ids.push_back(id);
            rows.insert(rows.end(), record.tracker_ids.begin(), record.tracker_ids.end());
        }
        // Claimed before the snapshot opens: what comes later is a row of its own.
        if (claims()) {
            retrying([&] { m_tracker.claim(rows); });
        }
        m_session.begin_snapshot();
        GonePass gone(m_session, type_options(entity, {}), m_options.removal, m_listener);
        gone.remove(announced, ids);
        if (!gone.present().empty()) {
            MissingRecords missing;
            take(entity, gone.present(), missing);
            if (m_options.pulls && !is_over()) {
                m_result.pulled += m_pull.bring(std::move(missing));
            }
        }
        gone.ask_again();
        settle(entity, announced, gone);
    }

    /// One run of an entity type over these records.
    void take(std::string_view entity, std::vector<std::uint32_t> ids, MissingRecords& missing)
    {
        const auto options = type_options(entity, std::move(ids));
        const auto result =
            run_entity(m_session, options, m_ledger, m_stop, {&missing, &m_ledger.pretended()});
        m_result.stopped_early = m_result.stopped_early || result.stopped_early;
    }

    SyncOptions type_options(std::string_view entity, std::vector<std::uint32_t> ids) const
    {
        auto options = m_options.sync;
        options.entity = entity;
        options.filter.entity_ids = std::move(ids);
        // What only some entity types have is not asked of the others.
        const auto& spec = m_session.handler(entity).spec();
        if (!spec.numbers_documents) {
            options.increment_prefix.clear();
            options.increment_suffix.clear();
        }
        if (!names_files(spec)) { options.media = {}; }
        if (options.max_runtime_s != 0) {
            const auto spent =
                std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - m_start);
            const auto limit = std::chrono::seconds(options.max_runtime_s);
            options.max_runtime_s =
                spent < limit ? static_cast<unsigned>((limit - spent).count()) : 1U;
        }
        return options;
    }

    /// Acknowledges what has arrived; the rest waits again.
    void settle(std::string_view entity, const AnnouncedRecords& announced, const GonePass& gone)
    {
        std::set<std::uint32_t> done(announced.idle_rows.begin(), announced.idle_rows.end());
        std::set<std::uint32_t> waiting;
        std::vector<state::SeenChange> tried;
        const auto& unsettled = m_ledger.unsettled(entity);
        for (const auto& [id, record] : announced.records) {
            const bool has_failed = unsettled.contains(id) || gone.failed().contains(id);
            // What was not seen is none of this type's records, unless the run ended before it.
            const bool is_left =
                gone.is_refused(id) ||
                (m_result.stopped_early && !gone.has_ended(id) && !m_ledger.has_seen(entity, id));
            auto& rows = has_failed || is_left ? waiting : done;
            rows.insert(record.tracker_ids.begin(), record.tracker_ids.end());
            if (has_failed) { tried.push_back({id, record.change}); }
        }
        if (!m_options.sync.dry_run) {
            retrying([&] {
                gone.remember_failed();
                attempts(entity).tried(tried);
            });
        }
        m_ledger.settle();
        gone.add_to(m_result.removals);
        if (!claims()) { return; }
        // A row about a part of several records is done when all of them have arrived.
        for (const auto row : waiting) { done.erase(row); }
        const std::vector<std::uint32_t> done_rows(done.begin(), done.end());
        const std::vector<std::uint32_t> waiting_rows(waiting.begin(), waiting.end());
        retrying([&] { m_tracker.acknowledge(done_rows); });
        retrying([&] { m_tracker.release(waiting_rows); });
        m_result.acknowledged += done_rows.size();
    }

    void give_up(std::string_view entity, const AnnouncedRecords& announced, std::string message,
                 ExitCode exit_code)
    {
        m_ledger.settle();
        if (claims()) {
            std::vector<std::uint32_t> rows = announced.idle_rows;
            for (const auto& [id, record] : announced.records) {
                rows.insert(rows.end(), record.tracker_ids.begin(), record.tracker_ids.end());
            }
            retrying([&] { m_tracker.release(rows); });
        }
        m_result.failures.push_back({std::string(entity), std::move(message), exit_code});
    }

    const IncrementalOptions& m_options;
    ShopSession& m_session;
    schema::ChangeTracker& m_tracker;
    RunListener& m_listener;
    const std::atomic<bool>& m_stop;
    OutcomeLedger m_ledger;
    DependencyPull m_pull;
    IncrementalResult m_result;
    Clock::time_point m_start = Clock::now();
};

} // namespace

struct IncrementalRunner::Impl {
    Impl(const IncrementalOptions& wanted, const RunConnections& both)
        : options(wanted),
          connections(both),
          session(session_options(wanted, both.lock), both.source, both.destination),
          tracker_connection(both.source, "source-tracker"),
          tracker_shop(tracker_connection),
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
        return IncrementalPass(m_impl->options, m_impl->session, m_impl->tracker, listener, stop)
            .run();
    });
}

} // namespace datasync::engine
