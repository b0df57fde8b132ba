// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The log of a run: a file with time stamps, and the statements of --log-sql.
#pragma once

#include "report/run_report.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace spdlog {
class logger;
} // namespace spdlog

namespace datasync::report {

/// Writes everything a run does to a log; lines of several threads do not mix.
class RunLog : public RunReport {
public:
    /// Goes on at the end of a file, or writes to standard error when the path is empty. Throws
    /// UsageError when the file cannot be written.
    explicit RunLog(const std::filesystem::path& path);
    ~RunLog() override;
    RunLog(const RunLog&) = delete;
    RunLog& operator=(const RunLog&) = delete;

    /// Sends the statements of all connections opened from now on here, until the log goes away.
    void take_statements(bool with_values);

    /// Makes sure that all of it can be read.
    void flush();

    /// Any line.
    void note(std::string_view text);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override;
    void batch_done(const SyncResult& so_far) override;
    void removal(std::string_view entity, const RemovalEvent& event) override;
    void warning(std::string_view text) override;
    void finished(const SyncResult& result) override;
    void aborted(std::string_view message, ExitCode exit_code) override;

private:
    std::unique_ptr<spdlog::logger> m_logger;
    bool m_takes_statements = false;
    bool m_dry_run = false;
};

} // namespace datasync::report
