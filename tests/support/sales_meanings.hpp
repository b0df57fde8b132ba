// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tables of sales, and what the ids in their columns mean to a person.
#pragma once

#include "support/shop_lines.hpp"

#include <span>
#include <string_view>

namespace datasync::test {

/// The tables of all entity types.
std::span<const LineTable> sales_tables();

/// What a column of a table stands for as an SQL expression, `{}` for the column itself; empty for
/// what differs between any two shops.
std::string_view meaning_of(const LineTable& table, std::string_view column);

} // namespace datasync::test
