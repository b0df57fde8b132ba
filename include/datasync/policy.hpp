// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a run does about duplicates and about records that are gone.
#pragma once

#include <cstdint>

namespace datasync {

/// What happens to a record that the destination already has (by registry or natural key).
enum class OnDuplicate : std::uint8_t {
    error,  ///< It fails, unless the registry knows it and it is equal.
    skip,   ///< The destination's record stays as it is.
    update, ///< It becomes equal to the source, removals included.
    merge,  ///< Non-empty source values overwrite; nothing is removed.
};

/// What becomes of the destination's record when the source's is gone.
enum class OnDelete : std::uint8_t {
    hard,   ///< It is deleted, with everything below it.
    soft,   ///< It is disabled, where records of its type can be; else it stays.
    ignore, ///< It stays.
};

/// What a run of products does about their stock.
enum class StockMode : std::uint8_t {
    include, ///< It travels with them.
    exclude, ///< It stays as the destination has it.
    only,    ///< Nothing else travels.
};

/// What a run does about custom options of products that are there already.
enum class OptionsMode : std::uint8_t {
    replace, ///< What the policy for duplicates says of all else.
    merge,   ///< Non-empty values overwrite; nothing is removed.
    append,  ///< Options and values that are lacking are added; the others stay as they are.
};

} // namespace datasync
