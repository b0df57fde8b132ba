// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Writes CSV that CsvReader reads back as it was.
#pragma once

#include "files/csv_format.hpp"
#include "files/file_fault.hpp"
#include "files/output_file.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace datasync::files {

/// Writes a header and records, with LF as the end of the line. NULL is `\N`, an empty text is
/// nothing.
class CsvWriter {
public:
    /// Writes the header: names that are not empty, have no blanks at their ends, and occur once.
    CsvWriter(OutputFile& output, std::vector<std::string> header, char delimiter = ',');

    /// Writes a record of as many values as the header has names. What no CSV of ours can hold,
    /// bytes that are not UTF-8 and zero bytes, is a fault; then nothing of the record is written.
    [[nodiscard]] std::optional<FileFault> write(std::span<const CsvValue> values);

private:
    OutputFile& m_output;
    std::vector<std::string> m_header;
    char m_delimiter;
    std::string m_record;
};

} // namespace datasync::files
