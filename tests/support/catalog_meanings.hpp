// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What the ids in columns of the catalogue mean to a person.
#pragma once

#include "support/shop_lines.hpp"

#include <string>
#include <string_view>

namespace datasync::test {

/// What a row of a table is of: the record and, for parts, which of its parts.
std::string name_of(const LineTable& table);

/// What a column of a table stands for as an SQL expression, `{}` for the column itself; empty for
/// what differs between any two shops.
std::string_view catalog_meaning_of(const LineTable& table, std::string_view column);

/// An option of an attribute: its admin label, and the how-manieth of that label it is.
std::string_view option_meaning();

/// The name of a category for all stores.
std::string category_name(std::string_view id);

} // namespace datasync::test
