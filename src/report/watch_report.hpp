// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reports of `datasync watch`: many cycles, of which most have nothing to say.
#pragma once

#include "datasync/incremental.hpp"
#include "report/console.hpp"
#include "report/incremental_report.hpp"

#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::report {

/// What of a cycle is worth saying.
struct CycleNews {
    bool has_work = false;             ///< Whether it did anything.
    std::vector<std::string> problems; ///< Those that the cycle before did not have.
};

/// A report of one cycle after the other; of each, first come the events.
class WatchReport : public RunReport {
public:
    /// A cycle begins.
    virtual void begin() = 0;
    /// It came to its end.
    virtual void ended(const IncrementalResult& result, const CycleNews& news) = 0;
    /// It did not, and will be tried again.
    virtual void postponed(std::string_view message) = 0;
    /// It works again, after a cycle that did not come to its end.
    virtual void resumed() = 0;
};

/// For people: a line for each cycle that did something.
class WatchText : public WatchReport {
public:
    WatchText(Console& console, const ReportStyle& style);

    void begin() override { m_cycle.emplace(m_console, m_style); }
    void started(const SyncResult& result, std::uint64_t expected) override
    {
        m_cycle->started(result, expected);
    }
    void record(const RecordEvent& event) override { m_cycle->record(event); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_cycle->removal(entity, event);
    }
    void batch_done(const SyncResult& /*so_far*/) override {}
    void warning(std::string_view text) override { m_cycle->warning(text); }
    void finished(const SyncResult& /*result*/) override {}
    void aborted(std::string_view message, ExitCode exit_code) override
    {
        m_cycle->aborted(message, exit_code);
    }
    void ended(const IncrementalResult& result, const CycleNews& news) override;
    void postponed(std::string_view message) override;
    void resumed() override;

private:
    Console& m_console;
    ReportStyle m_style;
    std::optional<IncrementalText> m_cycle;
};

/// For machines: the document of `incremental` for each cycle that did something or failed, each on
/// one line.
class WatchJson : public WatchReport {
public:
    WatchJson(Console& console, const IncrementalOptions& options);

    void begin() override;
    void started(const SyncResult& /*result*/, std::uint64_t /*expected*/) override {}
    void record(const RecordEvent& event) override { m_cycle->record(event); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_cycle->removal(entity, event);
    }
    void batch_done(const SyncResult& /*so_far*/) override {}
    void warning(std::string_view /*text*/) override {}
    void finished(const SyncResult& /*result*/) override {}
    void aborted(std::string_view message, ExitCode exit_code) override;
    void ended(const IncrementalResult& result, const CycleNews& news) override;
    void postponed(std::string_view /*message*/) override {}
    void resumed() override {}

private:
    void write_line();

    Console& m_console;
    const IncrementalOptions& m_options;
    std::ostringstream m_text;
    Console m_buffer;
    std::optional<IncrementalJson> m_cycle;
};

/// A cycle in one line: "customer: 2 created, 1 failed; 3 changes acknowledged".
std::string cycle_line(const IncrementalResult& result);

} // namespace datasync::report
