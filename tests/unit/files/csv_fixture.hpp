// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What CsvReader makes of a content, as lines that are easy to compare.
#pragma once

#include "files/csv_reader.hpp"
#include "support/memory_file.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::files {

using Lines = std::vector<std::string>;

/// The message of a fault, in which the file is called f.csv.
inline std::string words_of(FileFault fault)
{
    fault.file = "f.csv";
    return text_of(fault);
}

/// A record as its line and its cells: [text], ["text"] in quotes, [NULL]; a cell that begins on
/// another line has its own before it.
inline std::string words_of(const CsvRecord& record)
{
    std::string words = fmt::format("{}:", record.line());
    for (std::size_t i = 0; i < record.size(); ++i) {
        const CsvCell& cell = record[i];
        if (record.line_of(i) != record.line()) { words += fmt::format(" {}:", record.line_of(i)); }
        words += cell.is_null     ? std::string(" [NULL]")
                 : cell.is_quoted ? fmt::format(" [\"{}\"]", cell.text)
                                  : fmt::format(" [{}]", cell.text);
    }
    return words;
}

/// How a file ends that cannot be read to its end.
struct Reading {
    Lines lines;                       ///< Header, records and faults.
    std::vector<std::uint64_t> places; ///< The lines of faults and of the error.
    bool is_whole = true;              ///< It was read to its end.
};

/// Reads a content: "header: a b", then each record, faults after "fault: ", and the error that
/// ends the reading after "error: ".
inline Reading read_all(std::string_view content, const CsvOptions& options = {})
{
    Reading reading;
    const test::MemoryFile file(content);
    try {
        InputFile input(file.path());
        CsvReader reader(input, options);
        std::string header = "header:";
        for (const auto& name : reader.header()) { header += fmt::format(" [{}]", name); }
        reading.lines.push_back(header);
        CsvRecord record;
        while (reader.next(record)) {
            if (record.fault()) {
                reading.lines.push_back("fault: " + words_of(*record.fault()));
                reading.places.push_back(record.fault()->line);
            } else {
                reading.lines.push_back(words_of(record));
            }
        }
    } catch (const FileError& error) {
        reading.lines.push_back("error: " + words_of(error.fault()));
        reading.places.push_back(error.fault().line);
        reading.is_whole = false;
    }
    return reading;
}

/// The same with the smallest window there is, so that every record is found in pieces.
inline CsvOptions with_small_window(CsvOptions options = {})
{
    options.buffer_size = 1;
    return options;
}

/// A content as gz.
inline std::string gz_of(std::string_view content)
{
    z_stream stream = {};
    std::string out(content.size() + 1000, '\0');
    ::deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string copy(content);
    stream.next_in = reinterpret_cast<Bytef*>(copy.data());
    stream.avail_in = static_cast<uInt>(copy.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

} // namespace datasync::files
