// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/lint_report.hpp"

#include "datasync/version.hpp"
#include "report/json_pieces.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::report {

namespace {

std::string number_or_null(std::uint64_t number)
{
    return number == 0 ? std::string("null") : std::to_string(number);
}

} // namespace

LintReport::LintReport(Console& console, bool is_json, std::string_view entity)
    : m_console(console), m_is_json(is_json), m_entity(entity)
{
    if (!m_is_json) { return; }
    m_console.write(fmt::format("{{\n"
                                "  \"format_version\": {},\n"
                                "  \"datasync_version\": {},\n"
                                "  \"command\": \"lint\",\n"
                                "  \"entity\": {},\n"
                                "  \"faults\": [",
                                k_json_format_version, json_string(version()),
                                json_string(m_entity)));
}

void LintReport::fault(const files::FileFault& fault)
{
    if (!m_is_json) {
        m_console.write(files::text_of(fault) + "\n");
        return;
    }
    m_console.write(fmt::format(
        "{}{{\"line\": {}, \"character\": {}, \"column\": {}, \"column_name\": {}, \"value\": {}, "
        "\"message\": {}}}",
        m_has_faults ? ",\n    " : "\n    ", number_or_null(fault.line),
        number_or_null(fault.character), number_or_null(fault.column),
        fault.column_name.empty() ? std::string("null") : json_string(fault.column_name),
        fault.value ? json_string(*fault.value) : std::string("null"), json_string(fault.message)));
    m_has_faults = true;
}

void LintReport::finished(const formats::LintResult& result, int exit_code)
{
    if (m_is_json) {
        m_console.write(fmt::format("{}],\n"
                                    "  \"file\": {},\n"
                                    "  \"records\": {},\n"
                                    "  \"is_whole\": {},\n"
                                    "  \"ignored_columns\": {},\n"
                                    "  \"exit_code\": {}\n"
                                    "}}\n",
                                    m_has_faults ? "\n  " : "", json_string(result.file),
                                    result.records, result.is_whole,
                                    list_json(result.ignored_columns), exit_code));
        return;
    }
    const auto name = util::printable(result.file);
    for (const auto& column : result.ignored_columns) {
        m_console.write(
            fmt::format("{}: the column {} is passed over\n", name, util::printable(column)));
    }
    if (!result.is_whole) {
        m_console.write(fmt::format("{}: what follows there could not be read\n", name));
    }
    m_console.write(
        fmt::format("{}: {} records, {} faults\n", name, result.records, result.faults));
}

} // namespace datasync::report
