// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids of the catalogue that SQL alone does not read: options and categories in values and paths.
#pragma once

#include "support/test_server.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// The value tables of products and categories, by what follows the entity's table in their names.
inline constexpr std::string_view k_value_tables[] = {"varchar", "int", "text", "datetime",
                                                      "decimal"};

/// The names that ids of one shop's catalogue stand for.
class CatalogNames {
public:
    explicit CatalogNames(TestDatabase& shop);

    /// The names from below the root category down to a category; the root itself is "(root)".
    std::string category(const std::string& id) const;

    /// "product/7/5" and the like with names instead of ids, wherever they stand in a text.
    std::string paths(const std::string& text) const;

    /// A list of ids of categories as their names.
    std::string categories(const std::string& list) const;

    /// A value of an attribute whose values are options. Nothing when its one option is gone: that
    /// is no value to a shop. Ids that are gone from lists, and needless commas, count for nothing.
    std::optional<std::string> options(const std::string& value, bool is_list) const;

private:
    std::map<std::string, std::string, std::less<>> m_products;
    std::map<std::string, std::string, std::less<>> m_categories;
    std::map<std::string, std::string, std::less<>> m_options;
};

/// All values of the records of "catalog_product_entity" or "catalog_category_entity" that `where`
/// chooses (they are r) as lines; of attributes that the other shop has too.
void add_value_lines(TestDatabase& shop, TestDatabase& other, std::string_view entity_table,
                     const std::string& where, const CatalogNames& names,
                     std::vector<std::string>& lines);

} // namespace datasync::test
