// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstddef>

namespace datasync::texts {

namespace {

/// Finds the places of values in a text that is known to be JSON.
class JsonReader {
public:
    JsonReader(std::string_view text, std::vector<SerializedNode>& nodes)
        : m_text(text), m_nodes(nodes)
    {
    }

    bool read() { return read_value({}, 0); }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skip_space()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') { ++m_at; }
    }

    /// Takes a text with its quotes; leaves `offset` and `length` at what is between them.
    void take_text(std::uint32_t& offset, std::uint32_t& length)
    {
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            m_at += m_text[m_at] == '\\' ? 2U : 1U;
        }
        offset = static_cast<std::uint32_t>(begin);
        length = static_cast<std::uint32_t>(m_at - begin);
        ++m_at;
    }

    bool read_members(SerializedNode& node, char end, unsigned depth)
    {
        const std::size_t index = m_nodes.size();
        const std::size_t begin = m_at++;
        m_nodes.push_back(node);
        for (skip_space(); peek() != end; skip_space()) {
            SerializedNode member;
            if (end == '}') {
                member.key_kind = KeyKind::text;
                take_text(member.key_offset, member.key_length);
                skip_space();
                ++m_at; // The colon.
            }
            if (!read_value(member, depth + 1)) { return false; }
            skip_space();
            if (peek() == ',') { ++m_at; }
        }
        ++m_at;
        SerializedNode& map = m_nodes[index];
        map.kind = NodeKind::map;
        map.offset = static_cast<std::uint32_t>(begin);
        map.length = static_cast<std::uint32_t>(m_at - begin);
        map.next = static_cast<std::uint32_t>(m_nodes.size());
        return true;
    }

    /// A number, or one of the words true, false and null.
    NodeKind take_word()
    {
        const std::size_t begin = m_at;
        constexpr std::string_view k_ends = ",]} \t\r\n";
        while (m_at < m_text.size() && k_ends.find(m_text[m_at]) == std::string_view::npos) {
            ++m_at;
        }
        const std::string_view word = m_text.substr(begin, m_at - begin);
        if (word == "null") { return NodeKind::null; }
        if (word == "true" || word == "false") { return NodeKind::boolean; }
        return word.find_first_of(".eE") == std::string_view::npos ? NodeKind::integer
                                                                   : NodeKind::real;
    }

    bool read_value(SerializedNode node, unsigned depth)
    {
        if (depth > k_deepest_node) { return false; }
        skip_space();
        if (peek() == '{') { return read_members(node, '}', depth); }
        if (peek() == '[') { return read_members(node, ']', depth); }
        if (peek() == '"') {
            node.kind = NodeKind::text;
            take_text(node.offset, node.length);
        } else {
            const std::size_t begin = m_at;
            node.kind = take_word();
            node.offset = static_cast<std::uint32_t>(begin);
            node.length = static_cast<std::uint32_t>(m_at - begin);
        }
        node.next = static_cast<std::uint32_t>(m_nodes.size()) + 1;
        m_nodes.push_back(node);
        return true;
    }

    std::string_view m_text;
    std::vector<SerializedNode>& m_nodes;
    std::size_t m_at = 0;
};

/// Four hexadecimal digits.
unsigned code_unit(std::string_view digits)
{
    unsigned unit = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    return unit;
}

constexpr bool is_high_surrogate(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

std::string utf8_of(unsigned code)
{
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) { return {byte(code)}; }
    if (code < 0x800) { return {byte(0xC0U | (code >> 6U)), tail(0)}; }
    if (code < 0x10000) { return {byte(0xE0U | (code >> 12U)), tail(6), tail(0)}; }
    return {byte(0xF0U | (code >> 18U)), tail(12), tail(6), tail(0)};
}

/// Takes one letter, escaped or not, off `rest`.
std::string take_letter(std::string_view& rest)
{
    constexpr std::size_t k_unicode = 6; // \u1234
    constexpr std::string_view k_escapes = "bfnrt";
    constexpr std::string_view k_meanings = "\b\f\n\r\t";
    std::size_t length = 2;
    std::string letter;
    if (rest[0] != '\\') {
        length = 1;
        letter = rest[0];
    } else if (rest[1] == 'u') {
        unsigned code = code_unit(rest.substr(2, 4));
        length = k_unicode;
        if (is_high_surrogate(code)) {
            code = 0x10000U + ((code - 0xD800U) << 10U) + code_unit(rest.substr(8, 4)) - 0xDC00U;
            length = 2 * k_unicode;
        }
        letter = utf8_of(code);
    } else {
        const std::size_t escape = k_escapes.find(rest[1]);
        letter = escape == std::string_view::npos ? rest[1] : k_meanings[escape];
    }
    rest.remove_prefix(length);
    return letter;
}

} // namespace

bool may_be_json(std::string_view text)
{
    constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
    return !text.starts_with(k_byte_order_mark) && text.find('\0') == std::string_view::npos;
}

bool read_json(std::string_view text, std::vector<SerializedNode>& nodes)
{
    return may_be_json(text) && nlohmann::json::accept(text.begin(), text.end()) &&
           JsonReader(text, nodes).read();
}

std::optional<UnescapedText> unescape_json(std::string_view content)
{
    UnescapedText result;
    std::string_view rest = content;
    while (!rest.empty()) {
        const auto origin = static_cast<std::uint32_t>(content.size() - rest.size());
        const bool is_escaped = rest[0] == '\\';
        const std::string letter = take_letter(rest);
        if (is_escaped && letter[0] >= '0' && letter[0] <= '9') { return std::nullopt; }
        result.text += letter;
        result.origins.insert(result.origins.end(), letter.size(), origin);
    }
    result.origins.push_back(static_cast<std::uint32_t>(content.size()));
    return result;
}

} // namespace datasync::texts
