// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/product_links.hpp"

#include "exports/pieces/json_object.hpp"
#include "formats/product_links.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace datasync::exports {

namespace {

constexpr std::string_view k_product = "product";
constexpr std::string_view k_int_table = "catalog_product_link_attribute_int";

struct Kind {
    std::string_view column;
    std::string_view id;
    std::string_view position;
};
constexpr std::array<Kind, 4> k_kinds = {{
    {"related_skus", "1", "relation/position"},
    {formats::k_members, formats::k_grouped_link, "super/position"},
    {"upsell_skus", "4", "up_sell/position"},
    {"crosssell_skus", "5", "cross_sell/position"},
}};

constexpr std::array k_option = {ObjectKey{"type", "type"}, ObjectKey{"required", "required", true},
                                 ObjectKey{"position", "position", true}};
constexpr std::array k_title = {ObjectKey{"title", "title"}};
constexpr std::array k_selection = {
    ObjectKey{"qty", "selection_qty", true},
    ObjectKey{"is_default", "is_default", true},
    ObjectKey{"position", "position", true},
    ObjectKey{"can_change_qty", "selection_can_change_qty", true},
};

/// Adds a table and fields of it, for a writer that looks at them.
void add_table(formats::Shape& shape, std::string_view table,
               std::initializer_list<std::string_view> columns)
{
    const auto number = shape.add_table(table);
    for (const auto column : columns) { shape.find_or_add(number, column); }
}

} // namespace

std::vector<std::string_view> ProductLinks::columns() const
{
    std::vector<std::string_view> names = {formats::k_children};
    for (const auto& kind : k_kinds) { names.push_back(kind.column); }
    return names;
}

void ProductLinks::add_fields(formats::Shape& shape) const
{
    add_table(shape, formats::k_link_table, {"linked_product_id", "link_type_id"});
    add_table(shape, k_int_table, {"product_link_attribute_id", "value"});
    add_table(shape, formats::k_link_decimal_table, {"product_link_attribute_id", "value"});
    add_table(shape, formats::k_super_link_table, {"product_id"});
}

std::string_view ProductLinks::referred_type() const
{
    return k_product;
}

void ProductLinks::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_links.emplace(tools, formats::k_link_table);
    m_places.emplace(tools, k_int_table);
    m_quantities.emplace(tools, formats::k_link_decimal_table);
    m_children.emplace(tools, formats::k_super_link_table);
}

std::string ProductLinks::value_of(const TableReader& rows, std::uint32_t record,
                                   std::uint32_t link, std::string_view attribute) const
{
    for (const auto row : rows.below(record, link)) {
        const auto id = parse_id(rows.text(row, "product_link_attribute_id"));
        if (m_tools->names.name_of("link_attribute", id) == attribute) {
            return std::string(rows.text(row, "value"));
        }
    }
    return {};
}

void ProductLinks::write(OutRecord& record) const
{
    write_links(record);
    write_children(record);
}

void ProductLinks::write_links(OutRecord& record) const
{
    for (const auto& [column, id, position] : k_kinds) {
        const auto cell = m_tools->column(column);
        if (!cell) { continue; }
        std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>> members;
        for (const auto row : m_links->rows(record.record)) {
            if (m_links->text(row, "link_type_id") != id) { continue; }
            const auto sku =
                m_tools->view.name(k_product, parse_id(m_links->text(row, "linked_product_id")));
            if (!sku) { continue; }
            auto text = std::string(*sku);
            if (column == formats::k_members) {
                JsonObject object(*m_tools);
                object.add("sku", *sku);
                const auto quantity =
                    value_of(*m_quantities, record.record, row, formats::k_grouped_qty_attribute);
                if (!quantity.empty()) { object.add_number("qty", quantity); }
                text = object.take();
            }
            const auto place = value_of(*m_places, record.record, row, position);
            members.emplace_back(parse_id(place), row, std::move(text));
        }
        if (members.empty()) { continue; }
        std::sort(members.begin(), members.end());
        std::vector<std::string> texts;
        for (auto& member : members) { texts.push_back(std::move(std::get<2>(member))); }
        record.cells[*cell] =
            record.keep(column == formats::k_members ? json_list(texts)
                                                     : fmt::format("{}", fmt::join(texts, "|")));
    }
}

void ProductLinks::write_children(OutRecord& record) const
{
    const auto cell = m_tools->column(formats::k_children);
    if (!cell) { return; }
    std::vector<std::string_view> skus;
    for (const auto row : m_children->rows(record.record)) {
        const auto sku =
            m_tools->view.name(k_product, parse_id(m_children->text(row, "product_id")));
        if (sku) { skus.push_back(*sku); }
    }
    std::sort(skus.begin(), skus.end());
    record.cells[*cell] = record.keep(fmt::format("{}", fmt::join(skus, "|")));
}

std::vector<std::string_view> BundleOptions::columns() const
{
    return {formats::k_bundle_options};
}

void BundleOptions::add_fields(formats::Shape& shape) const
{
    add_table(shape, "catalog_product_bundle_option", {"type", "required", "position"});
    add_table(shape, "catalog_product_bundle_option_value", {"store_id", "title"});
    add_table(shape, "catalog_product_bundle_selection",
              {"product_id", "selection_qty", "is_default", "position", "selection_can_change_qty",
               "selection_price_type", "selection_price_value"});
}

std::string_view BundleOptions::referred_type() const
{
    return k_product;
}

void BundleOptions::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_column = tools.column(formats::k_bundle_options);
    m_options.emplace(tools, "catalog_product_bundle_option");
    m_titles.emplace(tools, "catalog_product_bundle_option_value");
    m_selections.emplace(tools, "catalog_product_bundle_selection");
}

std::string BundleOptions::selections_of(OutRecord& record, std::uint32_t option) const
{
    std::vector<std::string> selections;
    JsonObject object(*m_tools);
    for (const auto row :
         in_order(*m_selections, m_selections->below(record.record, option), "position")) {
        const auto sku =
            m_tools->view.name(k_product, parse_id(m_selections->text(row, "product_id")));
        if (!sku) { continue; }
        object.add("sku", *sku);
        const auto price = m_selections->text(row, "selection_price_value");
        if (m_selections->text(row, "selection_price_type") == "1") {
            object.add("price", fmt::format("{}%", price));
        } else {
            object.add_number("price", price);
        }
        object.add_row(*m_selections, row, k_selection);
        selections.push_back(object.take());
    }
    return selections.empty() ? std::string() : json_list(selections);
}

void BundleOptions::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> options;
    JsonObject object(*m_tools);
    const auto rows = m_options->rows(record.record);
    for (const auto row : in_order(*m_options, {rows.begin(), rows.end()}, "position")) {
        const auto selections = selections_of(record, row);
        if (selections.empty()) {
            record.remarks.emplace_back("column bundle_options leaves out an option without "
                                        "products");
            continue;
        }
        object.add_stores(*m_titles, m_titles->below(record.record, row), k_title);
        object.add_row(*m_options, row, k_option);
        object.add_list("selections", selections);
        options.push_back(object.take());
    }
    if (!options.empty()) { record.cells[*m_column] = record.keep(json_list(options)); }
}

} // namespace datasync::exports
