// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/serialized_collector.hpp"

#include "texts/reference_collector.hpp"
#include "util/text.hpp"

namespace datasync::texts {

SerializedLevel::SerializedLevel(const SerializedLevel& outer, const SerializedNode& node)
    : m_outer(&outer), m_begin(node.offset)
{
    const std::string_view content = outer.tree().value(node);
    if (outer.tree().is_php() || content.find('\\') == std::string_view::npos) {
        m_is_read = m_tree.parse(content);
    } else if (auto unescaped = unescape_json(content)) {
        m_unescaped = std::move(*unescaped);
        m_is_read = m_tree.parse(m_unescaped.text);
    }
}

std::size_t SerializedLevel::place_of(std::size_t offset) const
{
    if (m_outer == nullptr) { return offset; }
    return m_outer->place_of(m_begin +
                             (m_unescaped.origins.empty() ? offset : m_unescaped.origins[offset]));
}

void SerializedCollector::add_id(const SerializedLevel& level, std::string_view word,
                                 std::string_view target)
{
    const std::string_view digits = util::trim(word);
    const auto id = plain_id(digits);
    if (!id) { return; }
    m_scan.references.push_back(
        {level.place_of(level.tree().offset_of(digits)), digits.size(), *id, target});
}

// The length stands before the quote and a colon, behind another colon: `s:12:"`.
void SerializedCollector::add_length(const SerializedLevel& level, std::size_t offset,
                                     std::size_t length)
{
    constexpr std::size_t k_colon_and_quote = 2;
    const std::string_view before = level.tree().text().substr(0, offset - k_colon_and_quote);
    const std::size_t digits = before.rfind(':') + 1;
    const std::size_t content = level.place_of(offset);
    m_scan.lengths.push_back({level.place_of(digits), before.size() - digits, content,
                              level.place_of(offset + length) - content});
}

void SerializedCollector::add_value(const SerializedLevel& level, const SerializedNode& node,
                                    std::string_view target)
{
    if (node.kind == NodeKind::map) {
        level.tree().for_each_child(
            node, [&](const SerializedNode& child) { add_value(level, child, target); });
    } else if (node.kind == NodeKind::integer) {
        add_id(level, level.tree().value(node), target);
    } else if (node.kind == NodeKind::text) {
        within_text(level, node.offset, node.length, [&] {
            std::string_view words = level.tree().value(node);
            while (!words.empty()) { add_id(level, take_until(words, ','), target); }
        });
    }
}

void SerializedCollector::add_key(const SerializedLevel& level, const SerializedNode& node,
                                  std::string_view target, std::string_view prefix,
                                  std::string_view suffix)
{
    std::string_view word = level.tree().key(node);
    word.remove_prefix(prefix.size());
    word.remove_suffix(suffix.size());
    if (node.key_kind == KeyKind::integer) {
        add_id(level, word, target);
    } else if (node.key_kind == KeyKind::text) {
        within_text(level, node.key_offset, node.key_length, [&] { add_id(level, word, target); });
    }
}

} // namespace datasync::texts
