// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// In what invoices, shipments and credit memos differ for a file.
#pragma once

#include <string_view>

namespace datasync::adapters {

/// A kind of document.
struct DocumentKind {
    std::string_view entity;
    std::string_view table;      ///< Its root; items and grid are named after it.
    std::string_view verb;       ///< "invoiced", of items.
    std::string_view available;  ///< Column of order items: of how many it can have its share.
    bool has_money = true;       ///< Whether it has amounts.
    bool has_children = true;    ///< Whether what an item is made of goes with it.
    bool leaves_virtual = false; ///< Whether what cannot be sent is left out.
};

/// The kind of that entity type; nullptr for what is no document of an order.
const DocumentKind* find_document_kind(std::string_view entity);

} // namespace datasync::adapters
