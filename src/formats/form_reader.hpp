// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads the records of a file after the format of its entity type, and says all that is wrong with
// them that can be said without a database.
#pragma once

#include "files/csv_reader.hpp"
#include "formats/form_layout.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace datasync::formats {

/// A header laid over a format. `reader` and `format` outlive it.
class FormReader {
public:
    FormReader(files::CsvReader& reader, const EntityFormat& format, bool ignores_unknown_columns);

    /// What is wrong with the header: unknown columns, missing ones, two that say the same. With
    /// any, no record can be read.
    const std::vector<files::FileFault>& header_faults() const { return m_header_faults; }
    /// The columns that are passed over because nobody knows them.
    const std::vector<std::string>& ignored() const { return m_ignored; }

    const EntityFormat& format() const { return m_format; }
    const Shape& shape() const { return m_layout->shape(); }
    Shape& shape() { return m_layout->shape(); }
    const std::vector<FileColumn>& columns() const { return m_columns; }
    const files::CsvReader& reader() const { return m_reader; }

    /// Reads the next record; false at the end. `faults` gets what is wrong with it; its rows are
    /// then of no use. Texts are stored in `arena`. Throws what CsvReader::next() throws.
    bool next(Arena& arena, FileRecord& record, std::vector<files::FileFault>& faults);

    /// What tells the last record apart from others of the file, folded to lower case; empty when
    /// it lacks a part of its key.
    const std::string& key() const { return m_key; }
    /// The same in words: `email "anna@example.com"`.
    std::string describe_key() const;
    /// The columns it is made of: `email and website`.
    std::string key_columns() const;

private:
    void read_header(bool ignores_unknown_columns);
    void check_columns();
    void refuse_column(std::size_t column, std::string message);

    files::CsvReader& m_reader;
    const EntityFormat& m_format;
    std::vector<FileColumn> m_columns; ///< Of the file, in its order.
    std::vector<bool> m_is_ignored;    ///< By column.
    std::vector<std::string> m_ignored;
    std::vector<files::FileFault> m_header_faults;
    std::optional<FormLayout> m_layout; ///< Nothing while the header is wrong.
    files::CsvRecord m_record;
    std::string m_key;
};

} // namespace datasync::formats
