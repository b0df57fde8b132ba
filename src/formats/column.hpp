// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The columns of a file: what their cells may hold and where it goes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace datasync::formats {

/// What a cell may hold. What it is turned into stands behind.
enum class CellKind : std::uint8_t {
    text,    ///< Anything.
    word,    ///< A code or number of the shop: no blanks at its ends, no control characters.
    email,   ///< An address with one @ and no blanks.
    whole,   ///< A whole number: "-3".
    id,      ///< A positive whole number below 2147483648.
    decimal, ///< A number with a point: "1234.50".
    amount,  ///< A decimal, or with a percent sign behind it a share: "12.50", "10%".
    flag,    ///< 0, 1, no, yes, false, true in any case: "0" or "1".
    day,     ///< 2024-02-29, with or without a time: without.
    moment,  ///< 2024-02-29 23:59:59, or with a T, or without a time: "2024-02-29 00:00:00".
};

/// What a value says.
enum class Says : std::uint8_t {
    text,      ///< The value itself.
    nothing,   ///< There is none: the cell is empty.
    null,      ///< NULL.
    name,      ///< What the shop calls the record or setting that the column refers to.
    source_id, ///< The id by which the source knows that record or setting.
    target_id, ///< The id that the record it refers to has on the destination.
    row,       ///< The id of another row of the record.
    keep,      ///< What the destination has stays as it is.
};

/// A column that the format names.
struct Column {
    std::string_view name;
    CellKind kind = CellKind::text;
    /// Column or attribute of the root table that takes it; empty: the format's own rules do.
    std::string_view field = {};
    Says says = Says::text; ///< What a cell that is not empty says.
    bool is_required = false;
    bool is_per_store = false;     ///< Whether `name@store` may stand beside it.
    std::string_view instead = {}; ///< A column that says the same in another way.
};

/// Two lists of columns as one.
template<std::size_t A, std::size_t B>
constexpr std::array<Column, A + B> joined(const std::array<Column, A>& first,
                                           const std::array<Column, B>& second)
{
    std::array<Column, A + B> all{};
    for (std::size_t i = 0; i < A; ++i) { all[i] = first[i]; }
    for (std::size_t i = 0; i < B; ++i) { all[A + i] = second[i]; }
    return all;
}

} // namespace datasync::formats
