// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/order.hpp"

#include "entities/sales_documents.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_order_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
    Reference{"customer_group_id", "customer_group", WhenMissing::deliver_later},
    Reference{"billing_address_id", "order_address", WhenMissing::empty},
    Reference{"shipping_address_id", "order_address", WhenMissing::empty},
    Reference{"gift_message_id", "gift_message", WhenMissing::empty},
    Reference{"relation_parent_id", "order", WhenMissing::deliver_later},
    Reference{"relation_child_id", "order", WhenMissing::deliver_later},
};
constexpr std::array k_order_texts = {
    ReferenceText{"applied_rule_ids", ReferencePlace::id_list, "cart_price_rule"},
};
constexpr std::array<std::string_view, 2> k_order_emptied = {"quote_id", "quote_address_id"};
constexpr std::array<std::string_view, 5> k_order_numbers = {
    "increment_id", "original_increment_id", "relation_parent_real_id", "relation_child_real_id",
    "real_order_id"};

constexpr std::array<std::string_view, 1> k_address_key = {"address_type"};
constexpr std::array k_address_references = {
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
    Reference{"customer_address_id", "customer_address", WhenMissing::deliver_later},
    Reference{"region_id", "region", WhenMissing::empty},
    Reference{"gift_message_id", "gift_message", WhenMissing::empty},
};
/// address_id is the quote's address in shops that were upgraded from 1.3.
constexpr std::array<std::string_view, 2> k_address_emptied = {"quote_address_id", "address_id"};

constexpr std::array<std::string_view, 4> k_item_key = {"sku", "product_type", "name",
                                                        "product_options"};
constexpr std::array k_item_references = {
    Reference{"parent_item_id", "order_item", WhenMissing::empty},
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"product_id", "product", WhenMissing::deliver_later},
    Reference{"gift_message_id", "gift_message", WhenMissing::empty},
};
constexpr std::array k_item_texts = {
    ReferenceText{"product_options", ReferencePlace::product_options},
    ReferenceText{"applied_rule_ids", ReferencePlace::id_list, "cart_price_rule"},
    ReferenceText{"weee_tax_applied", ReferencePlace::serialized},
};
constexpr std::array<std::string_view, 1> k_item_emptied = {"quote_item_id"};

constexpr std::array<std::string_view, 1> k_payment_key = {"method"};
constexpr std::array k_payment_texts = {
    ReferenceText{"additional_information", ReferencePlace::serialized},
};
constexpr std::array<std::string_view, 2> k_payment_emptied = {"quote_payment_id",
                                                               "customer_payment_id"};

constexpr std::array<std::string_view, 1> k_transaction_key = {"txn_id"};
constexpr std::array k_transaction_references = {
    Reference{"payment_id", "order_payment", WhenMissing::fail},
    Reference{"parent_id", "payment_transaction", WhenMissing::empty},
};

constexpr std::array<std::string_view, 1> k_tax_item_key = {"item_id"};
constexpr std::array k_tax_item_references = {
    Reference{"item_id", "order_item", WhenMissing::leave_row_out},
};

constexpr std::array k_purchased_references = {
    Reference{"order_item_id", "order_item", WhenMissing::empty},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};
constexpr std::array<std::string_view, 1> k_purchased_numbers = {"order_increment_id"};
constexpr std::array k_purchased_item_references = {
    Reference{"order_item_id", "order_item", WhenMissing::empty},
    Reference{"product_id", "product", WhenMissing::deliver_later},
    Reference{"link_id", "downloadable_link", WhenMissing::deliver_later},
};

constexpr std::array k_message_references = {
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};
constexpr std::array k_message_holders = {
    Holder{"sales_flat_order", "gift_message_id"},
    Holder{"sales_flat_order_item", "gift_message_id"},
    Holder{"sales_flat_order_address", "gift_message_id"},
};

constexpr std::array k_tables = {
    TableSpec{.table = "sales_flat_order",
              .key = "entity_id",
              .type = "order",
              .references = k_order_references,
              .texts = k_order_texts,
              .modified_column = "updated_at",
              .emptied = k_order_emptied,
              .numbers = k_order_numbers},
    TableSpec{.table = "sales_flat_order_address",
              .key = "entity_id",
              .type = "order_address",
              .parent = "sales_flat_order",
              .parent_column = "parent_id",
              .row_key = k_address_key,
              .references = k_address_references,
              .emptied = k_address_emptied},
    TableSpec{.table = "sales_flat_order_item",
              .key = "item_id",
              .type = "order_item",
              .parent = "sales_flat_order",
              .parent_column = "order_id",
              .row_key = k_item_key,
              .references = k_item_references,
              .texts = k_item_texts,
              .emptied = k_item_emptied},
    TableSpec{.table = "sales_flat_order_payment",
              .key = "entity_id",
              .type = "order_payment",
              .parent = "sales_flat_order",
              .parent_column = "parent_id",
              .row_key = k_payment_key,
              .texts = k_payment_texts,
              .emptied = k_payment_emptied},
    TableSpec{.table = "sales_payment_transaction",
              .key = "transaction_id",
              .type = "payment_transaction",
              .parent = "sales_flat_order",
              .parent_column = "order_id",
              .row_key = k_transaction_key,
              .references = k_transaction_references,
              .texts = k_payment_texts},
    TableSpec{.table = "sales_flat_order_status_history",
              .key = "entity_id",
              .type = "order_status_history",
              .parent = "sales_flat_order",
              .parent_column = "parent_id",
              .modified_column = "created_at"},
    TableSpec{.table = "sales_order_tax",
              .key = "tax_id",
              .type = "order_tax",
              .parent = "sales_flat_order",
              .parent_column = "order_id"},
    TableSpec{.table = "sales_order_tax_item",
              .parent = "sales_order_tax",
              .parent_column = "tax_id",
              .row_key = k_tax_item_key,
              .references = k_tax_item_references},
    TableSpec{.table = "downloadable_link_purchased",
              .key = "purchased_id",
              .type = "link_purchased",
              .parent = "sales_flat_order",
              .parent_column = "order_id",
              .references = k_purchased_references,
              .numbers = k_purchased_numbers},
    TableSpec{.table = "downloadable_link_purchased_item",
              .key = "item_id",
              .type = "link_purchased_item",
              .parent = "downloadable_link_purchased",
              .parent_column = "purchased_id",
              .references = k_purchased_item_references},
    TableSpec{.table = "gift_message",
              .key = "gift_message_id",
              .type = "gift_message",
              .references = k_message_references,
              .held_by = k_message_holders},
    TableSpec{.table = "sales_flat_order_grid",
              .parent = "sales_flat_order",
              .parent_column = "entity_id",
              .is_grid = true},
};

constexpr std::array<std::string_view, 3> k_natural_key = {"increment_id", "created_at",
                                                           "protect_code"};

constexpr std::array k_statuses = {
    CodeTable{"sales_order_status", "status"},
    CodeTable{"sales_order_status_state", "status"},
    CodeTable{"sales_order_status_label", "status", "store"},
};

constexpr std::array<std::string_view, 2> k_left_behind = {"sales_billing_agreement_order",
                                                           "sales_recurring_profile_order"};

constexpr EntitySpec k_spec = {
    .name = "order",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key, .first_is_unique = true},
    .label_column = "increment_id",
    .increment_column = "increment_id",
    .batch_size = 250,
    .left_behind = k_left_behind,
    .numbers_documents = true,
    .created_codes = k_statuses,
    .removal = k_kept_documents,
};

class OrderHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_order()
{
    return std::make_unique<OrderHandler>();
}

} // namespace datasync::entities
