// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where texts hold ids, and how to exchange them without touching other bytes.
#pragma once

#include "datasync/deferred_reference.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace datasync::texts {

/// What has to be known beside a text to find its ids.
struct TextFacts {
    std::string_view list_type; ///< What the ids of an id_list refer to; a literal.
    /// Codes of product attributes whose values are option ids, for rule_conditions.
    const std::unordered_set<std::string>* option_attributes = nullptr;
};

/// An id inside a text: where its digits stand, its value, and what it refers to: an entity type, a
/// part of one or a setting. An id of 0 is reported like any other, so that the n-th position of a
/// text stays the n-th after its id has been emptied. For the same reason numbers are listed that
/// only the rest of the text, or TextFacts, tell from ids: without a target they are none.
struct TextReference {
    std::size_t offset;
    std::size_t length;
    std::uint32_t id;
    std::string_view target; ///< A literal; lives as long as the program. Empty: keeps its value.
};

/// Where the length of a PHP-serialized string with references in it stands, and the string.
struct LengthPrefix {
    std::size_t offset; ///< Of the digits.
    std::size_t length;
    std::size_t content_offset;
    std::size_t content_length;
};

/// What a text holds: its references in text order, never overlapping, the lengths around them,
/// outermost first, and one short line for each id that is there but cannot be read as a
/// reference. What such a line describes keeps its bytes.
struct TextScan {
    std::vector<TextReference> references;
    std::vector<LengthPrefix> lengths;
    std::vector<std::string> unparsed;
};

/// Finds the ids of a text the way the shop itself would read it, broken directives included.
/// Only plain numbers are ids: identifiers, leading zeros and numbers beyond 32 bits are not.
/// Query strings are text of an address and stay as they are. A text that is not well formed has
/// no references, and one line in `unparsed`.
TextScan scan_text(std::string_view text, ReferencePlace place, const TextFacts& facts = {});

/// The text with the id of each reference exchanged and lengths put right, all other bytes
/// untouched. `scan` is what scan_text() found in the same text, `ids` has one for each reference;
/// throws std::logic_error otherwise.
std::string replace_ids(std::string_view text, const TextScan& scan,
                        std::span<const std::uint32_t> ids);

} // namespace datasync::texts
