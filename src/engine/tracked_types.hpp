// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What the words in a tracker mean, and in which order changes are taken.
#pragma once

#include <span>
#include <string_view>

namespace datasync::engine {

/// A word in the tracker's entity_type.
struct TrackedWord {
    std::string_view word;
    /// The part of a record whose id such rows carry; empty: the record's own id.
    std::string_view part = {};
};

/// An entity type and the words that announce its records.
struct TrackedType {
    std::string_view entity;
    std::span<const TrackedWord> words;
};

/// Every type, in the order in which their changes are taken.
std::span<const TrackedType> tracked_types();

/// The entity type that a word announces; empty for a word that nobody knows.
std::string_view entity_of_word(std::string_view word);

/// Entity types in the order in which records that others need are brought.
std::span<const std::string_view> types_others_need();

/// Whether, of these two entity types, the first is brought before the second.
bool is_brought_before(std::string_view entity, std::string_view other);

} // namespace datasync::engine
