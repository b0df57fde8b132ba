// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where CMS texts and layout XML hold ids, and how to exchange them without touching other bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// What a text is written in: CMS content with `{{...}}` directives, or layout update XML.
enum class TextSyntax { directives, layout_xml };

/// An id inside a text: where its digits stand, its value, and the entity type it refers to
/// ("cms_block", "cms_page", "product" or "category"). An id of 0 is reported like any other, so
/// that the n-th position of a text stays the n-th after its id has been emptied.
struct TextReference {
    std::size_t offset;
    std::size_t length;
    std::uint32_t id;
    std::string_view target; ///< A literal; lives as long as the program.
};

/// What a text holds: its references in text order, never overlapping, and one short line for each
/// id that is there but cannot be read as a reference. What such a line describes keeps its bytes.
struct TextScan {
    std::vector<TextReference> references;
    std::vector<std::string> unparsed;
};

/// Finds the ids of a text the way the shop itself would read it, broken directives included.
/// Only plain numbers are ids: identifiers, leading zeros and numbers beyond 32 bits are not.
/// Query strings are text of an address and stay as they are. Layout XML that is not well formed
/// has no references, since no shop applies it, and one line in `unparsed`.
TextScan scan_text(std::string_view text, TextSyntax syntax);

/// The text with the id of each reference exchanged, all bytes in between untouched. `references`
/// are those of scan_text() for the same text, `ids` one for each; throws std::logic_error
/// otherwise.
std::string replace_ids(std::string_view text, std::span<const TextReference> references,
                        std::span<const std::uint32_t> ids);

} // namespace datasync::schema
