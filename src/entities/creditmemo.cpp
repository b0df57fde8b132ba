// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/creditmemo.hpp"

#include "entities/sales_documents.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_creditmemo_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"order_id", "order", WhenMissing::hold},
    Reference{"billing_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"shipping_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"invoice_id", "invoice", WhenMissing::deliver_later},
};

constexpr std::array k_tables = {
    TableSpec{.table = "sales_flat_creditmemo",
              .key = "entity_id",
              .type = "creditmemo",
              .references = k_creditmemo_references,
              .modified_column = "updated_at",
              .numbers = k_document_numbers},
    TableSpec{.table = "sales_flat_creditmemo_item",
              .key = "entity_id",
              .type = "creditmemo_item",
              .parent = "sales_flat_creditmemo",
              .parent_column = "parent_id",
              .row_key = k_document_item_key,
              .is_registered = false,
              .references = k_document_item_references,
              .texts = k_document_item_texts},
    TableSpec{.table = "sales_flat_creditmemo_comment",
              .key = "entity_id",
              .type = "creditmemo_comment",
              .parent = "sales_flat_creditmemo",
              .parent_column = "parent_id",
              .modified_column = "created_at"},
    TableSpec{.table = "sales_flat_creditmemo_grid",
              .parent = "sales_flat_creditmemo",
              .parent_column = "entity_id",
              .is_grid = true},
};

constexpr EntitySpec k_spec = {
    .name = "creditmemo",
    .tables = k_tables,
    .natural_key = k_document_key,
    .label_column = "increment_id",
    .increment_column = "increment_id",
    .numbers_documents = true,
    .adds_to_orders = true,
    .removal = k_kept_documents,
};

class CreditmemoHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_creditmemo()
{
    return std::make_unique<CreditmemoHandler>();
}

} // namespace datasync::entities
