// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What two shops have sold, compared column by column with ids replaced by what they mean. Written
// for the tests alone; nothing of the program is used.
#pragma once

#include "support/test_server.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// What the comparison leaves out of the destination: its own records.
struct OwnSales {
    std::string_view orders = "35000000%"; ///< LIKE pattern of the numbers of its documents.
    std::string_view rules = "Keep";       ///< LIKE pattern of the names of its rules.
};

/// Every row of every table of an entity type ("order", "cart_price_rule" ...) as one text: the
/// columns that both shops have, ids as natural keys. What differs between any two shops is left
/// out: keys, and ids of quotes. Of serialized texts the digits count as equal. Dates count as
/// equal to none where only one of the shops takes zero dates.
std::vector<std::string> sales_lines(TestDatabase& shop, TestDatabase& other,
                                     std::string_view entity, const OwnSales& own = {});

/// Whether both shops hold the same records of an entity type; names the first rows that differ.
::testing::AssertionResult same_sales(TestDatabase& source, TestDatabase& destination,
                                      std::string_view entity, const OwnSales& own = {});

/// The destination's own records as they are, every row of every table of sales.
std::vector<Rows> own_sales(TestDatabase& destination, const OwnSales& own = {});

/// Gives every column of the source's sales that is NULL and no id a value of its own.
void fill_empty_columns(TestDatabase& source, std::string_view entity);

} // namespace datasync::test
