// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/customer_group.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_references = {
    Reference{"tax_class_id", "tax_class", WhenMissing::hold},
};

constexpr std::array k_tables = {
    TableSpec{.table = "customer_group",
              .key = "customer_group_id",
              .type = "customer_group",
              .references = k_references},
};

constexpr std::array<std::string_view, 1> k_natural_key = {"customer_group_code"};

/// Not logged in, and "all groups", which rules and prices say.
constexpr std::array<std::uint32_t, 2> k_reserved_ids = {0, 32000};

constexpr std::array k_created_settings = {
    CreatedSetting{.name = "tax_class", .only_column = "class_type", .only = "CUSTOMER"},
};

constexpr EntitySpec k_spec = {
    .name = "customer_group",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "customer_group_code",
    .reserved_ids = k_reserved_ids,
    .created_settings = k_created_settings,
    .removal = {.never_because = "customers, prices and rules of the destination belong to it"},
};

class CustomerGroupHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_customer_group()
{
    return std::make_unique<CustomerGroupHandler>();
}

} // namespace datasync::entities
