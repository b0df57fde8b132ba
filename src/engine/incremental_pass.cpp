// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/incremental_pass.hpp"

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
#include "engine/tracker_claims.hpp"
#include "state/attempts.hpp"
#include "state/deferred_references.hpp"
#include "state/run_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <utility>

namespace datasync::engine {

namespace {

using Clock = std::chrono::steady_clock;

/// Rows of the tracker that are taken at a time: what memory holds, and what one snapshot is for.
constexpr std::size_t k_rows_at_a_time = 10'000;

/// One pass over everything that waits.
class IncrementalPass {
public:
    IncrementalPass(const IncrementalOptions& options, const RunConnections& connections,
                    ShopSession& session, schema::ChangeTracker& tracker, RunListener& listener,
                    const std::atomic<bool>& stop)
        : m_options(options),
          m_connections(connections),
          m_session(session),
          m_tracker(tracker),
          m_claims(tracker, claims()),
          m_listener(listener),
          m_stop(stop),
          m_ledger(listener),
          m_pull(m_ledger, [this](std::string_view entity, const std::vector<std::uint32_t>& ids,
                                  MissingRecords& missing) { take_needed(entity, ids, missing); })
    {
    }

    IncrementalResult run()
    {
        m_result.source_system = m_options.sync.source_system;
        m_result.dry_run = m_options.sync.dry_run;
        for (const auto& warning : m_session.warnings()) { warn(warning); }
        std::optional<schema::TrackerLock> lock;
        if (claims()) {
            m_tracker.check_rights();
            lock.emplace(m_tracker, m_connections.lock.wait_s, &m_stop);
            retrying([&] { m_result.taken_back += m_tracker.take_back_claims(); });
        }
        const auto newest = m_tracker.newest();
        const auto waiting = waiting_words();
        for (const auto& type : tracked_types()) {
            std::vector<TrackedWord> words;
            std::copy_if(type.words.begin(), type.words.end(), std::back_inserter(words),
                         [&](const TrackedWord& word) { return waiting.contains(word.word); });
            if (words.empty() || !is_wanted(type.entity) || is_over()) { continue; }
            take_changes({type.entity, words}, newest);
        }
        if (m_options.pulls && !is_over()) { take_what_is_due(); }
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

    std::set<std::string_view> waiting_words()
    {
        std::vector<std::string_view> words;
        for (const auto& type : tracked_types()) {
            for (const auto& word : type.words) { words.push_back(word.word); }
        }
        return m_tracker.waiting(words);
    }

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
        AnnouncementReader reader(m_session, m_tracker, type, newest, !claims());
        auto left =
            m_options.limit == 0 ? std::numeric_limits<std::uint64_t>::max() : m_options.limit;
        while (left > 0 && !is_over()) {
            auto announced = reader.next(k_rows_at_a_time);
            if (announced.empty()) { return; }
            leave_put_off(type.entity, announced);
            while (announced.records.size() > left) {
                announced.leave(std::prev(announced.records.end())->first);
            }
            left -= announced.records.size();
            if (announced.empty()) { continue; }
            try {
                take_piece(type.entity, announced);
            } catch (const FatalError& error) {
                if (error.exit_code() == ExitCode::unreachable) { throw; }
                // One type that cannot be taken keeps no other from coming.
                give_up(announced, failure_of(type.entity, error));
                return;
            } catch (const db::DbError& error) {
                if (error.kind() == db::DbErrorKind::connection) { throw; }
                give_up(announced, failure_of(type.entity, error));
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
        for (const auto id : put_off) { announced.leave(id); }
    }

    state::Attempts attempts(std::string_view entity)
    {
        return {m_session.target().connection(), m_session.own_tables(),
                m_options.sync.source_system, std::string(entity), m_session.installed()};
    }

    static TypeFailure failure_of(std::string_view entity, const FatalError& error)
    {
        return {std::string(entity), error.what(), error.exit_code()};
    }

    TypeFailure failure_of(std::string_view entity, const db::DbError& error) const
    {
        if (error.kind() == db::DbErrorKind::rights) {
            return {std::string(entity), rights_refusal(error, m_connections), ExitCode::refused};
        }
        return {std::string(entity), error.what(), ExitCode::internal_error};
    }

    void take_piece(std::string_view entity, AnnouncedRecords& announced)
    {
        m_claims.claim(announced);
        std::vector<std::uint32_t> ids;
        for (const auto& [id, record] : announced.records) { ids.push_back(id); }
        m_session.begin_snapshot();
        GonePass gone(m_session, type_options(entity, {}), m_options.removal, m_listener,
                      m_result.removals);
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

    /// The same for what others need: a type that cannot be taken keeps none of them from coming.
    void take_needed(std::string_view entity, const std::vector<std::uint32_t>& ids,
                     MissingRecords& missing)
    {
        try {
            take(entity, ids, missing);
        } catch (const FatalError& error) {
            if (error.exit_code() == ExitCode::unreachable) { throw; }
            leave_needed(failure_of(entity, error), ids);
        } catch (const db::DbError& error) {
            if (error.kind() == db::DbErrorKind::connection) { throw; }
            leave_needed(failure_of(entity, error), ids);
        }
    }

    /// Leaves them for a later run: no row of the tracker speaks of them.
    void leave_needed(TypeFailure failure, const std::vector<std::uint32_t>& ids)
    {
        std::vector<RecordEvent> events;
        for (const auto id : ids) {
            if (m_ledger.unsettled(failure.entity).contains(id)) { continue; }
            RecordEvent event;
            event.entity = m_session.handler(failure.entity).spec().name;
            event.source_id = id;
            event.outcome = Outcome::failed;
            event.detail = failure.message;
            m_ledger.record(event);
            events.push_back(std::move(event));
        }
        if (!m_options.sync.dry_run && m_session.installed()) {
            state::RejectedRecords rejected(m_session.target().connection(), m_session.own_tables(),
                                            m_options.sync.source_system, failure.entity);
            retrying([&] { rejected.remember(events); });
        }
        const auto is_known = [&](const TypeFailure& known) {
            return known.entity == failure.entity;
        };
        if (std::none_of(m_result.failures.begin(), m_result.failures.end(), is_known)) {
            m_result.failures.push_back(std::move(failure));
        }
    }

    /// What others have needed and what did not arrive: nobody announces it again.
    void take_what_is_due()
    {
        if (!m_session.installed()) { return; }
        const auto due = state::needed_and_due(
            m_session.target().connection(), m_session.own_tables(), m_options.sync.source_system);
        for (const auto entity : types_others_need()) {
            const auto ids = due.find(entity);
            if (ids == due.end() || !is_wanted(entity)) { continue; }
            m_session.begin_snapshot();
            MissingRecords missing;
            take_needed(entity, ids->second, missing);
            m_result.pulled += m_pull.bring(std::move(missing));
            remember_needed({});
            m_ledger.settle();
        }
    }

    /// Notes what was needed and did not arrive, but of that type: of its records the tracker
    /// tells.
    void remember_needed(std::string_view announced)
    {
        if (m_options.sync.dry_run) { return; }
        for (const auto entity : types_others_need()) {
            if (entity == announced) { continue; }
            std::vector<state::SeenChange> needed;
            for (const auto& [id, event] : m_ledger.unsettled(entity)) {
                needed.push_back({id, std::string(state::k_needed_by_others)});
            }
            if (!needed.empty()) {
                retrying([&] { attempts(entity).tried(needed); });
            }
        }
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
        std::set<std::uint32_t> waiting;
        std::vector<state::SeenChange> tried;
        const auto& unsettled = m_ledger.unsettled(entity);
        for (const auto& [id, record] : announced.records) {
            const bool has_failed = unsettled.contains(id) || gone.failed().contains(id);
            if (has_failed) { tried.push_back({id, record.change}); }
            // Of a run that has stopped, what a record needs may not have come either.
            const bool is_cut_off = m_result.stopped_early && !gone.has_ended(id);
            if (has_failed || is_cut_off || gone.is_refused(id)) { waiting.insert(id); }
        }
        if (!m_options.sync.dry_run) {
            retrying([&] {
                gone.remember();
                attempts(entity).tried(tried);
            });
        }
        remember_needed(entity);
        m_ledger.settle();
        m_result.acknowledged += m_claims.settle(announced, waiting);
    }

    void give_up(const AnnouncedRecords& announced, TypeFailure failure)
    {
        m_ledger.settle();
        m_claims.release(announced);
        m_result.failures.push_back(std::move(failure));
    }

    const IncrementalOptions& m_options;
    const RunConnections& m_connections;
    ShopSession& m_session;
    schema::ChangeTracker& m_tracker;
    TrackerClaims m_claims;
    RunListener& m_listener;
    const std::atomic<bool>& m_stop;
    OutcomeLedger m_ledger;
    DependencyPull m_pull;
    IncrementalResult m_result;
    Clock::time_point m_start = Clock::now();
};

} // namespace

IncrementalResult take_changes(const IncrementalOptions& options, const RunConnections& connections,
                               ShopSession& session, schema::ChangeTracker& tracker,
                               RunListener& listener, const std::atomic<bool>& stop)
{
    return IncrementalPass(options, connections, session, tracker, listener, stop).run();
}

} // namespace datasync::engine
