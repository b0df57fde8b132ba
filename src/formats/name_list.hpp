// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cells with several names in them, such as the stores of a page.
#pragma once

#include "formats/entity_format.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// The names of a list: between bars or, where it has none, between commas; each once, those that
/// are empty left out.
std::vector<std::string> split_names(std::string_view list);

/// Stands, as an id, for all that a table may refer to; a completion puts theirs in its place.
inline constexpr std::string_view k_all_of_them = "all";

/// A list in the form in which two that say the same are equal.
std::string folded_names(std::string_view list);

/// A column with what a record belongs to: each name of its list becomes a row of a table.
class NameList {
public:
    /// Where the names go.
    struct Place {
        std::string_view column; ///< Of the file.
        std::string_view table;
        std::string_view field; ///< The table's column that refers to what is named.
    };

    /// Adds the table to `shape`. Where the file does not have the column, records that are there
    /// keep their rows.
    NameList(const Place& place, const Header& header, Shape& shape);

    /// Adds a row for each name, or number, of the record's list; returns how many. None for a list
    /// that is empty or the word "all".
    std::size_t read(const Cells& cells, FileRecord& record) const;

    /// Adds a row for an id of the destination.
    void add(FileRecord& record, std::string_view id) const;

    std::optional<std::size_t> column() const { return m_column; }
    std::size_t table() const { return m_table; }

private:
    std::optional<std::size_t> m_column;
    std::size_t m_table;
    std::size_t m_field;
};

} // namespace datasync::formats
