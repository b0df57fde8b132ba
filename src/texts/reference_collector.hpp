// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gathers the ids of one text and knows which parameter refers to what.
#pragma once

#include "texts/text_references.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace datasync::texts {

/// What the shop's own reader of parameters takes for white space.
inline constexpr std::string_view k_shop_white_space{" \t\n\r\0\x0B", 6};

/// The id that a word is; nothing for leading zeros, signs and what is beyond 32 bits.
std::optional<std::uint32_t> plain_id(std::string_view digits);

/// A word of the text for a message: one line, not too long.
std::string shown(std::string_view word);

/// What a parameter of a page of the shop refers to; empty when that is not known.
std::string_view route_target(std::string_view route, std::string_view name);

/// Takes the part before the first separator off a text; all of it when there is none.
std::string_view take_until(std::string_view& rest, char separator);

/// Takes the three parts that name a page of the shop off an address: the rest are pairs, a query
/// or a fragment.
std::string_view take_route(std::string_view& address);

/// Gathers the references of one text. Every view it is given points into that text.
class ReferenceCollector {
public:
    explicit ReferenceCollector(std::string_view text) : m_text(text) {}

    /// All that was found; the collector is empty afterwards.
    TextScan take() { return std::move(m_scan); }

    /// A single id, or none when the value is something else, such as an identifier.
    void add_id(std::string_view value, std::string_view target);

    /// The ids of a list with commas.
    void add_list(std::string_view values, std::string_view target);

    /// The value of a parameter of a directive or of a layout action; `where` is for messages.
    void add_parameter(std::string_view name, std::string_view value, std::string_view where);

    /// The pairs in the path of an address; `rest` is what follows the route.
    void add_route_pairs(std::string_view route, std::string_view rest);

private:
    void note(std::string description) { m_scan.unparsed.push_back(std::move(description)); }
    bool add_id_path(std::string_view value);

    std::string_view m_text;
    TextScan m_scan;
};

} // namespace datasync::texts
