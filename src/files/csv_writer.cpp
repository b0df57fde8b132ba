// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/csv_writer.hpp"

#include "datasync/error.hpp"
#include "files/utf8.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <unordered_set>
#include <utility>

namespace datasync::files {

CsvWriter::CsvWriter(OutputFile& output, std::vector<std::string> header, char delimiter)
    : m_output(output), m_header(std::move(header)), m_delimiter(delimiter)
{
    std::unordered_set<std::string_view> known;
    std::vector<CsvValue> names;
    for (const auto& name : m_header) {
        if (name.empty() || util::trim(name).size() != name.size() || !known.insert(name).second) {
            fatal(ExitCode::internal_error,
                  "cannot write {}: \"{}\" cannot be the name of a column, or is that of two",
                  m_output.name(), name);
        }
        names.emplace_back(name);
    }
    if (const auto fault = write(names)) { throw FileError(*fault); }
}

std::optional<FileFault> CsvWriter::write(std::span<const CsvValue> values)
{
    if (values.size() != m_header.size()) {
        fatal(ExitCode::internal_error, "cannot write {}: a record of {} values has {}",
              m_output.name(), m_header.size(), values.size());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string_view text = values[i].value_or(std::string_view());
        const std::size_t valid = valid_utf8_length(text);
        if (valid == text.size()) { continue; }
        return FileFault{
            .file = m_output.name(),
            .column = i + 1,
            .column_name = m_header[i],
            .value = std::string(text),
            .message = fmt::format("cannot be written: its byte {}, 0x{:02X}, {}", valid + 1,
                                   static_cast<unsigned char>(text[valid]),
                                   text[valid] == '\0' ? "cannot be in a text" : "is not UTF-8")};
    }
    m_record.clear();
    append_csv_record(m_record, values, m_delimiter);
    m_output.write(m_record);
    return std::nullopt;
}

} // namespace datasync::files
