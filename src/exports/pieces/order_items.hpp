// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The items of an order.
#pragma once

#include "exports/piece.hpp"

namespace datasync::exports {

/// Fills the column `items` with JSON.
class OrderItems : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void add_fields(formats::Shape& shape) const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    /// The members of an item's object; empty for one that a file cannot have.
    std::string object_of(std::uint32_t row, OutRecord& record) const;

    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
