// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/file_fault.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace datasync::files {

namespace {

bool has_column(const FileFault& fault)
{
    return fault.column > 0 || !fault.column_name.empty();
}

} // namespace

std::string shortened(std::string_view value, std::size_t longest)
{
    if (value.size() <= longest) { return std::string(value); }
    std::size_t end = 0;
    while (end < longest) {
        // A byte that is no UTF-8 counts as a character of its own.
        const std::size_t length =
            std::max<std::size_t>(1, util::utf8_sequence_length(value.substr(end)));
        if (end + length > longest) { break; }
        end += length;
    }
    return std::string(value.substr(0, end)) + "...";
}

std::string text_of(const FileFault& fault)
{
    std::string text = util::printable(fault.file);
    const auto out = std::back_inserter(text);
    if (fault.line > 0) { fmt::format_to(out, ", line {}", fault.line); }
    if (fault.character > 0) { fmt::format_to(out, ", character {}", fault.character); }
    const auto words = words_of(fault);
    return text + (has_column(fault) ? ", " : ": ") + words;
}

std::string words_of(const FileFault& fault)
{
    std::string text;
    const auto out = std::back_inserter(text);
    if (!fault.column_name.empty()) {
        fmt::format_to(out, "column {}: ", util::printable(shortened(fault.column_name)));
    } else if (fault.column > 0) {
        fmt::format_to(out, "column {}: ", fault.column);
    }
    if (fault.value && !fault.value->empty()) {
        fmt::format_to(out, "\"{}\" ", util::printable(shortened(*fault.value)));
    }
    return text + fault.message;
}

FileError::FileError(FileFault fault)
    : FatalError(ExitCode::records_left, text_of(fault)), m_fault(std::move(fault))
{
}

} // namespace datasync::files
