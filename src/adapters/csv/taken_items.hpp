// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What the documents of a file have taken of orders while they may still be on their way.
#pragma once

#include "schema/order_lookup.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// Remembers the last documents. What lies further back has been written, and is found on the
/// destination.
class TakenItems {
public:
    /// A document and what it has.
    struct Document {
        std::string number;
        std::vector<schema::TakenItem> items;
    };

    void add(std::uint32_t order_id, Document document);
    /// Those of that order.
    const std::vector<Document>& of(std::uint32_t order_id) const;

private:
    static constexpr std::size_t k_most = 50'000;

    std::map<std::uint32_t, std::vector<Document>> m_documents; ///< By order, the oldest first.
    std::deque<std::uint32_t> m_orders; ///< Of the documents, the oldest first.
};

} // namespace datasync::adapters
