// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/product_links.hpp"

#include "formats/product_links.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "sku", .kind = CellKind::word, .field = "sku", .is_required = true},
    Column{.name = k_type_id},
};
constexpr auto k_columns = joined(k_own_columns, k_link_columns);
constexpr std::array<std::string_view, 1> k_key = {"sku"};

class ProductLinksFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "product_links"; }
    std::string_view part_of() const override { return "product"; }
    std::string_view root_table() const override { return "catalog_product_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        if (!ProductLinkRules::are_in(header)) { return nullptr; }
        return std::make_unique<ProductLinkRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_product_links_format()
{
    return std::make_unique<ProductLinksFormat>();
}

} // namespace datasync::formats
