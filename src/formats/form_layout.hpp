// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The columns of one file as fields of rows: what each of its records is read by.
#pragma once

#include "formats/entity_format.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace datasync::formats {

/// The column with the id that a record has where it comes from.
inline constexpr std::string_view k_id_column = "entity_id";

/// Where the cells of a file go. Its header is known to be right.
class FormLayout {
public:
    /// `format` outlives the layout. Columns that `is_ignored` says yes to go nowhere; it is as
    /// long as `columns`, or empty for none.
    FormLayout(const EntityFormat& format, std::vector<FileColumn> columns,
               std::vector<bool> is_ignored = {});
    FormLayout(const FormLayout&) = delete;
    FormLayout& operator=(const FormLayout&) = delete;

    const EntityFormat& format() const { return m_format; }
    const std::vector<FileColumn>& columns() const { return m_columns; }
    const Shape& shape() const { return m_shape; }
    Shape& shape() { return m_shape; }

    /// Makes rows of the cells of a record that has begun.
    void read(const Cells& cells, FileRecord& record) const;

    /// The columns that tell two records of the file apart.
    const std::vector<std::size_t>& key_columns() const { return m_key_columns; }
    /// What they say in a record, folded.
    std::string key_of(const files::CsvRecord& record) const;

private:
    void read_simple(const Cells& cells, FileRecord& record) const;
    void find_key(const Header& header);

    const EntityFormat& m_format;
    std::vector<FileColumn> m_columns;
    std::vector<bool> m_is_ignored;
    std::vector<std::optional<std::size_t>> m_fields; ///< By column: of the root.
    Shape m_shape;
    std::unique_ptr<RecordRules> m_rules;
    std::vector<std::size_t> m_key_columns;
};

} // namespace datasync::formats
