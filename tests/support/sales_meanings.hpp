// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tables of sales, and what the ids in their columns mean to a person.
#pragma once

#include <span>
#include <string_view>

namespace datasync::test {

/// A table of an entity type, how its rows (t) are joined to the record (r) they belong to.
struct SalesTable {
    std::string_view entity;
    std::string_view table;
    std::string_view record;
    std::string_view join;
};

/// The tables of all entity types.
std::span<const SalesTable> sales_tables();

/// What a column of a table stands for as an SQL expression, `{}` for the column itself; empty for
/// what differs between any two shops.
std::string_view meaning_of(const SalesTable& table, std::string_view column);

} // namespace datasync::test
