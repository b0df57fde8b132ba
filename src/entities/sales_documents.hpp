// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What orders, invoices, shipments and credit memos share: how a document is recognised, and the
// columns of its items.
#pragma once

#include "datasync/entity_spec.hpp"

#include <array>

namespace datasync::entities {

/// A document of the same number but of another moment is another shop's.
inline constexpr std::array<std::string_view, 2> k_document_key_columns = {"increment_id",
                                                                           "created_at"};
inline constexpr NaturalKey k_document_key = {.columns = k_document_key_columns,
                                              .first_is_unique = true};

inline constexpr std::array<std::string_view, 2> k_document_numbers = {"increment_id",
                                                                       "real_order_id"};

inline constexpr RemovalSpec k_kept_documents = {
    .never_because = "the books name it: sales documents are never deleted"};

/// Of an item of an invoice, shipment or credit memo: the order's item is found by the registry
/// alone, for a sku may stand in an order several times.
inline constexpr std::array<std::string_view, 1> k_document_item_key = {"order_item_id"};
inline constexpr std::array k_document_item_references = {
    Reference{"order_item_id", "order_item", WhenMissing::hold},
    Reference{"product_id", "product", WhenMissing::deliver_later},
    Reference{"shipment_id", "shipment", WhenMissing::deliver_later},
};
inline constexpr std::array k_document_item_texts = {
    ReferenceText{"weee_tax_applied", ReferencePlace::serialized},
};

} // namespace datasync::entities
