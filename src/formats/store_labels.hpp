// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Columns with a label per store view, each a row of a table: label, label@german.
#pragma once

#include "formats/entity_format.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// Labels of a record. Those of stores that the file does not name stay.
class StoreLabels {
public:
    /// Where the labels go.
    struct Place {
        std::string_view column; ///< Of the file.
        std::string_view table;  ///< Its rows have a store_id.
        std::string_view field;  ///< The table's column with the label.
        /// Whether the column without a store is the label of the admin store, and not the root
        /// table's own.
        bool has_default;
    };

    /// Adds the table to `shape` where the file has such columns.
    StoreLabels(const Place& place, const Header& header, Shape& shape);

    /// Adds a row for each label that a record has.
    void read(const Cells& cells, FileRecord& record) const;

private:
    static constexpr std::string_view k_admin = "0";

    struct Label {
        std::size_t column;
        std::size_t field;
        Value store;
    };
    std::size_t m_table = 0;
    std::size_t m_store = 0;
    std::vector<Label> m_labels;
};

} // namespace datasync::formats
