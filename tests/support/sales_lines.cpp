// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_lines.hpp"

#include "support/sales_meanings.hpp"
#include "support/shop_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

namespace {

std::string is_own(const LineTable& table, const OwnSales& own)
{
    return table.record == "salesrule" ? fmt::format("r.name LIKE '{}'", own.rules)
                                       : fmt::format("r.increment_id LIKE '{}'", own.orders);
}

/// A value of its own for a column: its place among the columns of the table.
std::string filler(const Row& column, std::size_t number)
{
    const auto& type = column[1].value();
    if (is_date(type)) { return fmt::format("'2011-03-04 05:06:{:02}'", number % 60); }
    if (type == "date") { return fmt::format("'2011-03-{:02}'", 1 + number % 28); }
    if (type == "decimal") { return fmt::format("{}.{:04}", number, number); }
    if (type.ends_with("int")) { return fmt::format("{}", number % 100); }
    const auto length = column[3] ? std::stoul(*column[3]) : 0;
    const auto text = fmt::format("{:02}{}", number % 100, column[0].value());
    return fmt::format("'{}'", text.substr(0, std::min<std::size_t>(length, text.size())));
}

} // namespace

std::vector<std::string> sales_lines(TestDatabase& shop, TestDatabase& other,
                                     std::string_view entity, const OwnSales& own)
{
    std::vector<std::string> lines;
    for (const auto& table : sales_tables()) {
        if (table.entity != entity) { continue; }
        const LineReading reading = {.name =
                                         table.record == "salesrule" ? "r.name" : "r.increment_id",
                                     .where = fmt::format("NOT ({})", is_own(table, own)),
                                     .meaning = [&](std::string_view column) {
                                         return std::string(meaning_of(table, column));
                                     }};
        add_lines(shop, other, table, reading, lines);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

::testing::AssertionResult same_sales(TestDatabase& source, TestDatabase& destination,
                                      std::string_view entity, const OwnSales& own)
{
    return same_lines(entity, sales_lines(source, destination, entity, own),
                      sales_lines(destination, source, entity, own));
}

std::vector<Rows> own_sales(TestDatabase& destination, const OwnSales& own)
{
    std::vector<Rows> rows;
    for (const auto& table : sales_tables()) {
        rows.push_back(destination.rows(fmt::format("SELECT t.* FROM {} t JOIN {} r ON {} WHERE {} "
                                                    "ORDER BY 1, 2",
                                                    table.table, table.record, table.join,
                                                    is_own(table, own))));
    }
    return rows;
}

void fill_empty_columns(TestDatabase& source, std::string_view entity)
{
    for (const auto& table : sales_tables()) {
        if (table.entity != entity) { continue; }
        const auto of_record = columns_of(source, table.record);
        const bool is_grid = table.table.ends_with("_grid");
        std::vector<std::string> assignments;
        std::size_t number = 0;
        for (const auto& column : columns_of(source, table.table)) {
            ++number;
            const auto& name = column[0].value();
            // Of the coupons of a rule one is the primary one; the others must not be.
            const bool is_left_out = meaning_of(table, name) != "{}" || name == "is_primary" ||
                                     column[1].value().ends_with("blob") ||
                                     column[2].value().find("auto_increment") != std::string::npos;
            if (is_left_out) { continue; }
            const bool is_shown =
                is_grid && std::any_of(of_record.begin(), of_record.end(),
                                       [&](const Row& row) { return row[0] == name; });
            assignments.push_back(is_shown ? fmt::format("t.{0} = r.{0}", name)
                                           : fmt::format("t.{0} = COALESCE(t.{0}, {1})", name,
                                                         filler(column, number)));
        }
        if (assignments.empty()) { continue; }
        source.exec(fmt::format("UPDATE {} t JOIN {} r ON {} SET {}", table.table, table.record,
                                table.join, fmt::join(assignments, ", ")));
    }
}

} // namespace datasync::test
