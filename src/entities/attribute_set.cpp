// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/attribute_set.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_set_references = {
    Reference{"entity_type_id", "entity_type", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_group_key = {"attribute_group_name"};

/// An attribute stands in a set once, in one of its groups.
constexpr std::array<std::string_view, 1> k_place_key = {"attribute_id"};
constexpr std::array k_place_references = {
    Reference{"entity_type_id", "entity_type", WhenMissing::fail},
    Reference{"attribute_group_id", "attribute_group", WhenMissing::fail},
    Reference{"attribute_id", "productattribute", WhenMissing::comes_along},
};

constexpr std::array k_tables = {
    TableSpec{.table = "eav_attribute_set",
              .key = "attribute_set_id",
              .type = "attribute_set",
              .references = k_set_references},
    TableSpec{.table = "eav_attribute_group",
              .key = "attribute_group_id",
              .type = "attribute_group",
              .parent = "eav_attribute_set",
              .parent_column = "attribute_set_id",
              .row_key = k_group_key,
              .keeps_own = true},
    TableSpec{.table = "eav_entity_attribute",
              .parent = "eav_attribute_set",
              .parent_column = "attribute_set_id",
              .row_key = k_place_key,
              .references = k_place_references,
              .keeps_own = true},
};

constexpr std::array<std::string_view, 2> k_natural_key = {"attribute_set_name", "entity_type_id"};

constexpr std::array k_conditions = {
    RootCondition{"entity_type_id", "catalog_product", "entity_type"},
};

constexpr EntitySpec k_spec = {
    .name = "attribute_set",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "attribute_set_name",
    .batch_size = 100,
    .conditions = k_conditions,
    .removal = {.never_because = "the shop deletes all products of a set along with it"},
};

class AttributeSetHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_attribute_set()
{
    return std::make_unique<AttributeSetHandler>();
}

} // namespace datasync::entities
