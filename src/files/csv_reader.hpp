// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads CSV after RFC 4180 record by record.
#pragma once

#include "files/byte_search.hpp"
#include "files/csv_record.hpp"
#include "files/file_fault.hpp"
#include "files/input_file.hpp"
#include "files/text_decoder.hpp"
#include "files/text_window.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace datasync::files {

/// How a file is to be read.
struct CsvOptions {
    char delimiter = ',';
    Encoding encoding = Encoding::utf8;
    std::size_t longest_record = 64U
                                 << 20U;   ///< Bytes of UTF-8; one that is not shorter is an error.
    std::size_t buffer_size = 256U << 10U; ///< What is held of the file, unless a record is longer.
};

/// Reads the records of a file. Line ends are LF, CRLF or a CR alone, within quotes kept as they
/// are; lines without a byte are passed over; blanks belong to the cells. Memory does not grow with
/// the file, only with its longest record.
class CsvReader {
public:
    /// Reads the header. Throws FileError when there is none or it cannot be used, and as next().
    CsvReader(InputFile& input, const CsvOptions& options);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// Names of the columns, without blanks at their ends; each has one, and no two are equal.
    const std::vector<std::string>& header() const { return m_header; }

    /// The line on which the header stands.
    std::uint64_t header_line() const { return m_header_line; }

    /// What messages call the file.
    const std::string& file_name() const { return m_input.name(); }

    /// Reads the next record; false at the end. Look at its fault() before its cells. Throws
    /// FileError where the structure is lost or a byte is none of the encoding, and FatalError
    /// where the system cannot read; nothing can be read after that.
    bool next(CsvRecord& record);

    /// A fault of a cell of a record of this file, with the cell's value. `message` goes on where
    /// the value ends ("is not a number").
    FileFault fault_of(const CsvRecord& record, std::size_t cell, std::string message) const;

    /// A fault of a record as a whole, or of a column that it lacks.
    FileFault fault_of(const CsvRecord& record, std::string message) const;

private:
    bool skip_blank_lines();
    void scan_record(CsvRecord& record, std::size_t most_cells);
    std::size_t scan_plain(std::size_t at);
    std::size_t scan_quoted(std::size_t at);
    std::size_t end_of_line(std::size_t at);
    bool extend();
    void check_length(std::size_t size) const;
    void finish_cells(CsvRecord& record);
    void finish_record();
    void read_header();
    void place(FileFault& fault, std::size_t at) const;
    [[noreturn]] void refuse(std::size_t at, std::string message) const;
    std::string open_quote() const;
    std::string wrong_count() const;

    InputFile& m_input;
    CsvOptions m_options;
    TextWindow m_window;       ///< Begins with the record in work.
    ByteSearch m_end_of_plain; ///< Where a cell without quotes is over.
    ByteSearch m_in_quotes;    ///< What counts within quotes.
    std::vector<std::string> m_header;
    std::uint64_t m_header_line = 1;

    // The record in work.
    std::uint64_t m_line = 1;                ///< On which it begins.
    std::vector<CsvCell>* m_cells = nullptr; ///< Those found so far.
    std::size_t m_cell_count = 0;            ///< Those too many included.
    std::size_t m_record_size = 0;           ///< With the end of its line.
    std::uint32_t m_lines_down = 0;          ///< Line ends in it so far.
    bool m_has_doubled_quotes = false;
    std::optional<std::uint32_t> m_quote_line; ///< Where a quote is open, as lines_down.
};

} // namespace datasync::files
