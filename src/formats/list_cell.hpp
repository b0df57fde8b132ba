// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cells that hold several things: a JSON array of objects, or short lines between bars.
#pragma once

#include "files/json_cell.hpp"
#include "formats/entity_format.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// What one member of such a list may say, as in the columns of a file.
struct ListField {
    std::string_view name;
    CellKind kind = CellKind::text;
    /// The name that it goes by; empty: its own.
    std::string_view means = {};
};

/// A member: its checked values, by the number of the field, in the batch's arena.
struct ListMember {
    struct Entry {
        std::size_t field;
        std::string_view text = {};
        bool is_null = false; ///< JSON's null: the column becomes NULL.

        Value value() const { return is_null ? Value{Says::null} : Value::of(text); }
    };
    std::vector<Entry> entries;

    /// The text that it has for a field; nullptr where it has none.
    const std::string_view* find(std::size_t field) const;
};

/// Reads a cell that is not empty. A cell that begins with [ is JSON; any other is made of members
/// between bars, each with the values of `short_fields` between colons, of which the first may have
/// colons in it. What is wrong with it is refused, and there is no list.
std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 std::span<const std::size_t> short_fields);

} // namespace datasync::formats
