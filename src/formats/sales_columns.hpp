// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What columns of orders and of their documents have in common.
#pragma once

#include "formats/entity_format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace datasync::formats {

/// Refuses what is no code of a currency: three capital letters.
void check_currency(const Cells& cells, std::optional<std::size_t> column);

/// Refuses an amount on the wrong side of 0: shops keep discounts as negative amounts.
void check_discount(const Cells& cells, std::optional<std::size_t> column);

} // namespace datasync::formats
