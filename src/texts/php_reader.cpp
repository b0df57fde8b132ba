// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/php_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace datasync::texts {

namespace {

constexpr bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

struct Range {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

class PhpReader {
public:
    PhpReader(std::string_view text, std::vector<SerializedNode>& nodes)
        : m_text(text), m_nodes(nodes)
    {
    }

    bool read() { return read_value({}, 0) && m_at == m_text.size(); }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool skip(char letter)
    {
        if (peek() != letter) { return false; }
        ++m_at;
        return true;
    }

    bool skip(std::string_view word)
    {
        if (!m_text.substr(m_at).starts_with(word)) { return false; }
        m_at += word.size();
        return true;
    }

    Range range_from(std::size_t begin) const
    {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(m_at - begin)};
    }

    /// A length or number of members; nothing beyond what the text could hold.
    std::optional<std::size_t> take_size()
    {
        const std::size_t begin = m_at;
        std::size_t size = 0;
        for (; is_digit(peek()); ++m_at) {
            size = size * 10 + static_cast<std::size_t>(peek() - '0');
            if (size > m_text.size()) { return std::nullopt; }
        }
        const bool is_padded = m_at > begin + 1 && m_text[begin] == '0';
        return m_at == begin || is_padded ? std::nullopt : std::optional(size);
    }

    /// `12:"twelve bytes"`, without the bytes' quotes.
    std::optional<Range> take_text()
    {
        const auto length = take_size();
        if (!length || !skip(":\"") || *length > m_text.size() - m_at) { return std::nullopt; }
        const std::size_t begin = m_at;
        m_at += *length;
        const Range range = range_from(begin);
        return skip('"') ? std::optional(range) : std::nullopt;
    }

    std::optional<Range> take_integer()
    {
        const std::size_t begin = m_at;
        if (peek() == '-' || peek() == '+') { ++m_at; }
        const std::size_t digits = m_at;
        while (is_digit(peek())) { ++m_at; }
        return m_at == digits ? std::nullopt : std::optional(range_from(begin));
    }

    std::optional<Range> take_real()
    {
        const std::size_t begin = m_at;
        if (skip("INF") || skip("-INF") || skip("NAN")) { return range_from(begin); }
        constexpr std::string_view k_letters = "0123456789+-.eE";
        while (m_at < m_text.size() && k_letters.find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
        }
        return m_at == begin ? std::nullopt : std::optional(range_from(begin));
    }

    std::optional<Range> take_boolean()
    {
        const std::size_t begin = m_at;
        return skip('0') || skip('1') ? std::optional(range_from(begin)) : std::nullopt;
    }

    /// Bytes that only the object's own class understands.
    bool skip_custom_content()
    {
        const auto length = take_size();
        if (!length || !skip(":{") || *length > m_text.size() - m_at) { return false; }
        m_at += *length;
        return skip('}');
    }

    bool add_leaf(SerializedNode node, NodeKind kind, std::optional<Range> range)
    {
        if (!range) { return false; }
        node.kind = kind;
        node.offset = range->offset;
        node.length = range->length;
        node.next = static_cast<std::uint32_t>(m_nodes.size()) + 1;
        m_nodes.push_back(node);
        return true;
    }

    /// The key of a member, in a node that still lacks its value.
    std::optional<SerializedNode> take_key()
    {
        const bool is_text = peek() == 's';
        if (!(skip("s:") || skip("i:"))) { return std::nullopt; }
        const auto range = is_text ? take_text() : take_integer();
        if (!range || !skip(';')) { return std::nullopt; }
        SerializedNode node;
        node.key_kind = is_text ? KeyKind::text : KeyKind::integer;
        node.key_offset = range->offset;
        node.key_length = range->length;
        return node;
    }

    /// `2:{...}`, behind what kind of map it is.
    bool read_members(SerializedNode node, std::size_t begin, unsigned depth)
    {
        const auto count = take_size();
        if (!count || !skip(":{")) { return false; }
        const std::size_t index = m_nodes.size();
        m_nodes.push_back(node);
        for (std::size_t i = 0; i < *count; ++i) {
            const auto member = take_key();
            if (!member || !read_value(*member, depth + 1)) { return false; }
        }
        if (!skip('}')) { return false; }
        const Range range = range_from(begin);
        SerializedNode& map = m_nodes[index];
        map.kind = NodeKind::map;
        map.offset = range.offset;
        map.length = range.length;
        map.next = static_cast<std::uint32_t>(m_nodes.size());
        return true;
    }

    bool read_object(const SerializedNode& node, std::size_t begin, unsigned depth)
    {
        return take_text() && skip(':') && read_members(node, begin, depth);
    }

    bool read_custom_object(const SerializedNode& node, std::size_t begin)
    {
        return take_text() && skip(':') && skip_custom_content() &&
               add_leaf(node, NodeKind::opaque, range_from(begin));
    }

    bool read_value(const SerializedNode& node, unsigned depth)
    {
        const std::size_t begin = m_at;
        const char type = peek();
        if (depth > k_deepest_node || !looks_php_serialized(m_text.substr(m_at))) { return false; }
        m_at += 2;
        switch (type) {
        case 'N':
            return add_leaf(node, NodeKind::null, range_from(begin));
        case 'a':
            return read_members(node, begin, depth);
        case 'O':
            return read_object(node, begin, depth);
        case 'C':
            return read_custom_object(node, begin);
        case 's':
            return add_leaf(node, NodeKind::text, take_text()) && skip(';');
        case 'i':
            return add_leaf(node, NodeKind::integer, take_integer()) && skip(';');
        case 'd':
            return add_leaf(node, NodeKind::real, take_real()) && skip(';');
        case 'b':
            return add_leaf(node, NodeKind::boolean, take_boolean()) && skip(';');
        case 'E':
            return add_leaf(node, NodeKind::opaque, take_text()) && skip(';');
        default:
            return add_leaf(node, NodeKind::opaque, take_integer()) && skip(';');
        }
    }

    std::string_view m_text;
    std::vector<SerializedNode>& m_nodes;
    std::size_t m_at = 0;
};

} // namespace

bool looks_php_serialized(std::string_view text)
{
    constexpr std::string_view k_types = "abdisOCERr";
    return text.starts_with("N;") ||
           (text.size() > 1 && text[1] == ':' && k_types.find(text[0]) != std::string_view::npos);
}

bool read_php(std::string_view text, std::vector<SerializedNode>& nodes)
{
    return PhpReader(text, nodes).read();
}

} // namespace datasync::texts
