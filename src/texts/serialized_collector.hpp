// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gathers the ids of one serialized text, with the lengths of the PHP strings around them.
#pragma once

#include "texts/json_reader.hpp"
#include "texts/serialized_tree.hpp"
#include "texts/text_references.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace datasync::texts {

/// A serialized text: the whole one, or one that a string of another holds.
class SerializedLevel {
public:
    explicit SerializedLevel(std::string_view text) : m_is_read(m_tree.parse(text)) {}

    /// The text in a string of `outer`, which has to outlive this.
    SerializedLevel(const SerializedLevel& outer, const SerializedNode& node);

    SerializedLevel(const SerializedLevel&) = delete;
    SerializedLevel& operator=(const SerializedLevel&) = delete;
    SerializedLevel(SerializedLevel&&) = delete;
    SerializedLevel& operator=(SerializedLevel&&) = delete;
    ~SerializedLevel() = default;

    /// Whether it is PHP-serialized or JSON; otherwise there is no tree.
    bool is_read() const { return m_is_read; }
    const SerializedTree& tree() const { return m_tree; }

    /// Where a byte of this text stands in the whole one.
    std::size_t place_of(std::size_t offset) const;

private:
    const SerializedLevel* m_outer = nullptr;
    std::size_t m_begin = 0;   ///< In the outer text.
    UnescapedText m_unescaped; ///< Empty unless JSON had escaped the text.
    SerializedTree m_tree;
    bool m_is_read = false;
};

/// Gathers the references of one text, in text order.
class SerializedCollector {
public:
    /// All that was found; the collector is empty afterwards.
    TextScan take() { return std::move(m_scan); }

    std::size_t references() const { return m_scan.references.size(); }
    void note(std::string description) { m_scan.unparsed.push_back(std::move(description)); }

    /// The ids of a value: a number, a list with commas, or a map of them.
    void add_value(const SerializedLevel& level, const SerializedNode& node,
                   std::string_view target);

    /// The id that a key is, or has between `prefix` and `suffix`.
    void add_key(const SerializedLevel& level, const SerializedNode& node, std::string_view target,
                 std::string_view prefix = {}, std::string_view suffix = {});

    /// Calls `scan` with the serialized map that the string `node` holds. One that holds something
    /// else is noted under its name.
    template<typename Scan>
    void scan_nested(const SerializedLevel& level, const SerializedNode& node,
                     std::string_view name, Scan&& scan)
    {
        if (node.length == 0) { return; }
        const SerializedLevel inner(level, node);
        if (!inner.is_read() || inner.tree().root().kind != NodeKind::map) {
            note(std::string(name) + " that is neither PHP-serialized nor JSON");
            return;
        }
        within_text(level, node.offset, node.length, [&] { scan(inner); });
    }

private:
    void add_id(const SerializedLevel& level, std::string_view word, std::string_view target);

    /// Calls `scan`; what it finds lies in the string of that place, so that its length counts.
    template<typename Scan>
    void within_text(const SerializedLevel& level, std::size_t offset, std::size_t length,
                     Scan&& scan)
    {
        const std::size_t references = m_scan.references.size();
        const std::size_t lengths = m_scan.lengths.size();
        if (level.tree().is_php()) { add_length(level, offset, length); }
        scan();
        if (m_scan.references.size() == references) { m_scan.lengths.resize(lengths); }
    }

    void add_length(const SerializedLevel& level, std::size_t offset, std::size_t length);

    TextScan m_scan;
};

} // namespace datasync::texts
