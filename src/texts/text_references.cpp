// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/text_references.hpp"

#include "datasync/row_set.hpp"
#include "texts/directive_references.hpp"
#include "texts/layout_references.hpp"
#include "texts/path_references.hpp"
#include "texts/serialized_references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace datasync::texts {

namespace {

TextScan scan_list(std::string_view text, std::string_view type)
{
    ReferenceCollector collector(text);
    collector.add_list(text, type);
    return collector.take();
}

/// The record's own id at the end is no reference: it is known with the record.
TextScan scan_tree_path(std::string_view text, std::string_view type)
{
    TextScan scan;
    std::size_t begin = 0;
    for (auto slash = text.find('/'); slash != std::string_view::npos;
         slash = text.find('/', begin)) {
        const auto digits = text.substr(begin, slash - begin);
        scan.references.push_back({begin, digits.size(), parse_id(digits), type});
        begin = slash + 1;
    }
    return scan;
}

/// A number of a text that gets another value: an id, or the length of a text around ids.
struct Change {
    std::size_t offset;
    std::size_t length;
    std::uint64_t value;
    std::size_t content_end; ///< Of the text whose length this is; 0 for an id.
};

/// The ids and lengths of a text in text order; a length comes before what it measures.
std::vector<Change> planned_changes(std::string_view text, const TextScan& scan,
                                    std::span<const std::uint32_t> ids)
{
    std::vector<Change> changes;
    changes.reserve(ids.size() + scan.lengths.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const TextReference& reference = scan.references[i];
        const auto id = reference.target.empty() ? reference.id : ids[i];
        changes.push_back({reference.offset, reference.length, id, 0});
    }
    for (const LengthPrefix& prefix : scan.lengths) {
        Change change{prefix.offset, prefix.length, 0,
                      prefix.content_offset + prefix.content_length};
        const std::string_view digits = text.substr(change.offset, change.length);
        std::from_chars(digits.data(), digits.data() + digits.size(), change.value);
        changes.push_back(change);
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.offset < b.offset; });
    return changes;
}

/// Works out the new lengths, the inner ones first, since their own digits count for the outer.
void adjust_lengths(std::vector<Change>& changes)
{
    for (std::size_t i = changes.size(); i-- > 0;) {
        Change& length = changes[i];
        for (std::size_t j = i + 1; j < changes.size() && changes[j].offset < length.content_end;
             ++j) {
            length.value += fmt::formatted_size("{}", changes[j].value) - changes[j].length;
        }
    }
}

} // namespace

TextScan scan_text(std::string_view text, ReferencePlace place, const TextFacts& facts)
{
    ReferenceCollector collector(text);
    switch (place) {
    case ReferencePlace::column:
    case ReferencePlace::row:
        break;
    case ReferencePlace::url_path:
        scan_path(text, collector);
        break;
    case ReferencePlace::tree_path:
        return scan_tree_path(text, facts.list_type);
    case ReferencePlace::directives:
        scan_directives(text, collector);
        break;
    case ReferencePlace::layout_xml:
        if (!scan_layout(text, collector)) {
            return {{}, {}, {"layout XML that is not well formed"}};
        }
        break;
    case ReferencePlace::id_list:
        return scan_list(text, facts.list_type);
    case ReferencePlace::product_options:
    case ReferencePlace::rule_conditions:
    case ReferencePlace::packages:
    case ReferencePlace::serialized:
        return scan_serialized(text, place, facts);
    }
    return collector.take();
}

std::string replace_ids(std::string_view text, const TextScan& scan,
                        std::span<const std::uint32_t> ids)
{
    if (scan.references.size() != ids.size()) {
        throw std::logic_error("replace_ids: as many ids as references are needed");
    }
    std::vector<Change> changes = planned_changes(text, scan, ids);
    adjust_lengths(changes);
    std::string replaced;
    replaced.reserve(text.size() + changes.size() * std::numeric_limits<std::uint32_t>::digits10);
    std::size_t copied = 0;
    for (const Change& change : changes) {
        if (change.offset < copied || change.offset > text.size() ||
            change.length > text.size() - change.offset) {
            throw std::logic_error("replace_ids: the references are not those of this text");
        }
        replaced += text.substr(copied, change.offset - copied);
        fmt::format_to(std::back_inserter(replaced), "{}", change.value);
        copied = change.offset + change.length;
    }
    replaced += text.substr(copied);
    return replaced;
}

} // namespace datasync::texts
