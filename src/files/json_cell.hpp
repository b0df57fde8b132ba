// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// JSON that stands in a cell, with numbers as they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::files {

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

/// How deep values may lie inside each other in a cell.
inline constexpr std::size_t k_deepest_json = 32;

/// How many values a cell may hold.
inline constexpr std::size_t k_most_json_values = 200'000;

/// A value and what is in it.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    /// Of a text what it says; of a number how it is written ("12.3400"), for it never becomes a
    /// floating point number; of a boolean "true" or "false".
    std::string text;
    std::string key;                ///< In an object what it stands under.
    std::vector<JsonValue> members; ///< Of a list or an object, in the order of the cell.

    /// The member of an object with that key; nullptr when there is none.
    const JsonValue* find(std::string_view member) const;
};

/// Reads a cell. Returns what is wrong with it, or nothing: not JSON, a key twice in an object, too
/// deep, too many values, a zero byte in a text. The words follow the value in a FileFault: "is not
/// JSON: ... at character 17".
std::optional<std::string> read_json_cell(std::string_view cell, JsonValue& value);

} // namespace datasync::files
