// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is wrong with a file, for people or machines, while it is being found.
#pragma once

#include "formats/lint.hpp"
#include "report/console.hpp"

#include <string>
#include <string_view>

namespace datasync::report {

/// Writes to standard output: a line per fault, or one JSON document (doc/json-report.md).
class LintReport {
public:
    LintReport(Console& console, bool is_json, std::string_view entity);

    void fault(const files::FileFault& fault);
    void finished(const formats::LintResult& result, int exit_code);

private:
    Console& m_console;
    bool m_is_json;
    std::string m_entity;
    bool m_has_faults = false;
};

} // namespace datasync::report
