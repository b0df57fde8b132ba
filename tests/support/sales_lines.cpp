// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_lines.hpp"

#include "support/sales_meanings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

namespace datasync::test {

namespace {

/// Name, type and generation of a table's columns.
Rows columns_of(TestDatabase& shop, std::string_view table)
{
    return shop.rows(fmt::format("SELECT column_name, data_type, extra, "
                                 "character_maximum_length FROM information_schema.columns WHERE "
                                 "table_schema = DATABASE() AND table_name = '{}' ORDER BY "
                                 "column_name",
                                 table));
}

/// Maho shops take no zero dates.
bool takes_zero_dates(TestDatabase& shop)
{
    return shop.value("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = "
                      "DATABASE() AND table_name = 'core_resource' AND column_name = "
                      "'maho_version'") == "0";
}

bool is_date(std::string_view type)
{
    return type == "timestamp" || type == "datetime";
}

/// What to select of a column; empty when it is left out.
std::string expression_of(const SalesTable& table, const Row& here, bool zero_dates)
{
    const auto& name = here[0].value();
    const auto meaning = meaning_of(table, name);
    if (meaning.empty() || here[2].value().find("auto_increment") != std::string::npos) {
        return {};
    }
    const auto column = "t." + name;
    if (is_date(here[1].value()) && !zero_dates) {
        return fmt::format("IF(CAST({0} AS CHAR) IN ('0000-00-00 00:00:00', "
                           "'1970-01-01 00:00:01'), NULL, {0})",
                           column);
    }
    if (here[1].value().ends_with("blob")) { return "HEX(" + column + ")"; }
    return fmt::format(fmt::runtime(meaning), column);
}

std::string is_own(const SalesTable& table, const OwnSales& own)
{
    return table.record == "salesrule" ? fmt::format("r.name LIKE '{}'", own.rules)
                                       : fmt::format("r.increment_id LIKE '{}'", own.orders);
}

/// A row: what it is of, then name and value of each column, apart by k_separator.
constexpr char k_separator = '\x1f';

void add_lines(TestDatabase& shop, TestDatabase& other, const SalesTable& table,
               const OwnSales& own, std::vector<std::string>& lines)
{
    std::string selected = table.record == "salesrule" ? "r.name" : "r.increment_id";
    std::vector<std::string> names;
    const bool zero_dates = takes_zero_dates(shop) && takes_zero_dates(other);
    const auto theirs = columns_of(other, table.table);
    for (const auto& column : columns_of(shop, table.table)) {
        if (std::none_of(theirs.begin(), theirs.end(),
                         [&](const Row& row) { return row[0] == column[0]; })) {
            continue;
        }
        const auto expression = expression_of(table, column, zero_dates);
        if (expression.empty()) { continue; }
        names.push_back(column[0].value());
        selected += ", " + expression;
    }
    for (const auto& row :
         shop.rows(fmt::format("SELECT {} FROM {} t JOIN {} r ON {} WHERE NOT ({})", selected,
                               table.table, table.record, table.join, is_own(table, own)))) {
        auto line = fmt::format("{} of {}", table.table, row[0].value_or("NULL"));
        for (std::size_t i = 0; i < names.size(); ++i) {
            line += fmt::format("{}{}={}", k_separator, names[i], row[i + 1].value_or("NULL"));
        }
        lines.push_back(std::move(line));
    }
}

std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, k_separator);) { fields.push_back(field); }
    return fields;
}

/// A row that one shop lacks; beside the other's row of the same place only what differs.
std::string shown(const std::string& line, const std::string& beside)
{
    const auto fields = fields_of(line);
    const auto others = fields_of(beside);
    std::string text = fields.front();
    for (std::size_t i = 1; i < fields.size(); ++i) {
        const bool is_same_place = others.size() == fields.size() && others[0] == fields[0];
        if (!is_same_place) {
            text += " " + fields[i];
        } else if (others[i] != fields[i]) {
            text += fmt::format(" {} instead of {}", others[i], fields[i]);
        }
    }
    return text;
}

std::vector<std::string> missing(const std::vector<std::string>& from,
                                 const std::vector<std::string>& in)
{
    std::vector<std::string> lines;
    std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(lines));
    return lines;
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
        if (table.entity == entity) { add_lines(shop, other, table, own, lines); }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

::testing::AssertionResult same_sales(TestDatabase& source, TestDatabase& destination,
                                      std::string_view entity, const OwnSales& own)
{
    const auto from = sales_lines(source, destination, entity, own);
    const auto to = sales_lines(destination, source, entity, own);
    if (from.empty()) { return ::testing::AssertionFailure() << "the source has no " << entity; }
    const auto lacking = missing(from, to);
    const auto invented = missing(to, from);
    if (lacking.empty() && invented.empty()) { return ::testing::AssertionSuccess(); }
    std::string first;
    for (std::size_t i = 0; i < std::min<std::size_t>(lacking.size(), 3); ++i) {
        first += "\n" + shown(lacking[i], i < invented.size() ? invented[i] : "");
    }
    if (lacking.empty()) { first = "\n" + shown(invented.front(), ""); }
    return ::testing::AssertionFailure()
           << entity << ": " << lacking.size() << " rows of the source are not there, and "
           << invented.size() << " are that are not the source's:" << first;
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
