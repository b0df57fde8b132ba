// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Amounts that stand in a row twice: in the currency that the customer saw, and in that of the
// shop's books.
#pragma once

#include "formats/file_record.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// An amount and the same in the currency of the books.
struct AmountFields {
    std::size_t shown; ///< Fields.
    std::size_t base;
};

/// All of a table's fields that the shop keeps in both currencies; adds the other ones where they
/// are missing. The shop's tables are loaded.
std::vector<AmountFields> amounts_of(formats::Shape& shape, const schema::Shop& shop,
                                     std::size_t table, std::string_view name);

} // namespace datasync::adapters
