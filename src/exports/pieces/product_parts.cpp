// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/product_parts.hpp"

#include "exports/pieces/json_object.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>

namespace datasync::exports {

namespace {

constexpr std::array k_file = {ObjectKey{"file", "value"}};
constexpr std::array k_picture_values = {ObjectKey{"label", "label"},
                                         ObjectKey{"position", "position", true},
                                         ObjectKey{"disabled", "disabled", true}};
constexpr std::array k_place = {ObjectKey{"position", "position", true}};
constexpr std::array k_label = {ObjectKey{"label", "value"},
                                ObjectKey{"use_default", "use_default", true}};
constexpr std::array k_title = {ObjectKey{"title", "title"}};
constexpr std::array k_price = {ObjectKey{"price", "price", true},
                                ObjectKey{"price_type", "price_type"}};
constexpr std::array k_option = {
    ObjectKey{"type", "type"},
    ObjectKey{"required", "is_require", true},
    ObjectKey{"sort_order", "sort_order", true},
    ObjectKey{"sku", "sku"},
    ObjectKey{"max_characters", "max_characters", true},
    ObjectKey{"file_extension", "file_extension"},
    ObjectKey{"image_size_x", "image_size_x", true},
    ObjectKey{"image_size_y", "image_size_y", true},
};
constexpr std::array k_value = {ObjectKey{"sku", "sku"},
                                ObjectKey{"sort_order", "sort_order", true}};
constexpr std::array k_link = {
    ObjectKey{"number_of_downloads", "number_of_downloads", true},
    ObjectKey{"is_shareable", "is_shareable", true},
    ObjectKey{"sort_order", "sort_order", true},
};

/// What a choice costs that has a row and no price.
constexpr std::string_view k_nothing = "0.0000";

/// Writes the objects of a column, unless there are none.
void put(OutRecord& record, std::size_t column, const std::vector<std::string>& objects)
{
    if (!objects.empty()) { record.cells[column] = record.keep(json_list(objects)); }
}

std::vector<std::uint32_t> all(const TableReader& rows, std::uint32_t record)
{
    const auto of = rows.rows(record);
    return {of.begin(), of.end()};
}

} // namespace

std::vector<std::string_view> Gallery::columns() const
{
    return {"media_gallery"};
}

void Gallery::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_column = tools.column("media_gallery");
    m_pictures.emplace(tools, "catalog_product_entity_media_gallery");
    m_values.emplace(tools, "catalog_product_entity_media_gallery_value");
}

void Gallery::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> pictures;
    JsonObject object(*m_tools, record);
    std::set<std::string_view> paths;
    for (const auto row : m_pictures->rows(record.record)) {
        if (!paths.insert(m_pictures->text(row, "value")).second) {
            record.remarks.emplace_back("column media_gallery names a picture twice, of which the "
                                        "second is left out");
            continue;
        }
        object.add_row(*m_pictures, row, k_file);
        object.add_stores(*m_values, m_values->below(record.record, row), k_picture_values);
        pictures.push_back(object.take());
    }
    put(record, *m_column, pictures);
}

std::vector<std::string_view> SuperAttributes::columns() const
{
    return {"super_attributes"};
}

void SuperAttributes::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_column = tools.column("super_attributes");
    m_attributes.emplace(tools, "catalog_product_super_attribute");
    m_labels.emplace(tools, "catalog_product_super_attribute_label");
    m_pricing.emplace(tools, "catalog_product_super_attribute_pricing");
}

