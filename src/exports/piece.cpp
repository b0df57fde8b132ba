// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/piece.hpp"

#include "adapters/csv/value_cells.hpp"
#include "exports/pieces/category_path.hpp"
#include "exports/pieces/customer_addresses.hpp"
#include "exports/pieces/customer_link.hpp"
#include "exports/pieces/document_items.hpp"
#include "exports/pieces/order_addresses.hpp"
#include "exports/pieces/order_items.hpp"
#include "exports/pieces/product_links.hpp"
#include "exports/pieces/product_parts.hpp"
#include "exports/pieces/product_places.hpp"
#include "exports/pieces/ratings.hpp"
#include "exports/pieces/store_list.hpp"
#include "exports/pieces/tracks.hpp"

#include "formats/open_format.hpp"

#include <algorithm>
#include <array>

namespace datasync::exports {

namespace {

/// Read from files, and not written to them.
constexpr std::array<std::string_view, 2> k_read_only = {"cart_price_rule", "productattribute"};

} // namespace

std::optional<std::size_t> PieceTools::column(std::string_view name) const
{
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - header.begin());
}

std::optional<std::size_t> PieceTools::table(std::string_view name) const
{
    const int index = plan.find(name);
    if (index < 0) { return std::nullopt; }
    return static_cast<std::size_t>(index);
}

TableReader::TableReader(const PieceTools& tools, std::string_view table)
    : m_tools(tools), m_table(tools.table(table))
{
    const auto& shape = tools.shape;
    for (std::size_t i = 0; i < shape.fields().size(); ++i) {
        const auto& field = shape.fields()[i];
        const bool is_here = shape.tables()[field.table].name == table && field.store.empty() &&
                             tools.places[i].problem.empty();
        if (is_here) { m_fields.emplace_back(field.name, i); }
    }
}

std::span<const std::uint32_t> TableReader::rows(std::uint32_t record) const
{
    if (!m_table) { return {}; }
    return m_tools.view.rows(*m_table, record);
}

std::vector<std::uint32_t> TableReader::below(std::uint32_t record, std::uint32_t parent) const
{
    std::vector<std::uint32_t> found;
    for (const auto row : rows(record)) {
        if (m_tools.view.parent_row(*m_table, row) == parent) { found.push_back(row); }
    }
    return found;
}

Cell TableReader::cell(std::uint32_t row, std::string_view field) const
{
    for (const auto& [name, number] : m_fields) {
        if (name != field) { continue; }
        const auto* cell = m_tools.texts.cell(number, row);
        return cell == nullptr ? Cell() : *cell;
    }
    return {};
}

std::uint32_t TableReader::id(std::uint32_t row) const
{
    const auto key = static_cast<std::size_t>(m_tools.plan.tables[*m_table].key);
    return parse_id(m_tools.view.cell(*m_table, row, key).text());
}

Cell TableReader::nothing(std::string_view field) const
{
    const auto& table = m_tools.plan.tables[*m_table];
    const int column = table.find(field);
    return column < 0
               ? Cell()
               : adapters::ValueCells::nothing(table.columns[static_cast<std::size_t>(column)]);
}

std::vector<std::string> exported_entities()
{
    auto names = formats::entities_from_files();
    std::erase_if(names, [](const auto& name) {
        return std::find(k_read_only.begin(), k_read_only.end(), name) != k_read_only.end();
    });
    return names;
}

Pieces make_pieces(std::string_view entity, const schema::Shop& shop)
{
    Pieces pieces;
    const auto add_document = [&](std::string_view table) {
        pieces.push_back(std::make_unique<DocumentItems>(shop, table));
    };
    if (entity == "customer") { pieces.push_back(std::make_unique<CustomerAddresses>(shop)); }
    if (entity == "newsletter") {
        pieces.push_back(std::make_unique<CustomerLink>("newsletter_subscriber", ""));
    }
    if (entity == "cms_block") { pieces.push_back(std::make_unique<StoreList>("cms_block_store")); }
    if (entity == "cms_page") { pieces.push_back(std::make_unique<StoreList>("cms_page_store")); }
    if (entity == "category") { pieces.push_back(std::make_unique<CategoryPath>(shop)); }
    if (entity == "review") {
        pieces.push_back(std::make_unique<StoreList>("review_store"));
        pieces.push_back(std::make_unique<Ratings>());
    }
    if (entity == "product") {
        pieces.push_back(std::make_unique<ProductWebsites>());
        pieces.push_back(std::make_unique<ProductCategories>(shop));
        pieces.push_back(
            std::make_unique<GroupPrices>("tier_prices", "catalog_product_entity_tier_price"));
        pieces.push_back(
            std::make_unique<GroupPrices>("group_prices", "catalog_product_entity_group_price"));
        pieces.push_back(std::make_unique<Gallery>());
        pieces.push_back(std::make_unique<SuperAttributes>());
        pieces.push_back(std::make_unique<CustomOptions>());
        pieces.push_back(std::make_unique<Downloads>());
        pieces.push_back(std::make_unique<ProductLinks>());
        pieces.push_back(std::make_unique<BundleOptions>());
    }
    if (entity == "order") {
        pieces.push_back(std::make_unique<OrderAddresses>(shop));
        pieces.push_back(std::make_unique<OrderItems>());
        pieces.push_back(std::make_unique<CustomerLink>("sales_flat_order", "customer_email"));
    }
    if (entity == "invoice") { add_document("sales_flat_invoice"); }
    if (entity == "creditmemo") { add_document("sales_flat_creditmemo"); }
    if (entity == "shipment") {
        add_document("sales_flat_shipment");
        pieces.push_back(std::make_unique<Tracks>());
    }
    return pieces;
}

} // namespace datasync::exports
