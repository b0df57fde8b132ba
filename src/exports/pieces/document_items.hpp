// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The items of an invoice, shipment or credit memo.
#pragma once

#include "exports/piece.hpp"
#include "schema/order_lookup.hpp"

namespace datasync::exports {

/// Fills the column `items` with JSON: each sku once, as such files have it.
class DocumentItems : public Piece {
public:
    /// `table` is the documents' root; it outlives the piece.
    DocumentItems(const schema::Shop& shop, std::string_view table);

    std::vector<std::string_view> columns() const override;
    void add_fields(formats::Shape& shape) const override;
    void bind(const PieceTools& tools) override;
    void look_up() override;
    void write(OutRecord& record) const override;

private:
    std::string m_table;
    std::string m_item_table;
    schema::OrderLookup m_orders;
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_root;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
