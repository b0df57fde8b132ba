// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/shop_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace datasync::test {

namespace {

/// Between the parts of a line.
constexpr char k_separator = '\x1f';

/// Maho shops take no zero dates.
bool takes_zero_dates(TestDatabase& shop)
{
    return shop.value("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = "
                      "DATABASE() AND table_name = 'core_resource' AND column_name = "
                      "'maho_version'") == "0";
}

/// What to select of a column; empty when it is left out.
std::string expression_of(const LineReading& reading, const Row& column, bool zero_dates)
{
    const auto& name = column[0].value();
    const auto meaning = reading.meaning(name);
    if (meaning.empty() || column[2].value().find("auto_increment") != std::string::npos) {
        return {};
    }
    const auto cell = "t." + name;
    if (is_date(column[1].value()) && !zero_dates) { return without_zero_date(cell); }
    const auto& type = column[1].value();
    if (type.ends_with("blob") || type.ends_with("binary")) { return "HEX(" + cell + ")"; }
    return fmt::format(fmt::runtime(meaning), cell);
}

std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, k_separator);) { fields.push_back(field); }
    return fields;
}

/// A row that one shop lacks; beside the other's row of the same place only what differs.
std::string difference(const std::string& line, const std::string& beside)
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

} // namespace

void add_lines(TestDatabase& shop, TestDatabase& other, const LineTable& table,
               const LineReading& reading, std::vector<std::string>& lines)
{
    const auto shown = [&](std::string_view column, const std::optional<std::string>& text) {
        if (!text || !reading.shown) { return text.value_or("NULL"); }
        return reading.shown(column, *text);
    };
    const bool zero_dates = both_take_zero_dates(shop, other);
    const auto theirs = columns_of(other, table.table);
    std::vector<std::string> names;
    std::string selected = reading.name;
    for (const auto& column : columns_of(shop, table.table)) {
        if (std::none_of(theirs.begin(), theirs.end(),
                         [&](const Row& row) { return row[0] == column[0]; })) {
            continue;
        }
        const auto expression = expression_of(reading, column, zero_dates);
        if (expression.empty()) { continue; }
        names.push_back(column[0].value());
        selected += ", " + expression;
    }
    if (theirs.empty()) { return; }
    for (const auto& row :
         shop.rows(fmt::format("SELECT {} FROM {} t JOIN {} r ON {} WHERE {}", selected,
                               table.table, table.record, table.join, reading.where))) {
        std::vector<std::pair<std::string, std::string>> fields;
        for (std::size_t i = 0; i < names.size(); ++i) {
            fields.emplace_back(names[i], shown(names[i], row[i + 1]));
        }
        lines.push_back(line_of(fmt::format("{} of {}", table.table, shown("", row[0])), fields));
    }
}

std::string line_of(const std::string& head,
                    const std::vector<std::pair<std::string, std::string>>& fields)
{
    std::string line = head;
    for (const auto& [name, value] : fields) {
        line += fmt::format("{}{}={}", k_separator, name, value);
    }
    return line;
}

::testing::AssertionResult same_lines(std::string_view what, const std::vector<std::string>& from,
                                      const std::vector<std::string>& to)
{
    if (from.empty()) { return ::testing::AssertionFailure() << "the source has no " << what; }
    const auto lacking = missing(from, to);
    const auto invented = missing(to, from);
    if (lacking.empty() && invented.empty()) { return ::testing::AssertionSuccess(); }
    std::string first;
    for (std::size_t i = 0; i < std::min<std::size_t>(lacking.size(), 3); ++i) {
        first += "\n" + difference(lacking[i], i < invented.size() ? invented[i] : "");
    }
    if (lacking.empty()) { first = "\n" + difference(invented.front(), ""); }
    return ::testing::AssertionFailure()
           << what << ": " << lacking.size() << " rows of the source are not there, and "
           << invented.size() << " are that are not the source's:" << first;
}

Rows columns_of(TestDatabase& shop, std::string_view table)
{
    return shop.rows(fmt::format("SELECT column_name, data_type, extra, "
                                 "character_maximum_length FROM information_schema.columns WHERE "
                                 "table_schema = DATABASE() AND table_name = '{}' ORDER BY "
                                 "column_name",
                                 table));
}

bool is_date(std::string_view type)
{
    return type == "timestamp" || type == "datetime";
}

bool both_take_zero_dates(TestDatabase& shop, TestDatabase& other)
{
    return takes_zero_dates(shop) && takes_zero_dates(other);
}

std::string without_zero_date(std::string_view column)
{
    return fmt::format("IF(CAST({0} AS CHAR) IN ('0000-00-00 00:00:00', '1970-01-01 00:00:01'), "
                       "NULL, {0})",
                       column);
}

} // namespace datasync::test
