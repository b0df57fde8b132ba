// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/entity_run.hpp"

#include "datasync/error.hpp"
#include "engine/batch_queue.hpp"
#include "engine/batch_worker.hpp"
#include "engine/named_files.hpp"
#include "engine/reference_sweep.hpp"
#include "engine/result_collector.hpp"
#include "engine/run_setup.hpp"
#include "media/media_transfer.hpp"
#include "state/run_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <unordered_map>

namespace datasync::engine {

namespace {

using Clock = std::chrono::steady_clock;

/// One run: the reader in the calling thread, a thread per writer.
class EntityRun {
public:
    EntityRun(const SyncOptions& options, RunSetup& setup, SyncResult& result,
              RunListener& listener, const std::atomic<bool>& stop, const RunLinks& links)
        : m_options(options),
          m_setup(setup),
          m_result(result),
          m_collector(result, listener),
          m_listener(listener),
          m_stop(stop),
          m_takes_line(links.takes_line),
          m_sweep(setup, options),
          m_queue(options.jobs + 1U)
    {
        if (links.pretended != nullptr) { m_setup.pretend(*links.pretended); }
        if (links.missing == nullptr) { return; }
        m_setup.note_missing();
        m_collector.collect_missing(*links.missing);
    }

    void run()
    {
        m_start = Clock::now();
        const auto& context = m_setup.context();
        const auto adapter = m_setup.open_source(batch_size(), m_takes_line);
        m_listener.started(m_result, adapter->count());
        if (m_options.media.is_enabled()) {
            m_media.emplace(m_options.media, m_stop);
            m_setup.bring_files(*m_media);
        }
        for (const auto& warning : m_setup.warnings()) { m_collector.warn(warning); }

        if (m_options.dry_run) { m_collector.forecast_references(m_sweep.open()); }
        std::vector<std::thread> threads;
        for (unsigned i = 1; i <= writers(); ++i) {
            threads.emplace_back([this, i] { write_batches(i); });
        }
        read_batches(*adapter);
        for (auto& thread : threads) { thread.join(); }
        warn_of_absent_ids();
        if (m_media && !m_error) { finish_files(); }
        m_collector.finish();
        if (m_result.changed() != 0) {
            m_result.reindex = context.indexers;
            if (!m_media && NamedFiles(context.plan).any()) {
                m_collector.warn("files that records name are not brought; say where the source's "
                                 "media folder is with --image-base-path or --image-base-url");
            }
        }
        if (m_error) { std::rethrow_exception(m_error); }
        if (m_options.dry_run) { return; }
        m_result.delivered_references = m_sweep.deliver(m_collector);
        m_result.delivered_references += complete_records();
        // Rows that came last may be what something else has waited for.
        m_result.delivered_references += m_sweep.deliver(m_collector);
        m_result.open_references = m_sweep.open();
    }

private:
    /// Of records that may be alike, two writers could take the same one of the destination's.
    unsigned writers() const { return m_setup.context().natural.may_repeat ? 1U : m_options.jobs; }

    unsigned batch_size() const
    {
        return m_options.batch_size != 0 ? m_options.batch_size
                                         : m_setup.context().plan.spec->batch_size;
    }

    bool out_of_time() const
    {
        return m_options.max_runtime_s != 0 &&
               Clock::now() - m_start >= std::chrono::seconds(m_options.max_runtime_s);
    }

    /// Says when ids that were asked for one by one are not on the source.
    void warn_of_absent_ids()
    {
        const auto& filter = m_options.filter;
        const bool is_narrowed = filter.limit != 0 || !filter.date_from.empty() ||
                                 !filter.date_to.empty() ||
                                 (!filter.entity_ids.empty() && !filter.increment_ids.empty());
        if (is_narrowed || m_error || m_result.stopped_early) { return; }
        const std::set<std::uint32_t> ids(filter.entity_ids.begin(), filter.entity_ids.end());
        const std::set<std::string> numbers(filter.increment_ids.begin(),
                                            filter.increment_ids.end());
        const auto asked = ids.size() + numbers.size();
        if (m_result.read() >= asked) { return; }
        m_collector.warn(fmt::format("{} of the {} ids asked for do not exist on the source",
                                     asked - m_result.read(), asked));
    }

    void read_batches(SourceAdapter& adapter)
    {
        try {
            for (std::uint64_t number = 0; auto* batch = m_queue.take_empty(); ++number) {
                m_collector.wait_for_room(number);
                if (m_stop || out_of_time()) {
                    m_result.stopped_early = true;
                    break;
                }
                if (!adapter.next(*batch)) { break; }
                m_queue.push(batch);
            }
            m_queue.finish();
        } catch (...) {
            // What has been read whole may be written whole; the error ends the run after that.
            keep_error(std::current_exception());
            m_queue.finish();
        }
    }