void SuperAttributes::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> attributes;
    JsonObject object(*m_tools, record);
    for (const auto row : in_order(*m_attributes, all(*m_attributes, record.record), "position")) {
        const auto id = parse_id(m_attributes->text(row, "attribute_id"));
        const auto code = m_tools->names.name_of("productattribute", id);
        if (code.empty()) {
            record.remarks.emplace_back("column super_attributes leaves out an attribute that is "
                                        "gone");
            continue;
        }
        std::vector<std::string> prices;
        for (const auto price : m_pricing->below(record.record, row)) {
            const auto option = m_tools->names.name_of(
                "eav_attribute_option", parse_id(m_pricing->text(price, "value_index")));
            if (!option.starts_with(code + "/")) {
                record.remarks.emplace_back("column super_attributes leaves out the price of an "
                                            "option that is gone");
                continue;
            }
            object.add("option", option.substr(code.size() + 1));
            const auto written = m_pricing->text(price, "pricing_value");
            const auto amount = written.empty() ? k_nothing : written;
            if (m_pricing->text(price, "is_percent") == "1") {
                object.add("price", fmt::format("{}%", amount));
            } else {
                object.add_raw("price", amount);
            }
            const auto website = parse_id(m_pricing->text(price, "website_id"));
            if (website != 0) { object.add("website", m_tools->names.name_of("website", website)); }
            prices.push_back(object.take());
        }
        object.add("code", code);
        object.add_row(*m_attributes, row, k_place);
        object.add_stores(*m_labels, m_labels->below(record.record, row), k_label);
        if (!prices.empty()) { object.add_raw("pricing", json_list(prices)); }
        attributes.push_back(object.take());
    }
    put(record, *m_column, attributes);
}

std::vector<std::string_view> CustomOptions::columns() const
{
    return {"custom_options"};
}

void CustomOptions::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_column = tools.column("custom_options");
    m_options.emplace(tools, "catalog_product_option");
    m_titles.emplace(tools, "catalog_product_option_title");
    m_prices.emplace(tools, "catalog_product_option_price");
    m_values.emplace(tools, "catalog_product_option_type_value");
    m_value_titles.emplace(tools, "catalog_product_option_type_title");
    m_value_prices.emplace(tools, "catalog_product_option_type_price");
}

std::string CustomOptions::values_of(OutRecord& record, std::uint32_t option) const
{
    std::vector<std::string> values;
    JsonObject object(*m_tools, record);
    for (const auto row :
         in_order(*m_values, m_values->below(record.record, option), "sort_order")) {
        object.add_stores(*m_value_titles, m_value_titles->below(record.record, row), k_title);
        object.add_stores(*m_value_prices, m_value_prices->below(record.record, row), k_price);
        object.add_row(*m_values, row, k_value);
        values.push_back(object.take());
    }
    return values.empty() ? std::string() : json_list(values);
}

void CustomOptions::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> options;
    JsonObject object(*m_tools, record);
    for (const auto row : in_order(*m_options, all(*m_options, record.record), "sort_order")) {
        object.add_stores(*m_titles, m_titles->below(record.record, row), k_title);
        object.add_row(*m_options, row, k_option);
        object.add_stores(*m_prices, m_prices->below(record.record, row), k_price);
        if (const auto values = values_of(record, row); !values.empty()) {
            object.add_raw("values", values);
        }
        options.push_back(object.take());
    }
    put(record, *m_column, options);
}

std::vector<std::string_view> Downloads::columns() const
{
    return {"downloadable_links"};
}

void Downloads::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_column = tools.column("downloadable_links");
    m_links.emplace(tools, "downloadable_link");
    m_titles.emplace(tools, "downloadable_link_title");
    m_prices.emplace(tools, "downloadable_link_price");
}

void Downloads::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::vector<std::string> links;
    JsonObject object(*m_tools, record);
    for (const auto row : in_order(*m_links, all(*m_links, record.record), "sort_order")) {
        object.add_stores(*m_titles, m_titles->below(record.record, row), k_title);
        for (const auto price : m_prices->below(record.record, row)) {
            const auto website = parse_id(m_prices->text(price, "website_id"));
            const auto key = website == 0 ? std::string("price")
                                          : "price@" + m_tools->names.name_of("website", website);
            object.add_raw(key, m_prices->text(price, "price"));
        }
        // Beside the kind that is in use, shops keep what was typed before.
        const auto add = [&](std::string_view of, std::string_view prefix) {
            const auto type = m_links->text(row, fmt::format("{}_type", of));
            const auto text = m_links->text(row, fmt::format("{}_{}", of, type));
            if (!type.empty() && !text.empty()) {
                object.add(fmt::format("{}{}", prefix, type), text);
            }
        };
        add("link", "");
        add("sample", "sample_");
        object.add_row(*m_links, row, k_link);
        links.push_back(object.take());
    }
    put(record, *m_column, links);
}

} // namespace datasync::exports
