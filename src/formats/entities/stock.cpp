// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/stock.hpp"

#include "formats/stock_columns.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "sku", .kind = CellKind::word, .field = "sku", .is_required = true},
    Column{.name = "qty", .kind = CellKind::decimal, .is_required = true},
};

/// `qty` of these files is required, so that the one of all stock columns is left out.
constexpr auto k_columns = joined(k_own_columns, k_stock_columns);

constexpr std::array<std::string_view, 1> k_key = {"sku"};

class StockFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "stock"; }
    std::string_view root_table() const override { return "catalog_product_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<StockRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_stock_format()
{
    return std::make_unique<StockFormat>();
}

} // namespace datasync::formats
