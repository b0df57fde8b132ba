// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/lint.hpp"

#include "datasync/error.hpp"
#include "formats/catalogue.hpp"
#include "formats/form_reader.hpp"
#include "formats/open_format.hpp"
#include "formats/repeated_keys.hpp"

#include <fmt/format.h>

namespace datasync::formats {

namespace {

void lint_records(FormReader& form, LintResult& result,
                  const std::function<void(const files::FileFault&)>& on_fault)
{
    Arena arena;
    FileRecord record;
    RepeatedKeys keys;
    std::vector<files::FileFault> faults;
    const auto tell_repeated = [&] {
        for (const auto& [line, first] : keys.take()) {
            on_fault({.file = result.file,
                      .line = line,
                      .message = fmt::format("has the same {} as line {}: only one of them can "
                                             "arrive",
                                             form.key_columns(), first)});
        }
    };
    try {
        while (form.next(arena, record, faults)) {
            ++result.records;
            for (const auto& fault : faults) { on_fault(fault); }
            if (faults.empty() && !form.key().empty()) { keys.add(form.key(), record.line); }
            faults.clear();
            arena.reset();
        }
    } catch (const files::FileError& error) {
        on_fault(error.fault());
        result.is_whole = false;
    }
    tell_repeated();
}

} // namespace

LintResult lint(std::string_view entity, const FileOptions& options,
                const std::function<void(const files::FileFault&)>& on_fault)
{
    const auto format = open_format(entity, options);
    files::InputFile input(options.path);
    LintResult result;
    result.file = input.name();
    const auto count = [&](const files::FileFault& fault) {
        ++result.faults;
        on_fault(fault);
    };
    try {
        files::CsvReader reader(input, csv_options(options));
        FormReader form(reader, *format, options.ignores_unknown_columns);
        result.ignored_columns = form.ignored();
        if (form.header_faults().empty()) {
            lint_records(form, result, count);
        } else {
            for (const auto& fault : form.header_faults()) { count(fault); }
            result.is_whole = false;
        }
    } catch (const files::FileError& error) {
        count(error.fault());
        result.is_whole = false;
    }
    return result;
}

} // namespace datasync::formats
