// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How records are written as CSV: RFC 4180, and NULL.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace datasync::files {

/// How NULL is written, outside quotes; within them it is a text like any other.
inline constexpr std::string_view k_csv_null = "\\N";

/// A value that becomes a cell; nothing is NULL.
using CsvValue = std::optional<std::string_view>;

/// The byte that a word names as what stands between cells: a punctuation mark other than `"` and
/// `\`, a tab, or one of the words tab and \t. Nothing for anything else.
std::optional<char> delimiter_of(std::string_view word);

/// Appends a value as a cell, in quotes where it needs them.
void append_csv_cell(std::string& out, const CsvValue& value, char delimiter = ',');

/// Appends a record with its end. Of one empty cell alone it is `""`, for an empty line is none.
void append_csv_record(std::string& out, std::span<const CsvValue> values, char delimiter = ',');

} // namespace datasync::files