    /// Waits for the files and says which did not come.
    void finish_files()
    {
        m_result.media = m_media->finish();
        const auto warn = [&](std::string_view what, std::uint64_t count,
                              const std::vector<MediaProblem>& files) {
            for (const auto& file : files) {
                m_collector.warn(fmt::format("file {}: {} ({})", file.path, what, file.reason));
            }
            if (count > files.size()) {
                m_collector.warn(fmt::format("{} more files: {}", count - files.size(), what));
            }
        };
        warn("missing", m_result.media->missing, m_result.media->missing_files);
        warn("not brought", m_result.media->failed, m_result.media->failed_files);
        m_result.stopped_early = m_result.stopped_early || m_result.media->left != 0;
    }

    /// Brings rows that had to wait for a record that has come since, in this run or before it.
    /// Returns how many of them had waited for longer than this run.
    std::uint64_t complete_records()
    {
        const auto& context = m_setup.context();
        // A file that has been read is gone.
        if (context.reads_file() || !LateRows(context.plan).any()) { return 0; }
        const auto waiting = m_sweep.waiting_rows();
        if (waiting.empty()) { return 0; }
        Filter filter;
        std::unordered_map<std::uint32_t, std::uint64_t> delivered; // By record.
        for (const auto& [owner, since_before] : waiting) {
            filter.entity_ids.push_back(owner);
            // What comes with its record has not been delivered.
            if (!m_collector.has_written(owner)) { delivered[owner] = since_before; }
        }
        schema::SourceReader reader(m_setup.source(), context.plan, filter, batch_size(),
                                    context.referenced, context.option_attributes);
        BatchWorker worker(context, 1, BatchWorker::Task::complete);
        EntityBatch batch;
        while (!m_stop && !out_of_time() && reader.next(batch)) {
            for (const auto& event : worker.complete(batch)) {
                m_collector.warn(fmt::format("{} {} ({}) lacks rows that could come: {}",
                                             m_options.entity, event.source_id, event.label,
                                             event.detail));
                ++m_result.incomplete;
                delivered.erase(event.source_id);
            }
        }
        m_result.stopped_early = m_result.stopped_early || m_stop || out_of_time();
        return std::accumulate(
            delivered.begin(), delivered.end(), std::uint64_t{0},
            [](std::uint64_t sum, const auto& entry) { return sum + entry.second; });
    }

    void write_batches(unsigned number)
    {
        try {
            // A few records make one batch: a writer that gets none need not connect.
            std::optional<BatchWorker> worker;
            while (auto* batch = m_queue.pop()) {
                if (!worker) { worker.emplace(m_setup.context(), number); }
                m_collector.add(worker->process(*batch));
                m_queue.give_back(batch);
            }
        } catch (...) {
            keep_error(std::current_exception());
            m_queue.close();
            m_collector.release();
        }
    }

    void keep_error(std::exception_ptr error)
    {
        const std::lock_guard lock(m_error_mutex);
        if (!m_error) { m_error = std::move(error); }
    }

    const SyncOptions& m_options;
    RunSetup& m_setup;
    SyncResult& m_result;
    ResultCollector m_collector;
    RunListener& m_listener;
    const std::atomic<bool>& m_stop;
    std::function<bool(std::uint64_t line)> m_takes_line;
    ReferenceSweep m_sweep;
    std::optional<media::MediaTransfer> m_media;
    BatchQueue m_queue;
    Clock::time_point m_start;
    std::mutex m_error_mutex;
    std::exception_ptr m_error;
};

/// Runs it and leaves the end in the run log, whatever the end is.
void run_logged(EntityRun& run, state::RunLog& log, const SyncOptions& options,
                const SyncResult& result)
{
    log.start(options.source_system, options.entity, options.command_line);
    const auto failed = [&](ExitCode code, const char* message) {
        // The connection may be what failed; the error itself is what counts.
        try {
            log.fail(result, code, message);
        } catch (const db::DbError&) {
            return;
        }
    };
    try {
        run.run();
    } catch (const FatalError& error) {
        failed(error.exit_code(), error.what());
        throw;
    } catch (const db::DbError& error) {
        failed(error.kind() == db::DbErrorKind::connection ? ExitCode::unreachable
                                                           : ExitCode::internal_error,
               error.what());
        throw;
    } catch (const UsageError& error) {
        failed(ExitCode::usage, error.what());
        throw;
    }
}

} // namespace

SyncResult run_entity(ShopSession& session, const SyncOptions& options, RunListener& listener,
                      const std::atomic<bool>& stop, const RunLinks& links)
{
    const auto start = Clock::now();
    SyncResult result;
    result.entity = options.entity;
    result.source_system = options.source_system;
    result.dry_run = options.dry_run;

    RunSetup setup(session, options);
    EntityRun run(options, setup, result, listener, stop, links);
    const auto take_time = [&] {
        result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    };
    if (options.dry_run) {
        run.run();
        take_time();
    } else {
        state::RunLog log(session.target().connection(), session.own_tables());
        run_logged(run, log, options, result);
        take_time();
        log.finish(result, exit_code_for(result, false));
    }
    listener.finished(result);
    return result;
}

} // namespace datasync::engine
