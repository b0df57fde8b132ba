// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Amounts of invoices and credit memos.
#pragma once

#include "adapters/csv/amount_fields.hpp"
#include "adapters/csv/completions/document_items.hpp"
#include "adapters/csv/completions/document_kind.hpp"
#include "adapters/csv/record_fields.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// Completes the amounts of documents of one kind.
class DocumentMoney {
public:
    /// Everything that the file has is in the shape, and the shop's tables are loaded.
    DocumentMoney(formats::Shape& shape, const schema::Shop& shop, const DocumentKind& kind);

    void complete(formats::FileRecord& record, const DocumentOf& document, const DocumentSums& sums,
                  Arena& arena) const;

private:
    /// What of the whole is for shipping.
    struct Shipping {
        util::Decimal amount;
        util::Decimal tax;
    };
    Shipping shipping_of(const formats::FileRecord& record, const DocumentOf& document,
                         const DocumentSums& sums) const;

    std::size_t m_state; ///< Fields.
    std::size_t m_grand_total;
    std::size_t m_subtotal;
    std::size_t m_subtotal_with_tax;
    std::size_t m_tax;
    std::size_t m_discount;
    std::size_t m_shipping;
    std::size_t m_shipping_with_tax;
    std::size_t m_shipping_tax;
    std::vector<std::size_t> m_zeros;
    std::size_t m_adjustment;
    std::optional<std::size_t> m_adjustment_up;
    std::optional<std::size_t> m_adjustment_down;
    std::vector<AmountFields> m_amounts;
};

} // namespace datasync::adapters
