// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options of an attribute in one cell: Red|Green|Blue, or JSON with labels per store and order.
#pragma once

#include "files/json_cell.hpp"
#include "formats/entity_format.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace datasync::formats {

inline constexpr std::string_view k_option_table = "eav_attribute_option";
inline constexpr std::string_view k_option_label_table = "eav_attribute_option_value";

/// Makes a row of each option, and one below it of each label. Options and labels that the cell
/// does not name stay.
class AttributeOptions {
public:
    /// Adds the tables to `shape` where the file has the column.
    AttributeOptions(const Header& header, Shape& shape);

    std::optional<std::size_t> column() const { return m_column; }
    void read(const Cells& cells, FileRecord& record) const;

private:
    /// Reads an option that is an object; false where something is wrong with it.
    bool read_object(const Cells& cells, FileRecord& record, const files::JsonValue& option) const;
    std::size_t add(const Cells& cells, FileRecord& record, std::string_view label) const;
    void add_label(FileRecord& record, std::size_t option, Value store, Value label) const;
    void read_short(const Cells& cells, FileRecord& record) const;

    std::optional<std::size_t> m_column;
    std::size_t m_options = 0; ///< Tables.
    std::size_t m_labels = 0;
    std::size_t m_sort_order = 0; ///< Fields.
    std::size_t m_store = 0;
    std::size_t m_label = 0;
};

} // namespace datasync::formats
