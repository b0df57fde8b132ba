// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A CSV file of the records that a run left behind.
#pragma once

#include "report/run_report.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace datasync::report {

/// Writes every failed or held record, and every one that --skip-invalid set aside, as it comes.
class RejectsFile : public RunReport {
public:
    /// Creates or empties the file. Throws UsageError when it cannot be written.
    explicit RejectsFile(const std::filesystem::path& path);

    void started(const SyncResult& /*result*/, std::uint64_t /*expected*/) override {}
    void record(const RecordEvent& event) override;
    void batch_done(const SyncResult& /*so_far*/) override { m_file.flush(); }
    void removal(std::string_view entity, const RemovalEvent& event) override;
    void warning(std::string_view /*text*/) override {}
    /// Throws FatalError when the file did not take everything (disk full).
    void finished(const SyncResult& result) override;
    void aborted(std::string_view /*message*/, ExitCode /*exit_code*/) override { m_file.flush(); }

private:
    template<typename Event>
    void write(std::string_view entity, const Event& event);

    std::filesystem::path m_path;
    std::ofstream m_file;
};

} // namespace datasync::report
