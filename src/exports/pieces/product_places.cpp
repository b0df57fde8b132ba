// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/product_places.hpp"

#include "exports/pieces/json_object.hpp"
#include "formats/name_path.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace datasync::exports {

namespace {

constexpr std::string_view k_websites = "websites";
constexpr std::string_view k_categories = "categories";

} // namespace

std::vector<std::string_view> ProductWebsites::columns() const
{
    return {k_websites};
}

void ProductWebsites::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_rows.emplace(tools, "catalog_product_website");
    m_column = tools.column(k_websites);
}

void ProductWebsites::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::set<std::string> codes;
    for (const auto row : m_rows->rows(record.record)) {
        auto code = m_tools->names.name_of("website", parse_id(m_rows->text(row, "website_id")));
        if (code.empty()) {
            record.remarks.emplace_back("column websites leaves out a website that is gone");
        } else {
            codes.insert(std::move(code));
        }
    }
    record.cells[*m_column] = record.keep(fmt::format("{}", fmt::join(codes, "|")));
}

std::vector<std::string_view> ProductCategories::columns() const
{
    return {k_categories};
}

void ProductCategories::bind(const PieceTools& tools)
{
    m_rows.emplace(tools, "catalog_category_product");
    m_column = tools.column(k_categories);
}

void ProductCategories::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::set<std::string> paths;
    for (const auto row : m_rows->rows(record.record)) {
        const auto path = m_tree.path_of(parse_id(m_rows->text(row, "category_id")));
        const auto text = formats::joined_path(path);
        if (text.empty() || text.find('|') != std::string::npos) {
            record.remarks.emplace_back("column categories leaves out a category without a name, "
                                        "or with one that no path can hold");
            continue;
        }
        paths.insert(text);
    }
    record.cells[*m_column] = record.keep(fmt::format("{}", fmt::join(paths, "|")));
}

std::vector<std::string_view> GroupPrices::columns() const
{
    return {m_name};
}

void GroupPrices::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_rows.emplace(tools, m_table);
    m_column = tools.column(m_name);
}

void GroupPrices::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> prices;
    JsonObject object(*m_tools, record);
    for (const auto row : m_rows->rows(record.record)) {
        const auto group = parse_id(m_rows->text(row, "customer_group_id"));
        const bool is_for_all = m_rows->text(row, "all_groups") == "1";
        const auto name =
            is_for_all ? std::string("all") : m_tools->names.name_of("customer_group", group);
        if (name.empty()) {
            record.remarks.push_back(
                fmt::format("column {} leaves out the price of a group that is gone", m_name));
            continue;
        }
        object.add("group", name);
        const auto quantity = m_rows->text(row, "qty");
        if (!quantity.empty()) { object.add_raw("qty", quantity); }
        const auto price = m_rows->text(row, "value");
        if (m_rows->text(row, "is_percent") == "1") {
            object.add("price", fmt::format("{}%", price));
        } else {
            object.add_raw("price", price);
        }
        const auto website = parse_id(m_rows->text(row, "website_id"));
        if (website != 0) { object.add("website", m_tools->names.name_of("website", website)); }
        prices.push_back(object.take());
    }
    // Shops do not keep them in any order.
    std::sort(prices.begin(), prices.end());
    if (!prices.empty()) { record.cells[*m_column] = record.keep(json_list(prices)); }
}

} // namespace datasync::exports
