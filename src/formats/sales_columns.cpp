// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/sales_columns.hpp"

#include "util/decimal.hpp"

#include <algorithm>

namespace datasync::formats {

void check_currency(const Cells& cells, std::optional<std::size_t> column)
{
    if (!cells.has(column)) { return; }
    const auto code = cells[*column].text;
    const bool is_code = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) {
                             return c >= 'A' && c <= 'Z';
                         });
    if (!is_code) { cells.refuse(*column, "is not a currency's code: three capital letters, EUR"); }
}

void check_discount(const Cells& cells, std::optional<std::size_t> column)
{
    if (!cells.has(column)) { return; }
    if (util::Decimal::read(cells[*column].text) > util::Decimal()) {
        cells.refuse(*column, "is above 0: shops keep discounts as negative amounts, -5.00");
    }
}

} // namespace datasync::formats
