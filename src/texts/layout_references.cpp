// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where layout update XML holds ids.
#include "texts/layout_references.hpp"

#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace datasync::texts {

namespace {

constexpr std::size_t k_npos = std::string_view::npos;

/// A method of a block and the parameter that its first argument is.
struct Setter {
    std::string_view method;
    std::string_view parameter;
};

constexpr std::array k_setters = {
    Setter{"setBlockId", "block_id"},
    Setter{"setPageId", "page_id"},
    Setter{"setProductId", "product_id"},
    Setter{"setCategoryId", "category_id"},
};

std::string_view set_parameter(std::string_view method)
{
    const auto* const found = std::find_if(k_setters.begin(), k_setters.end(),
                                           [method](auto row) { return row.method == method; });
    return found == k_setters.end() ? std::string_view() : found->parameter;
}

enum class TagKind { open, close, empty };

struct Tag {
    TagKind kind = TagKind::open;
    std::string_view name;
    std::string_view attributes;
    std::size_t begin = 0; ///< Of its `<`.
    std::size_t end = 0;   ///< Behind its `>`.
};

/// Walks through the tags of a piece of XML; comments, CDATA and declarations are passed over.
class TagReader {
public:
    explicit TagReader(std::string_view text) : m_text(text) {}

    /// The next tag; nothing at the end of the text or where it is no XML.
    std::optional<Tag> next()
    {
        while ((m_at = m_text.find('<', m_at)) != k_npos) {
            const std::string_view rest = m_text.substr(m_at);
            const std::string_view ending = rest.starts_with("<!--")        ? "-->"
                                            : rest.starts_with("<![CDATA[") ? "]]>"
                                            : rest.starts_with("<?")        ? "?>"
                                            : rest.starts_with("<!")        ? ">"
                                                                            : "";
            if (ending.empty()) { return read_tag(); }
            constexpr std::size_t k_comment_begin = 4;
            const std::size_t inner = m_at + (ending == "-->" ? k_comment_begin : 2);
            const std::size_t end = m_text.find(ending, inner);
            if (end == k_npos) { break; }
            m_at = end + ending.size();
        }
        m_is_broken = m_at != k_npos;
        return std::nullopt;
    }

    bool is_broken() const { return m_is_broken; }

private:
    std::optional<Tag> read_tag()
    {
        std::size_t end = m_at + 1;
        char quote = '\0';
        while (end < m_text.size() && (quote != '\0' || m_text[end] != '>')) {
            const char letter = m_text[end++];
            if (quote != '\0') {
                quote = letter == quote ? '\0' : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            }
        }
        Tag tag;
        std::string_view inner = m_text.substr(m_at + 1, end - m_at - 1);
        if (inner.starts_with('/')) {
            tag.kind = TagKind::close;
            inner.remove_prefix(1);
        } else if (inner.ends_with('/')) {
            tag.kind = TagKind::empty;
            inner.remove_suffix(1);
        }
        tag.name = inner.substr(0, inner.find_first_of(k_shop_white_space));
        tag.attributes = inner.substr(tag.name.size());
        tag.begin = std::exchange(m_at, end + 1);
        tag.end = end + 1;
        m_is_broken = end >= m_text.size() || tag.name.empty();
        return m_is_broken ? std::nullopt : std::optional(tag);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_is_broken = false;
};

std::string_view attribute(std::string_view attributes, std::string_view wanted)
{
    while (!attributes.empty()) {
        const std::string_view name = util::trim(take_until(attributes, '='));
        attributes.remove_prefix(
            std::min(attributes.find_first_not_of(k_shop_white_space), attributes.size()));
        if (attributes.empty()) { break; }
        const char quote = attributes.front();
        attributes.remove_prefix(1);
        const std::string_view value = take_until(attributes, quote);
        if (name == wanted) { return value; }
    }
    return {};
}

/// An element without children inside an `<action>`.
struct Leaf {
    std::string_view name;
    std::string_view text;
    bool is_argument = false; ///< A child of the action itself, not of an array in it.
};

std::string_view leaf_text(std::string_view text)
{
    constexpr std::string_view k_begin = "<![CDATA[";
    constexpr std::string_view k_end = "]]>";
    text = util::trim(text);
    if (text.starts_with(k_begin) && text.ends_with(k_end)) {
        text.remove_prefix(k_begin.size());
        text.remove_suffix(k_end.size());
    }
    return text;
}

/// An action hands its children to a method in their order; their names mean nothing to the shop.
/// So the first child of `setBlockId` is a block id and the second of `setData` is what the first
/// one names; elsewhere the name of the element has to tell.
void scan_action(std::string_view method, const std::vector<Leaf>& leaves,
                 ReferenceCollector& collector)
{
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        std::string_view name = leaves[i].name;
        const std::string_view setter = set_parameter(method);
        if (i == 0 && leaves[i].is_argument && !setter.empty()) {
            name = setter;
        } else if (i == 1 && leaves[i].is_argument && method == "setData") {
            name = util::trim(leaves[0].text);
        }
        collector.add_parameter(name, leaves[i].text, "a layout action");
    }
}

} // namespace

bool scan_layout(std::string_view text, ReferenceCollector& collector)
{
    std::vector<Tag> open;
    std::vector<Leaf> leaves;
    std::size_t action_depth = 0; // How many elements are open inside the action, itself included.
    std::size_t last_open_end = k_npos;
    TagReader reader(text);
    while (const std::optional<Tag> tag = reader.next()) {
        if (tag->kind == TagKind::open) {
            open.push_back(*tag);
            action_depth += (action_depth > 0 || tag->name == "action") ? 1U : 0U;
            last_open_end = tag->end;
            continue;
        }
        const bool is_leaf = std::exchange(last_open_end, k_npos) != k_npos;
        if (tag->kind == TagKind::empty) {
            // An empty argument still counts as one.
            if (action_depth > 0) { leaves.push_back({tag->name, {}, action_depth == 1}); }
            continue;
        }
        if (open.empty() || open.back().name != util::trim(tag->name)) { return false; }
        const Tag opened = open.back();
        open.pop_back();
        if (action_depth == 0) { continue; }
        --action_depth;
        if (action_depth == 0) {
            scan_action(attribute(opened.attributes, "method"), leaves, collector);
            leaves.clear();
        } else if (is_leaf) {
            const std::string_view content = text.substr(opened.end, tag->begin - opened.end);
            leaves.push_back({opened.name, leaf_text(content), action_depth == 1});
        }
    }
    return open.empty() && !reader.is_broken();
}

} // namespace datasync::texts
