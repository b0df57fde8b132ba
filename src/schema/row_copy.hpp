// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Copies single rows of settings tables from shop to shop, all shared columns, ids replaced.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// A row with its columns' names; NULL is nullopt.
using SettingRow = std::map<std::string, std::optional<std::string>, std::less<>>;

/// Columns that both shops have in a table, generated ones left out.
std::vector<std::string> shared_columns(const TableInfo& source, const TableInfo& target);

/// Rows of `table` on the source where `column` is `value`, with the shared columns; nothing when
/// either side lacks the table.
std::vector<SettingRow> read_rows(const Shop& source, const Shop& target, std::string_view table,
                                  std::string_view column, std::string_view value);
std::vector<SettingRow> read_rows(const Shop& source, const Shop& target, std::string_view table,
                                  std::string_view column, std::uint32_t id);

/// A condition on a column. The shop's collation decides which texts are the same.
std::string equals(std::string_view column, std::string_view value);

/// Whether a shop has rows for which the conditions hold.
bool has_rows(const Shop& shop, std::string_view table, std::string_view conditions);

/// Inserts a row and returns its auto-increment id (0 for tables without one).
std::uint32_t insert_row(const Shop& target, std::string_view table, const SettingRow& row);

} // namespace datasync::schema
