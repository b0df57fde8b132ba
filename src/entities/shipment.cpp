// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/shipment.hpp"

#include "entities/sales_documents.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_shipment_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"order_id", "order", WhenMissing::hold},
    Reference{"billing_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"shipping_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};
constexpr std::array k_shipment_texts = {
    ReferenceText{"packages", ReferencePlace::packages},
};
constexpr std::array k_track_references = {
    Reference{"order_id", "order", WhenMissing::hold},
};

constexpr std::array k_tables = {
    TableSpec{.table = "sales_flat_shipment",
              .key = "entity_id",
              .type = "shipment",
              .references = k_shipment_references,
              .texts = k_shipment_texts,
              .modified_column = "updated_at",
              .numbers = k_document_numbers},
    TableSpec{.table = "sales_flat_shipment_item",
              .key = "entity_id",
              .type = "shipment_item",
              .parent = "sales_flat_shipment",
              .parent_column = "parent_id",
              .row_key = k_document_item_key,
              .is_registered = false,
              .references = k_document_item_references,
              .texts = k_document_item_texts},
    TableSpec{.table = "sales_flat_shipment_comment",
              .key = "entity_id",
              .type = "shipment_comment",
              .parent = "sales_flat_shipment",
              .parent_column = "parent_id",
              .modified_column = "created_at"},
    TableSpec{.table = "sales_flat_shipment_track",
              .key = "entity_id",
              .type = "shipment_track",
              .parent = "sales_flat_shipment",
              .parent_column = "parent_id",
              .references = k_track_references,
              .modified_column = "updated_at"},
    TableSpec{.table = "sales_flat_shipment_grid",
              .parent = "sales_flat_shipment",
              .parent_column = "entity_id",
              .is_grid = true},
};

constexpr EntitySpec k_spec = {
    .name = "shipment",
    .tables = k_tables,
    .natural_key = k_document_key,
    .label_column = "increment_id",
    .increment_column = "increment_id",
    .numbers_documents = true,
    .adds_to_orders = true,
    .removal = k_kept_documents,
};

class ShipmentHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_shipment()
{
    return std::make_unique<ShipmentHandler>();
}

} // namespace datasync::entities
