// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a scan finds, as one line, and serialized texts to scan.
#pragma once

#include "texts/text_references.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::texts {

/// The references of a text as "target:id target:id"; "-" where there is no target.
inline std::string found(std::string_view text, ReferencePlace place, const TextFacts& facts = {})
{
    std::string all;
    for (const TextReference& reference : scan_text(text, place, facts).references) {
        EXPECT_EQ(std::to_string(reference.id), text.substr(reference.offset, reference.length));
        all += all.empty() ? "" : " ";
        all += reference.target.empty() ? "-" : reference.target;
        all += ":" + std::to_string(reference.id);
    }
    return all;
}

/// The texts of PHP's serialize(), put together from values.
namespace php {

inline std::string integer(std::uint32_t number)
{
    return "i:" + std::to_string(number) + ";";
}

inline std::string text(std::string_view content)
{
    return "s:" + std::to_string(content.size()) + ":\"" + std::string(content) + "\";";
}

/// An id as a string.
inline std::string text(std::uint32_t number)
{
    return text(std::to_string(number));
}

using Members = std::vector<std::pair<std::string, std::string>>;

/// An array of keys and values.
inline std::string map(const Members& members)
{
    std::string all = "a:" + std::to_string(members.size()) + ":{";
    for (const auto& [key, value] : members) { all += key + value; }
    return all + "}";
}

/// An array with names for keys.
inline std::string named(Members members)
{
    for (auto& member : members) { member.first = text(member.first); }
    return map(members);
}

/// An array that counts from 0.
inline std::string list(const std::vector<std::string>& values)
{
    Members members;
    for (const std::string& value : values) {
        members.emplace_back(integer(static_cast<std::uint32_t>(members.size())), value);
    }
    return map(members);
}

} // namespace php

/// What an id of a text has become.
using Id = std::function<std::uint32_t(std::uint32_t)>;

/// A text, given what has become of its ids.
using TextOfIds = std::function<std::string(const Id&)>;

/// Exchanges all ids of a text: to longer ones, to 0, and back from there. `references` are those
/// of the text as it was.
inline void expect_exchange(const TextOfIds& text_of, ReferencePlace place,
                            const std::string& references, const TextFacts& facts = {})
{
    const std::string text = text_of([](std::uint32_t id) { return id; });
    EXPECT_EQ(found(text, place, facts), references) << text;
    const TextScan scan = scan_text(text, place, facts);
    for (const auto& change : {Id([](std::uint32_t id) { return id + 1234567; }),
                               Id([](std::uint32_t) { return 0U; })}) {
        std::vector<std::uint32_t> ids;
        std::vector<std::uint32_t> old_ids;
        for (const TextReference& reference : scan.references) {
            old_ids.push_back(reference.id);
            ids.push_back(change(reference.id));
        }
        const std::string changed = replace_ids(text, scan, ids);
        EXPECT_EQ(changed, text_of(change));
        TextScan again = scan_text(changed, place, facts);
        ASSERT_EQ(again.references.size(), scan.references.size()) << changed;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            again.references[i].target = scan.references[i].target;
        }
        EXPECT_EQ(replace_ids(changed, again, old_ids), text);
    }
}

} // namespace datasync::texts
