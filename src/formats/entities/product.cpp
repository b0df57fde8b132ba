// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/product.hpp"

#include "formats/downloadable_links.hpp"
#include "formats/name_list.hpp"
#include "formats/product_images.hpp"
#include "formats/product_options.hpp"
#include "formats/product_prices.hpp"
#include "formats/product_rules.hpp"
#include "formats/stock_columns.hpp"
#include "formats/super_attributes.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "sku", .kind = CellKind::word, .field = "sku", .is_required = true},
    Column{.name = "name", .field = "name", .is_required = true, .is_per_store = true},
    Column{.name = "attribute_set",
           .kind = CellKind::word,
           .field = "attribute_set_id",
           .says = Says::name,
           .is_required = true,
           .instead = "attribute_set_id"},
    Column{.name = "attribute_set_id",
           .kind = CellKind::id,
           .field = "attribute_set_id",
           .says = Says::source_id,
           .instead = "attribute_set"},
    Column{.name = k_type_id, .kind = CellKind::word, .field = k_type_id, .is_required = true},
    Column{.name = k_price, .kind = CellKind::decimal, .field = k_price, .is_per_store = true},
    Column{.name = k_price_type, .kind = CellKind::word},
    Column{.name = "status", .kind = CellKind::word, .is_per_store = true},
    Column{.name = "visibility", .kind = CellKind::word, .is_per_store = true},
    Column{.name = "weight", .kind = CellKind::decimal, .field = "weight"},
    Column{.name = "tax_class",
           .kind = CellKind::word,
           .field = "tax_class_id",
           .is_per_store = true,
           .instead = "tax_class_id"},
    Column{.name = "tax_class_id",
           .kind = CellKind::whole,
           .field = "tax_class_id",
           .is_per_store = true,
           .instead = "tax_class"},
    Column{.name = "url_key", .kind = CellKind::word, .field = "url_key", .is_per_store = true},
    Column{.name = "created_at", .kind = CellKind::moment, .field = "created_at"},
    Column{.name = "updated_at", .kind = CellKind::moment, .field = "updated_at"},
    Column{.name = k_websites},
    Column{.name = k_category_ids, .instead = k_categories},
    Column{.name = k_categories, .instead = k_category_ids},
    Column{.name = "tier_prices"},
    Column{.name = "group_prices"},
    Column{.name = "image", .is_per_store = true},
    Column{.name = "small_image", .is_per_store = true},
    Column{.name = "thumbnail", .is_per_store = true},
    Column{.name = "media_gallery"},
    Column{.name = "super_attributes"},
    Column{.name = "custom_options"},
    Column{.name = "downloadable_links"},
    Column{.name = "qty", .kind = CellKind::decimal},
};

constexpr auto k_columns = joined(joined(k_own_columns, k_link_columns), k_stock_columns);

constexpr std::array<std::string_view, 1> k_key = {"sku"};

class ProductFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "product"; }
    std::string_view root_table() const override { return "catalog_product_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> refused_columns() const override { return k_refused_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<ProductRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_product_format()
{
    return std::make_unique<ProductFormat>();
}

} // namespace datasync::formats
