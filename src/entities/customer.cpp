// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/customer.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_customer_references = {
    Reference{"attribute_set_id", "attribute_set", WhenMissing::fail},
    Reference{"website_id", "website", WhenMissing::fail},
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"group_id", "customer_group", WhenMissing::hold},
};

constexpr std::array k_address_references = {
    Reference{"attribute_set_id", "attribute_set", WhenMissing::fail},
};

/// Values that are ids of the customer's own addresses. An id that is none of them is left-over
/// data: shops show no default then, and so does the destination.
constexpr std::array k_customer_values = {
    Reference{"default_billing", "customer_address", WhenMissing::empty},
    Reference{"default_shipping", "customer_address", WhenMissing::empty},
};

/// An address keeps its region's name as text when the id has no counterpart.
constexpr std::array k_address_values = {
    Reference{"region_id", "region", WhenMissing::empty},
};

constexpr std::array k_attribute_tables = {
    AttributeTable{"customer_eav_attribute"},
    AttributeTable{"customer_eav_attribute_website", "website"},
    AttributeTable{"customer_form_attribute"},
};

constexpr std::array k_tables = {
    TableSpec{.table = "customer_entity",
              .key = "entity_id",
              .type = "customer",
              .references = k_customer_references,
              .eav = {.entity_type_code = "customer",
                      .attribute_tables = k_attribute_tables,
                      .create_missing = true,
                      .references = k_customer_values},
              .modified_column = "updated_at"},
    TableSpec{.table = "customer_address_entity",
              .key = "entity_id",
              .type = "customer_address",
              .parent = "customer_entity",
              .parent_column = "parent_id",
              .references = k_address_references,
              .eav = {.entity_type_code = "customer_address",
                      .attribute_tables = k_attribute_tables,
                      .create_missing = true,
                      .references = k_address_values},
              .modified_column = "updated_at"},
};

constexpr std::array<std::string_view, 2> k_email_and_website = {"email", "website_id"};
constexpr std::array<std::string_view, 1> k_email = {"email"};

constexpr EntitySpec k_spec = {
    .name = "customer",
    .tables = k_tables,
    .natural_key = {.columns = k_email_and_website},
    .label_column = "email",
    .increment_column = "increment_id",
    .removal = {.policy = OnDelete::soft},
};

class CustomerHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }

    /// A shop that shares accounts between its websites knows an email only once.
    NaturalKey natural_key(const DestinationFacts& facts) const override
    {
        return facts.customers_are_global ? NaturalKey{.columns = k_email} : k_spec.natural_key;
    }
};

} // namespace

std::unique_ptr<EntityHandler> make_customer()
{
    return std::make_unique<CustomerHandler>();
}

} // namespace datasync::entities
