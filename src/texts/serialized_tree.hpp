// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where the values of a PHP-serialized or JSON text stand, as one tree for both formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace datasync::texts {

/// What a value is. A map is an array or object of either format; opaque is what PHP writes for
/// references, enumerations and objects that serialize themselves.
enum class NodeKind : std::uint8_t { null, boolean, integer, real, text, map, opaque };

/// How deep values may lie inside each other; as deep as PHP itself reads JSON.
inline constexpr unsigned k_deepest_node = 512;

enum class KeyKind : std::uint8_t { none, integer, text };

/// A value and where it stands: the bytes of a number, those between the quotes of a text (escapes
/// and all), the whole of a map. All offsets count from the beginning of the text.
struct SerializedNode {
    NodeKind kind = NodeKind::null;
    KeyKind key_kind = KeyKind::none;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t key_offset = 0;
    std::uint32_t key_length = 0;
    std::uint32_t next = 0; ///< Index behind the last node of this one's subtree.
};

/// The values of one text in text order, each map directly before what is in it.
class SerializedTree {
public:
    /// Reads a text, which has to outlive the tree. False when it is neither PHP-serialized to the
    /// last byte nor JSON, or nested too deep to be meant.
    bool parse(std::string_view text);

    bool is_php() const { return m_is_php; }
    std::string_view text() const { return m_text; }
    const SerializedNode& root() const { return m_nodes.front(); }

    /// The bytes of a value, see SerializedNode.
    std::string_view value(const SerializedNode& node) const
    {
        return m_text.substr(node.offset, node.length);
    }

    /// Where a part of the text stands in it.
    std::size_t offset_of(std::string_view part) const
    {
        return static_cast<std::size_t>(part.data() - m_text.data());
    }

    /// Empty where there is no key.
    std::string_view key(const SerializedNode& node) const
    {
        return m_text.substr(node.key_offset, node.key_length);
    }

    /// Calls `visit` with each value directly in `parent`; none for what is no map.
    template<typename Visit>
    void for_each_child(const SerializedNode& parent, Visit&& visit) const
    {
        const auto index = static_cast<std::size_t>(&parent - m_nodes.data());
        for (std::size_t i = index + 1; i < parent.next; i = m_nodes[i].next) { visit(m_nodes[i]); }
    }

    /// The first value of that key in a map; nullptr when there is none.
    const SerializedNode* find(const SerializedNode& parent, std::string_view key) const;

private:
    std::string_view m_text;
    std::vector<SerializedNode> m_nodes;
    bool m_is_php = false;
};

} // namespace datasync::texts
