// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/product_rules.hpp"

#include "formats/name_path.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace datasync::formats {

namespace {

constexpr std::string_view k_simple = "simple";
constexpr std::string_view k_configurable = "configurable";
constexpr std::string_view k_grouped = "grouped";
constexpr std::string_view k_bundle = "bundle";
constexpr std::string_view k_downloadable = "downloadable";
constexpr std::array<std::string_view, 6> k_types = {k_simple,  "virtual", k_configurable,
                                                     k_grouped, k_bundle,  k_downloadable};

constexpr std::string_view k_separately = "links_purchased_separately";
constexpr std::string_view k_stock_table = "cataloginventory_stock_item";
constexpr std::string_view k_default_stock = "1";

/// A word and the number that stands for it.
using Word = std::pair<std::string_view, std::string_view>;
constexpr std::array k_statuses = {Word{"enabled", "1"}, Word{"disabled", "2"}};
constexpr std::array k_visibilities = {
    Word{"not visible individually", "1"},
    Word{"catalog", "2"},
    Word{"search", "3"},
    Word{"catalog, search", "4"},
};
constexpr std::array k_price_types = {Word{"dynamic", "0"}, Word{"fixed", "1"}};

struct ChoiceColumn {
    std::string_view name;
    std::span<const Word> words;
};
const std::array<ChoiceColumn, 3> k_choice_columns = {{
    {"status", k_statuses},
    {"visibility", k_visibilities},
    {k_price_type, k_price_types},
}};

/// Why a column is refused.
std::string_view refusal_of(std::string_view column)
{
    if (column == "tier_price") {
        return "is not what tier prices are read from: the column is called tier_prices";
    }
    if (column == "group_price") {
        return "is not what group prices are read from: the column is called group_prices";
    }
    if (column == "gallery") {
        return "is not what pictures are read from: the column is called media_gallery";
    }
    return "is worked out by the shop: leave the column out";
}

/// What a new product of a type has where the file says nothing: as the back office's form does.
constexpr std::array<std::array<std::string_view, 3>, 6> k_given = {{
    {"sku_type", k_bundle, "0"},
    {"weight_type", k_bundle, "0"},
    {"shipment_type", k_bundle, "0"},
    {"price_view", k_bundle, "0"},
    {k_separately, k_downloadable, "1"},
    {"links_exist", k_downloadable, "1"},
}};

/// Whether the shop sells others in its place, so that it has no quantity of its own.
bool is_composite(std::string_view type)
{
    return type == k_configurable || type == k_grouped || type == k_bundle;
}

std::optional<std::string_view> number_of(std::span<const Word> words, std::string_view text)
{
    const auto folded = util::to_lower(text);
    for (const auto& [word, number] : words) {
        if (folded == word || folded == number) { return number; }
    }
    return std::nullopt;
}

std::size_t add_new(Shape& shape, std::size_t table, std::string_view name)
{
    return shape.add({.table = table, .name = std::string(name), .store = {}, .is_for_new = true});
}

} // namespace

ProductRules::ProductRules(const Header& header, Shape& shape)
    : m_sku(*header.find("sku")),
      m_type(*header.find(k_type_id)),
      m_price(header.find(k_price)),
      m_price_type(header.find(k_price_type)),
      m_separately(header.find(k_separately)),
      m_websites({k_websites, "catalog_product_website", "website_id"}, header, shape),
      m_stock(header, shape),
      m_has_stock(header.has("qty") ||
                  std::any_of(k_stock_columns.begin(), k_stock_columns.end(),
                              [&](const auto& column) { return header.has(column.name); })),
      m_tier_prices(GroupPriceRules::Kind::tier, header, shape),
      m_group_prices(GroupPriceRules::Kind::group, header, shape),
      m_images(header, shape),
      m_super_attributes(header, shape),
      m_options(header, shape),
      m_downloads(header, shape),
      m_links(header)
{
    for (const auto name : k_refused_columns) {
        if (const auto column = header.find(name)) {
            m_refused.emplace_back(*column, refusal_of(name));
        }
    }
    add_choices(header, shape);
    for (const auto& [name, type, value] : k_given) {
        if (header.has(name)) { continue; }
        m_given.push_back({add_new(shape, 0, name), type, value});
    }
    m_has_options = shape.find_or_add(0, "has_options");
    m_required_options = shape.find_or_add(0, "required_options");
    add_categories(header, shape);
    add_stock(header, shape);
}

void ProductRules::add_choices(const Header& header, Shape& shape)
{
    for (std::size_t i = 0; i < header.columns().size(); ++i) {
        const auto& column = header.columns()[i];
        for (std::size_t kind = 0; kind < k_choice_columns.size(); ++kind) {
            if (column.name != k_choice_columns[kind].name) { continue; }
            const auto field = shape.add(
                {.table = 0, .name = column.name, .store = column.store, .column = i + 1});
            m_choices.push_back({i, field, kind});
        }
    }
    if (!m_price_type) { m_new_price_type = add_new(shape, 0, k_price_type); }
}

void ProductRules::add_categories(const Header& header, Shape& shape)
{
    m_paths = header.find(k_categories);
    const auto column = m_paths ? m_paths : header.find(k_category_ids);
    if (!column) { return; }
    constexpr std::string_view table = "catalog_category_product";
    if (m_paths) {
        m_category_table = shape.add_table(table);
        m_category = shape.add(
            {.table = m_category_table, .name = "category_id", .store = {}, .column = *column + 1});
    } else {
        m_category_ids.emplace(NameList::Place{k_category_ids, table, "category_id"}, header,
                               shape);
        m_category_table = m_category_ids->table();
    }
    m_category_position = add_new(shape, m_category_table, "position");
}

