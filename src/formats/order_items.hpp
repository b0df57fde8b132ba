// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The items of an order, all in one cell of its record.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/list_cell.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::formats {

inline constexpr std::string_view k_order_item_table = "sales_flat_order_item";

/// What an item of an order may say, and under which name; those of the short form come first.
std::span<const ListField> order_item_fields();

/// Makes rows of the column `items`. What was ordered at which price an item keeps up to date;
/// everything else only new items get, for the shop goes on working with them.
class OrderItemRules {
public:
    /// Adds the table and its fields to `shape` when the file has the column.
    OrderItemRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) const;

private:
    std::optional<std::size_t> m_column;
    std::size_t m_table = 0;
    std::vector<std::size_t> m_fields; ///< Of the shape, by number of the item's field.
};

} // namespace datasync::formats
