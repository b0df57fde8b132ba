// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/export_report.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::report {

void ExportReport::warning(std::string_view text)
{
    m_console.error_line(fmt::format("warning: {}", text));
}

void ExportReport::progress(std::uint64_t read, std::uint64_t expected)
{
    if (m_style.quiet || !m_console.err_is_terminal()) { return; }
    m_console.show_status(fmt::format("{} of {} records", read, expected));
}

void ExportReport::finished(const ExportResult& result)
{
    m_console.clear_status();
    for (const auto& text : result.warnings) { warning(text); }
    const bool is_well = result.left_out + result.alike == 0 && !result.stopped_early;
    if (m_style.quiet && is_well) { return; }
    auto summary = fmt::format("{}: {} records", util::printable(result.file), result.records);
    if (result.left_out != 0) { summary += fmt::format(", {} left out", result.left_out); }
    if (result.stopped_early) {
        summary = fmt::format("stopped after {} records; {}", result.records,
                              m_is_to_standard_output ? "what has been written is not all"
                                                      : "there is no file");
    }
    if (m_is_to_standard_output) {
        m_console.error_line(summary);
    } else {
        m_console.line(summary);
    }
}

} // namespace datasync::report
