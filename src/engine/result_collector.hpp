// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Puts what several writers report back into the order of the source and counts it.
#pragma once

#include "datasync/sync_result.hpp"
#include "engine/batch_worker.hpp"
#include "engine/reference_forecast.hpp"

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace datasync::engine {

/// Collects batch results from any thread; the listener hears them one after the other.
class ResultCollector {
public:
    ResultCollector(SyncResult& result, RunListener& listener);

    /// Makes the collector count, in a dry run, what would become of references.
    void forecast_references(std::uint64_t open_before);

    /// Adds there what the records of the run lack; `missing` outlives the collector.
    void collect_missing(MissingRecords& missing) { m_missing = &missing; }
    /// Takes a batch's result; passes on all that are next in order.
    void add(BatchResult batch);
    /// Waits until batch `number` is not too far ahead of the oldest one under way, so that results
    /// that wait for it do not pile up; returns at once after release().
    void wait_for_room(std::uint64_t number);
    /// Nobody has to wait any longer: the run is ending.
    void release();
    /// Passes on what is left when batches in between never came, and turns remarks to warnings.
    void finish();
    /// Whether the run has written this record or found it unchanged; known only of types that
    /// refer to themselves.
    bool has_written(std::uint32_t source_id) const { return m_written.contains(source_id); }
    /// A warning that belongs to the whole run.
    void warn(const std::string& text);

private:
    void pass_on(const BatchResult& batch);

    SyncResult& m_result;
    RunListener& m_listener;
    std::mutex m_mutex;
    std::condition_variable m_moved_on;
    bool m_released = false;
    std::map<std::uint64_t, BatchResult> m_waiting;
    std::uint64_t m_next = 0;
    std::map<std::string, std::uint64_t> m_remarks;
    std::uint64_t m_further_remarks = 0;
    std::optional<ReferenceForecast> m_forecast;
    MissingRecords* m_missing = nullptr;
    IdSet m_written; ///< Not in a dry run, whose forecast has its own.
};

} // namespace datasync::engine
