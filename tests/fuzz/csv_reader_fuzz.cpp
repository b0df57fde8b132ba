// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Any bytes at all as a CSV file, plain or gz, and its cells as JSON: reading ends in records or in
// an error with a line, lines only go up, the size of the window makes no difference, and what was
// read is the same once it was written and read again.
#include "files/csv_format.hpp"
#include "files/csv_reader.hpp"
#include "files/json_cell.hpp"
#include "support/memory_file.hpp"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace datasync::files;

using Values = std::vector<std::optional<std::string>>;

struct Content {
    std::vector<Values> records; ///< The header first.
    bool is_whole = true;
};

void require(bool holds)
{
    if (!holds) { std::abort(); }
}

Content read(std::string_view bytes, const CsvOptions& options)
{
    Content content;
    std::uint64_t line = 0;
    const datasync::test::MemoryFile file(bytes);
    try {
        InputFile input(file.path());
        CsvReader reader(input, options);
        content.records.emplace_back(reader.header().begin(), reader.header().end());
        CsvRecord record;
        while (reader.next(record)) {
            require(record.line() > line);
            line = record.line();
            if (record.fault()) {
                require(record.fault()->line == line && !text_of(*record.fault()).empty());
                continue;
            }
            require(record.size() == reader.header().size());
            Values& values = content.records.emplace_back();
            for (const CsvCell& cell : record.cells()) {
                require(!cell.is_null || cell.text.empty());
                values.push_back(cell.is_null ? std::nullopt
                                              : std::optional<std::string>(cell.text));
                JsonValue value;
                if (const auto problem = read_json_cell(cell.text, value)) {
                    require(!problem->empty());
                }
            }
        }
    } catch (const FileError& error) {
        require(error.fault().line >= line && error.fault().line > 0);
        content.is_whole = false;
    }
    return content;
}

std::string written(const Content& content, char delimiter)
{
    std::string text;
    for (const Values& values : content.records) {
        append_csv_record(text, std::vector<CsvValue>(values.begin(), values.end()), delimiter);
    }
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) { return 0; }
    CsvOptions options;
    options.encoding = static_cast<Encoding>(data[0] % 3);
    options.delimiter = ",;\t|"[data[0] / 3 % 4];
    const std::string bytes(data + 1, data + size);
    const Content content = read(bytes, options);
    CsvOptions small = options;
    small.buffer_size = 1;
    const Content again = read(bytes, small);
    require(again.is_whole == content.is_whole && again.records == content.records);
    if (content.records.empty()) { return 0; }
    options.encoding = Encoding::utf8;
    const Content back = read(written(content, options.delimiter), options);
    require(back.is_whole && back.records == content.records);
    return 0;
}