void ProductRules::add_stock(const Header& header, Shape& shape)
{
    m_stock_status = header.find("is_in_stock");
    m_stock_table = shape.add_table(
        {.name = std::string(k_stock_table), .is_for_new = true, .is_partial = true});
    m_in_stock = shape.find_or_add(m_stock_table, "is_in_stock");
    if (m_has_stock) { return; }
    m_stock_id = shape.add(m_stock_table, "stock_id");
    m_quantity = shape.add(m_stock_table, "qty");
}

void ProductRules::read(const Cells& cells, FileRecord& record)
{
    for (const auto& [column, why] : m_refused) {
        if (cells.has(column)) { cells.refuse(column, std::string(why)); }
    }
    const std::string_view type = cells[m_type].text;
    if (cells.has(m_type) && std::find(k_types.begin(), k_types.end(), type) == k_types.end()) {
        cells.refuse(m_type,
                     fmt::format("is no type of product; there are: {}", fmt::join(k_types, ", ")));
        return;
    }
    for (const auto& [column, field, kind] : m_choices) {
        auto value = cells.value(column, CellKind::word);
        if (value.says == Says::text) {
            const auto number = number_of(k_choice_columns[kind].words, value.text);
            if (!number) {
                std::vector<std::string> words;
                for (const auto& [word, id] : k_choice_columns[kind].words) {
                    words.push_back(fmt::format("{} ({})", word, id));
                }
                cells.refuse(column, fmt::format("is none of {}", fmt::join(words, "; ")));
                continue;
            }
            value.text = *number;
        }
        record.set(0, field, value);
    }
    for (const auto& [field, of_type, value] : m_given) {
        if (of_type == type) { record.set(0, field, Value::of(value)); }
    }
    // Which ones these are only the shop knows.
    if (m_websites.read(cells, record) == 0 && cells.has(m_websites.column())) {
        m_websites.add(record, "all");
    }
    read_price(cells, record, type);
    read_categories(cells, record);
    read_stock(cells, record, type);
    m_tier_prices.read(cells, record);
    m_group_prices.read(cells, record);
    m_images.read(cells, record);
    m_super_attributes.read(cells, record);
    m_options.read(cells, record);
    m_downloads.read(cells, record);
    m_links.check(cells);
    mark_options(cells, record, type);
}

void ProductRules::read_price(const Cells& cells, FileRecord& record, std::string_view type) const
{
    const bool has_price = cells.has(m_price);
    std::optional<std::string_view> price_type;
    if (m_price_type) { price_type = number_of(k_price_types, cells[*m_price_type].text); }
    if (type == k_bundle && !m_price_type) {
        record.set(0, m_new_price_type, Value::of(has_price ? "1" : "0"));
    }
    const bool is_dynamic =
        type == k_grouped || (type == k_bundle && (price_type ? *price_type == "0" : !has_price));
    if (has_price || is_dynamic) { return; }
    if (m_price) {
        cells.refuse(*m_price,
                     "is empty, and only grouped products and bundles with dynamic prices "
                     "need none");
    } else {
        cells.refuse(m_sku, "needs a price, and the file has no column of that name");
    }
}

void ProductRules::read_categories(const Cells& cells, FileRecord& record) const
{
    const auto first = record.size();
    if (m_category_ids) { m_category_ids->read(cells, record); }
    if (cells.has(m_paths)) {
        for (const auto& path : util::split(cells[*m_paths].text, '|')) {
            if (util::trim(path).empty()) { continue; }
            if (split_path(path).names.empty()) {
                cells.refuse(*m_paths, "has an empty name in one of its paths");
                return;
            }
            record.set(record.add_row(m_category_table), m_category,
                       Value::named(cells.keep(util::trim(path))));
        }
    }
    for (auto row = first; row < record.size(); ++row) {
        record.set(row, m_category_position, Value::of("1"));
    }
}

void ProductRules::read_stock(const Cells& cells, FileRecord& record, std::string_view type)
{
    const auto row = record.size();
    m_stock.read(cells, record);
    if (!m_has_stock) {
        record.add_row(m_stock_table);
        record.set(row, m_stock_id, Value::known_as(k_default_stock));
        record.set(row, m_quantity, Value::of("0"));
        record.set(row, m_in_stock, Value::of(is_composite(type) ? "1" : "0"));
    } else if (is_composite(type) && !m_stock_status) {
        record.set(row, m_in_stock, Value::of("1"));
    }
}

void ProductRules::mark_options(const Cells& cells, FileRecord& record, std::string_view type) const
{
    const bool is_choice = type == k_configurable || type == k_bundle;
    const bool sells_each =
        type == k_downloadable && (!m_separately || cells[*m_separately].text != "0");
    const auto mark = [&](std::size_t field, bool is_set) {
        auto value = Value::of(is_set ? "1" : "0");
        // What the file does not speak of may be there.
        value.is_for_new = !m_options.is_in_file();
        record.set(0, field, value);
    };
    mark(m_has_options, is_choice || type == k_downloadable || m_options.has_options());
    mark(m_required_options, is_choice || sells_each || m_options.has_required());
}

} // namespace datasync::formats
