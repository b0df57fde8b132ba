// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The items of an invoice, shipment or credit memo: which of the order's they are, and whether the
// order has as many left.
#pragma once

#include "adapters/csv/completions/document_kind.hpp"
#include "adapters/csv/record_fields.hpp"
#include "adapters/csv/taken_items.hpp"
#include "schema/order_lookup.hpp"
#include "util/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// The document whose items are wanted.
struct DocumentOf {
    const schema::OrderFacts& order;
    const schema::OrderDocument* existing; ///< What the destination has of it, or nothing.
    std::string_view number;               ///< On the destination.
};

/// What the items of a document add up to.
struct DocumentSums {
    util::Decimal quantity;
    util::Decimal row_total;
    util::Decimal row_total_with_tax;
    util::Decimal tax;
    util::Decimal discount;
};

/// Completes the items of documents of one kind.
class DocumentItems {
public:
    DocumentItems(formats::Shape& shape, const schema::Shop& shop, const DocumentKind& kind);

    /// Makes the rows that the record names, or those of all that the order has left, whole. What
    /// the order has not left is refused.
    DocumentSums complete(formats::FileRecord& record, const DocumentOf& document, Arena& arena);

private:
    /// An item of the order, and how many of it the document has.
    struct Part {
        const schema::RowFacts* item;
        util::Decimal quantity;
        std::optional<std::size_t> row; ///< The record's, where it has one.
    };

    void find_left(const DocumentOf& document);
    util::Decimal left_of(const schema::RowFacts& item) const;
    void take_named(formats::FileRecord& record, const DocumentOf& document,
                    const std::vector<std::size_t>& rows);
    void take_rest(formats::FileRecord& record, const DocumentOf& document);
    void add_children(const schema::OrderFacts& order);
    void complete_row(formats::FileRecord& record, const Part& part, DocumentSums& sums,
                      Arena& arena) const;

    const DocumentKind& m_kind;
    std::size_t m_table; ///< Of the shape.
    bool m_is_in_file;   ///< Whether the file has a column for items.
    std::size_t m_order; ///< Field of the root.
    std::size_t m_order_item;
    std::size_t m_product;
    std::size_t m_sku;
    std::size_t m_quantity;
    /// Fields that are the order item's own, and those that are its share.
    std::vector<std::size_t> m_copied;
    std::vector<std::size_t> m_shared;
    std::vector<std::string> m_copied_names;
    std::vector<std::string> m_shared_names;
    TakenItems m_taken;
    std::vector<Part> m_parts;                                   ///< Of the document in work.
    std::vector<std::pair<std::uint32_t, util::Decimal>> m_left; ///< By item of the order.
};

} // namespace datasync::adapters
