// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What has been written into a file, for people.
#pragma once

#include "datasync/export.hpp"
#include "report/console.hpp"
#include "report/run_report.hpp"

#include <cstdint>
#include <string_view>

namespace datasync::report {

/// Warnings go to standard error, the summary to standard output, unless that is the file.
class ExportReport {
public:
    ExportReport(Console& console, const ReportStyle& style, bool is_to_standard_output)
        : m_console(console), m_style(style), m_is_to_standard_output(is_to_standard_output)
    {
    }

    void warning(std::string_view text);
    /// Shows how far it has come, where a person looks at it.
    void progress(std::uint64_t read, std::uint64_t expected);
    void finished(const ExportResult& result);

private:
    Console& m_console;
    ReportStyle m_style;
    bool m_is_to_standard_output;
};

} // namespace datasync::report
