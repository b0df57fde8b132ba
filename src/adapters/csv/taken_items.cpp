// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/taken_items.hpp"

#include <utility>

namespace datasync::adapters {

void TakenItems::add(std::uint32_t order_id, Document document)
{
    m_documents[order_id].push_back(std::move(document));
    m_orders.push_back(order_id);
    if (m_orders.size() <= k_most) { return; }
    const auto oldest = m_documents.find(m_orders.front());
    m_orders.pop_front();
    oldest->second.erase(oldest->second.begin());
    if (oldest->second.empty()) { m_documents.erase(oldest); }
}

const std::vector<TakenItems::Document>& TakenItems::of(std::uint32_t order_id) const
{
    static const std::vector<Document> none;
    const auto found = m_documents.find(order_id);
    return found == m_documents.end() ? none : found->second;
}

} // namespace datasync::adapters
