// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What two shops sell, compared column by column with ids replaced by what they mean. Written for
// the tests alone; nothing of the program is used.
#pragma once

#include "support/test_server.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// What the comparison leaves out of the destination: its own, told by LIKE patterns.
struct OwnCatalog {
    std::string_view products = "KEEP-%"; ///< Skus.
    std::string_view categories = "Keep";
    std::string_view attributes = "warehouse_code";
    std::string_view options = "Violet,Own brand"; ///< Labels, as a list.
    std::string_view sets = "Keep";
    std::string_view redirects = "keep%"; ///< Request paths.
};

/// Every row of every table of an entity type ("productattribute", "attribute_set", "category",
/// "product", "stock", "review", "review_summary", "url_redirect") as one text: the columns that
/// both shops have, ids as names. Left out is what the other shop cannot have: kinds of links, and
/// values and places of attributes that it lacks. Of categories the path counts, not what the rows
/// say about it; see tree_faults().
std::vector<std::string> catalog_lines(TestDatabase& shop, TestDatabase& other,
                                       std::string_view entity, const OwnCatalog& own = {});

/// Whether both shops hold the same records of an entity type; names the first rows that differ.
/// What the set Default of the destination has beside the source's is its own.
::testing::AssertionResult same_catalog(TestDatabase& source, TestDatabase& destination,
                                        std::string_view entity, const OwnCatalog& own = {});

/// Categories whose parent, level or number of children is not what the paths say.
std::vector<std::string> tree_faults(TestDatabase& shop);

/// The destination's own as it is: by table, every row of it.
std::map<std::string, Rows> own_catalog(TestDatabase& destination, const OwnCatalog& own = {});

} // namespace datasync::test
