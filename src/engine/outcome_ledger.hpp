// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Several runs of several entity types as one: each record ends once, each type is summed up once.
#pragma once

#include "datasync/sync_result.hpp"
#include "engine/missing_records.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// Keeps back records that did not arrive until it is clear that another try does not help.
class OutcomeLedger : public RunListener {
public:
    /// `listener` hears of what is final.
    explicit OutcomeLedger(RunListener& listener) : m_listener(listener) {}

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override;
    void batch_done(const SyncResult& so_far) override { m_listener.batch_done(so_far); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_listener.removal(entity, event);
    }
    void warning(std::string_view text) override { m_listener.warning(text); }
    void finished(const SyncResult& result) override;

    /// Records of a type that have not arrived, with their reasons.
    const std::map<std::uint32_t, RecordEvent>& unsettled(std::string_view entity) const;
    /// In a dry run, what would be there by now.
    const PretendedRecords& pretended() const { return m_pretended; }
    /// Whether a record was there to be taken, since the last settle().
    bool has_seen(std::string_view entity, std::uint32_t source_id) const;
    /// Passes on what has not arrived as final.
    void settle();

    /// The sums per entity type, in the order in which they were first taken.
    std::vector<SyncResult>& results() { return m_results; }
    /// Tells the listener that these are final.
    void finish();

private:
    SyncResult& result_of(std::string_view entity);
    void count(const RecordEvent& event);

    RunListener& m_listener;
    std::vector<SyncResult> m_results;
    std::map<std::string, std::map<std::uint32_t, RecordEvent>, std::less<>> m_unsettled;
    std::map<std::string, std::set<std::uint32_t>, std::less<>> m_seen;
    PretendedRecords m_pretended;
    bool m_dry_run = false;
};

} // namespace datasync::engine
