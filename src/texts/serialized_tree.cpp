// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/serialized_tree.hpp"

#include "texts/json_reader.hpp"
#include "texts/php_reader.hpp"

#include <limits>

namespace datasync::texts {

bool SerializedTree::parse(std::string_view text)
{
    constexpr std::size_t k_bytes_per_node = 16; // A guess that spares the vector from growing.
    m_text = text;
    m_nodes.clear();
    if (text.size() >= std::numeric_limits<std::uint32_t>::max()) { return false; }
    m_nodes.reserve(text.size() / k_bytes_per_node + 1);
    m_is_php = looks_php_serialized(text);
    return m_is_php ? read_php(text, m_nodes) : read_json(text, m_nodes);
}

const SerializedNode* SerializedTree::find(const SerializedNode& parent, std::string_view key) const
{
    const SerializedNode* found = nullptr;
    for_each_child(parent, [&](const SerializedNode& node) {
        if (found == nullptr && this->key(node) == key) { found = &node; }
    });
    return found;
}

} // namespace datasync::texts
