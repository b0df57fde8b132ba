// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/customer_group.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "code",
           .kind = CellKind::word,
           .field = "customer_group_code",
           .is_required = true},
    Column{.name = "tax_class",
           .kind = CellKind::word,
           .field = "tax_class_id",
           .says = Says::name,
           .instead = "tax_class_id"},
    Column{.name = "tax_class_id",
           .kind = CellKind::whole,
           .field = "tax_class_id",
           .says = Says::source_id,
           .instead = "tax_class"},
};

constexpr std::array<std::string_view, 1> k_key = {"code"};

class CustomerGroupFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "customer_group"; }
    std::string_view root_table() const override { return "customer_group"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
};

} // namespace

std::unique_ptr<EntityFormat> make_customer_group_format()
{
    return std::make_unique<CustomerGroupFormat>();
}

} // namespace datasync::formats
