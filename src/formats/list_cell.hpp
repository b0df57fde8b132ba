// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cells that hold several things: a JSON array of objects, or short lines between bars.
#pragma once

#include "files/json_cell.hpp"
#include "formats/entity_format.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// What one member of such a list may say, as in the columns of a file.
struct ListField {
    std::string_view name;
    CellKind kind = CellKind::text;
    /// The name that it goes by; empty: its own.
    std::string_view means = {};
    bool is_per_store = false; ///< Whether `name@store` may stand beside it.
    /// What the members of a list under this name may say; empty: it has a single value.
    std::span<const ListField> members = {};
};

/// A member: its checked values, by the number of the field, in the batch's arena.
struct ListMember {
    struct Entry {
        std::size_t field;
        std::string_view text = {};
        std::string_view store = {}; ///< Code; empty: the default value.
        bool is_null = false;        ///< JSON's null: the column becomes NULL.

        Value value() const { return is_null ? Value{Says::null} : Value::of(text); }
    };
    struct List {
        std::size_t field;
        std::vector<ListMember> members;
    };
    std::vector<Entry> entries;
    std::vector<List> lists;

    /// The text that it has for a field in a store, or by default; nullptr where it has none.
    const std::string_view* find(std::size_t field, std::string_view store = {}) const;
    /// What it says of it by default, and `otherwise` where it says nothing.
    std::string_view text_or(std::size_t field, std::string_view otherwise) const;
    /// The same in a store.
    std::string_view text_in(std::size_t field, std::string_view store,
                             std::string_view otherwise) const;
    /// The members of a list; nullptr where it has none.
    const std::vector<ListMember>* list(std::size_t field) const;
};

/// What null in JSON is: as good as no key, or an entry that says NULL.
enum class JsonNull : std::uint8_t { says_nothing, is_null };

/// Reads a cell that is not empty. A cell that begins with [ is JSON; any other is made of members
/// between bars, each with the values of `short_fields` between colons, of which the first may have
/// colons in it. What is wrong with it is refused, and there is no list.
std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 std::span<const std::size_t> short_fields,
                                                 JsonNull nulls = JsonNull::says_nothing);

/// Reads a cell whose short form the caller knows: it makes members of the text with `read_short`,
/// which returns what is wrong with it.
using ReadShort = std::function<std::optional<std::string>(std::string_view text,
                                                           std::vector<ListMember>& members)>;
std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 const ReadShort& read_short,
                                                 JsonNull nulls = JsonNull::says_nothing);
/// Adds what a member says of a field, checked. Returns what is wrong with it.
std::optional<std::string> take_value(const Cells& cells, std::span<const ListField> fields,
                                      std::size_t field, std::string_view text, ListMember& member,
                                      std::string_view store = {});

} // namespace datasync::formats
