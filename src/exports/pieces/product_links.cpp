// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/product_links.hpp"

#include "exports/pieces/json_object.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace datasync::exports {

namespace {

constexpr std::string_view k_product = "product";
constexpr std::string_view k_int_table = "catalog_product_link_attribute_int";

constexpr std::array k_option = {ObjectKey{"type", "type"}, ObjectKey{"required", "required", true},
                                 ObjectKey{"position", "position", true}};
constexpr std::array k_title = {ObjectKey{"title", "title"}};
constexpr std::array k_selection = {
    ObjectKey{"qty", "selection_qty", true},
    ObjectKey{"is_default", "is_default", true},
    ObjectKey{"position", "position", true},
    ObjectKey{"can_change_qty", "selection_can_change_qty", true},
};

constexpr char k_between = '|';

/// What the shop calls a product; nothing, with a remark, where it is gone.
std::optional<std::string_view> sku_in(const PieceTools& tools, OutRecord& record,
                                       std::string_view id)
{
    const auto sku = tools.view.name(k_product, parse_id(id));
    if (!sku) { record.remarks.emplace_back("names a product that is gone, which is left out"); }
    return sku;
}

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
    for (const auto& kind : formats::k_link_kinds) { names.push_back(kind.name); }
    names.push_back(formats::k_members);
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
    for (const auto& kind : formats::k_link_kinds) {
        std::vector<std::string> skus;
        for (const auto& member : linked(record, kind)) { skus.push_back(member.sku); }
        put_skus(record, kind.name, skus);
    }
    write_members(record);
    std::vector<std::string> children;
    for (const auto row : m_children->rows(record.record)) {
        if (const auto sku = sku_in(*m_tools, record, m_children->text(row, "product_id"))) {
            children.emplace_back(*sku);
        }
    }
    std::sort(children.begin(), children.end());
    put_skus(record, formats::k_children, children);
}

std::vector<ProductLinks::Member> ProductLinks::linked(OutRecord& record,
                                                       const formats::LinkColumn& kind) const
{
    std::vector<Member> members;
    for (const auto row : m_links->rows(record.record)) {
        if (m_links->text(row, "link_type_id") != kind.id) { continue; }
        const auto sku = sku_in(*m_tools, record, m_links->text(row, "linked_product_id"));
        if (!sku) { continue; }
        const auto place = value_of(*m_places, record.record, row, kind.position);
        members.push_back({parse_id(place), row, std::string(*sku)});
    }
    std::sort(members.begin(), members.end());
    return members;
}

void ProductLinks::write_members(OutRecord& record) const
{
    const auto cell = m_tools->column(formats::k_members);
    if (!cell) { return; }
    std::vector<std::string> members;
    JsonObject object(*m_tools, record);
    for (const auto& [place, row, sku] : linked(record, formats::k_member_kind)) {
        object.add("sku", sku);
        const auto quantity =
            value_of(*m_quantities, record.record, row, formats::k_grouped_qty_attribute);
        if (!quantity.empty()) { object.add_raw("qty", quantity); }
        members.push_back(object.take());
    }
    if (!members.empty()) { record.cells[*cell] = record.keep(json_list(members)); }
}

void ProductLinks::put_skus(OutRecord& record, std::string_view column,
                            std::vector<std::string> skus) const
{
    const auto cell = m_tools->column(column);
    if (!cell) { return; }
    const auto count = std::erase_if(
        skus, [](const auto& sku) { return sku.find(k_between) != std::string::npos; });
    if (count != 0) {
        record.remarks.push_back(
            fmt::format("column {} leaves out a sku with a bar in it", column));
    }
    auto text = fmt::format("{}", fmt::join(skus, std::string_view(&k_between, 1)));
    // Without a bar, a comma would stand between two.
    if (skus.size() == 1 && text.find(',') != std::string::npos) { text += k_between; }
    record.cells[*cell] = record.keep(text);
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
    JsonObject object(*m_tools, record);
    for (const auto row :
         in_order(*m_selections, m_selections->below(record.record, option), "position")) {
        const auto sku = sku_in(*m_tools, record, m_selections->text(row, "product_id"));
        if (!sku) { continue; }
        object.add("sku", *sku);
        const auto price = m_selections->text(row, "selection_price_value");
        if (m_selections->text(row, "selection_price_type") == "1") {
            object.add("price", fmt::format("{}%", price));
        } else {
            object.add_raw("price", price);
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
    JsonObject object(*m_tools, record);
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
        object.add_raw("selections", selections);
        options.push_back(object.take());
    }
    if (!options.empty()) { record.cells[*m_column] = record.keep(json_list(options)); }
}

} // namespace datasync::exports
