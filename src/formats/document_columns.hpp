// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What files of invoices, shipments and credit memos have in common: the order that a document is
// of, and its items.
#pragma once

#include "formats/entity_format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace datasync::formats {

/// Of every document. Its order is known by the source's id or by its number.
inline constexpr std::array k_document_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "increment_id", .kind = CellKind::word, .field = "increment_id"},
    Column{.name = "order_increment_id",
           .kind = CellKind::word,
           .is_required = true,
           .instead = "order_id"},
    Column{.name = "order_id", .kind = CellKind::id},
    Column{.name = "created_at", .kind = CellKind::moment, .field = "created_at"},
    Column{.name = "updated_at", .kind = CellKind::moment, .field = "updated_at"},
    Column{.name = "items"},
    // What follows from the order.
    Column{.name = "billing_address_id"},
    Column{.name = "shipping_address_id"},
};

/// Of those that are about money.
inline constexpr std::array k_money_columns = {
    Column{.name = "grand_total",
           .kind = CellKind::decimal,
           .field = "grand_total",
           .is_required = true},
    Column{.name = "base_grand_total", .kind = CellKind::decimal, .field = "base_grand_total"},
    Column{.name = "state", .kind = CellKind::word},
    Column{.name = "subtotal", .kind = CellKind::decimal, .field = "subtotal"},
    Column{.name = "tax_amount", .kind = CellKind::decimal, .field = "tax_amount"},
    Column{.name = "shipping_amount", .kind = CellKind::decimal, .field = "shipping_amount"},
    Column{.name = "discount_amount", .kind = CellKind::decimal, .field = "discount_amount"},
    Column{.name = "transaction_id", .kind = CellKind::word, .field = "transaction_id"},
};

/// What two documents of a file are told apart by: their numbers or, where the file has none, their
/// orders.
inline constexpr std::array<std::string_view, 1> k_document_key = {
    "increment_id|order_increment_id|order_id"};

/// Makes rows of what documents have in common.
class DocumentRules : public RecordRules {
public:
    /// A word for a state, and the number that the shop keeps.
    using States = std::span<const std::pair<std::string_view, std::string_view>>;

    /// Adds the table of the items and its fields to `shape`. Documents without states have no
    /// words for them.
    DocumentRules(const Header& header, Shape& shape, std::string_view item_table, States states);
    void read(const Cells& cells, FileRecord& record) override;

protected:
    const Header& header() const { return m_header; }

private:
    void read_items(const Cells& cells, FileRecord& record) const;
    void read_state(const Cells& cells, FileRecord& record) const;

    Header m_header;
    States m_states;
    std::optional<std::size_t> m_number; ///< Columns.
    std::optional<std::size_t> m_order_number;
    std::optional<std::size_t> m_order_id;
    std::optional<std::size_t> m_items;
    std::optional<std::size_t> m_state;
    std::size_t m_order = 0; ///< Fields.
    std::size_t m_state_field = 0;
    std::size_t m_table = 0;
    std::size_t m_sku = 0;
    std::size_t m_quantity = 0;
};

} // namespace datasync::formats
