// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/invoice.hpp"

#include "entities/sales_documents.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_invoice_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"order_id", "order", WhenMissing::hold},
    Reference{"billing_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"shipping_address_id", "order_address", WhenMissing::deliver_later},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};

constexpr std::array k_tables = {
    TableSpec{.table = "sales_flat_invoice",
              .key = "entity_id",
              .type = "invoice",
              .references = k_invoice_references,
              .modified_column = "updated_at",
              .numbers = k_document_numbers},
    TableSpec{.table = "sales_flat_invoice_item",
              .key = "entity_id",
              .type = "invoice_item",
              .parent = "sales_flat_invoice",
              .parent_column = "parent_id",
              .row_key = k_document_item_key,
              .is_registered = false,
              .references = k_document_item_references,
              .texts = k_document_item_texts},
    TableSpec{.table = "sales_flat_invoice_comment",
              .key = "entity_id",
              .type = "invoice_comment",
              .parent = "sales_flat_invoice",
              .parent_column = "parent_id",
              .modified_column = "created_at"},
    TableSpec{.table = "sales_flat_invoice_grid",
              .parent = "sales_flat_invoice",
              .parent_column = "entity_id",
              .is_grid = true},
};

constexpr EntitySpec k_spec = {
    .name = "invoice",
    .tables = k_tables,
    .natural_key = k_document_key,
    .label_column = "increment_id",
    .increment_column = "increment_id",
    .numbers_documents = true,
    .adds_to_orders = true,
    .removal = k_kept_documents,
};

class InvoiceHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_invoice()
{
    return std::make_unique<InvoiceHandler>();
}

} // namespace datasync::entities
