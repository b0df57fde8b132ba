// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop does with orders, their documents, rules and reviews.
#include "support/shop_writer.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

constexpr const char* k_orders = "sales_flat_order";
constexpr const char* k_added = "sales_flat_order WHERE increment_id LIKE 'soak-%'";
constexpr std::array k_documents = {"sales_flat_invoice", "sales_flat_shipment",
                                    "sales_flat_creditmemo"};

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

} // namespace

void ShopWriter::add_order()
{
    const auto from = pick("entity_id", k_orders);
    const auto number = quoted(next_name("order"));
    const auto to = copy(k_orders, "entity_id = " + from,
                         {{"increment_id", number},
                          {"created_at", "NOW()"},
                          {"updated_at", "NOW()"},
                          {"gift_message_id", "NULL"},
                          {"relation_parent_id", "NULL"},
                          {"relation_parent_real_id", "NULL"},
                          {"relation_child_id", "NULL"},
                          {"relation_child_real_id", "NULL"},
                          {"protect_code", fmt::format("LEFT(SHA2({}, 224), 6)", number)}});
    for (const auto* const kind : {"billing", "shipping"}) {
        const auto of = fmt::format("parent_id = {} AND address_type = '{}'", from, kind);
        if (value("SELECT COUNT(*) FROM sales_flat_order_address WHERE " + of) != "1") { continue; }
        const auto address = copy("sales_flat_order_address", of, {{"parent_id", to}});
        exec(fmt::format("UPDATE sales_flat_order SET {}_address_id = {} WHERE entity_id = {}",
                         kind, address, to));
    }
    exec(
        fmt::format("UPDATE sales_flat_order SET billing_address_id = (SELECT MIN(entity_id) FROM "
                    "sales_flat_order_address WHERE parent_id = {0} AND address_type = 'billing'), "
                    "shipping_address_id = (SELECT MIN(entity_id) FROM sales_flat_order_address "
                    "WHERE parent_id = {0} AND address_type = 'shipping') WHERE entity_id = {0}",
                    to));
    copy("sales_flat_order_payment", "parent_id = " + from, {{"parent_id", to}});
    copy("sales_flat_order_status_history", "parent_id = " + from, {{"parent_id", to}});
    copy("sales_flat_order_grid", "entity_id = " + from,
         {{"entity_id", to}, {"increment_id", number}, {"created_at", "NOW()"}});
    exec("UPDATE sales_flat_order_grid g JOIN sales_flat_order o USING (entity_id) SET "
         "g.created_at = o.created_at, g.updated_at = o.updated_at WHERE entity_id = " +
         to);
    std::vector<std::string> items;
    m_shop.query("SELECT item_id FROM sales_flat_order_item WHERE parent_item_id IS NULL AND "
                 "order_id = " +
                     from + " ORDER BY 1",
                 [&](const db::RowView& row) { items.push_back(row.string(0)); });
    for (const auto& item : items) {
        const auto parent = copy("sales_flat_order_item", "item_id = " + item,
                                 {{"order_id", to}, {"gift_message_id", "NULL"}});
        copy("sales_flat_order_item", "parent_item_id = " + item,
             {{"order_id", to}, {"parent_item_id", parent}, {"gift_message_id", "NULL"}});
    }
}

void ShopWriter::change_order()
{
    const auto id = pick("entity_id", k_orders);
    const auto* const status = one_in(2) ? "'processing'" : "'complete'";
    exec(fmt::format("UPDATE sales_flat_order SET status = {}, total_paid = {}, updated_at = NOW() "
                     "WHERE entity_id = {}",
                     status, below(500), id));
    exec(fmt::format("UPDATE sales_flat_order_grid g JOIN sales_flat_order o USING (entity_id) SET "
                     "g.status = o.status, g.total_paid = o.total_paid, g.updated_at = "
                     "o.updated_at WHERE entity_id = {}",
                     id));
    if (one_in(3)) {
        exec(fmt::format("UPDATE sales_flat_order_item SET qty_shipped = {} WHERE order_id = {}",
                         below(9), id));
    }
}

void ShopWriter::comment_order()
{
    const auto id = pick("entity_id", k_orders);
    exec(fmt::format("INSERT INTO sales_flat_order_status_history (parent_id, comment, status, "
                     "created_at, entity_name) VALUES ({}, '{}', 'processing', NOW(), 'order')",
                     id, next_name("comment")));
    if (one_in(4)) {
        exec("DELETE FROM sales_flat_order_status_history WHERE entity_id = " +
             pick("entity_id", "sales_flat_order_status_history"));
    }
}

void ShopWriter::give_message()
{
    const auto known = pick("gift_message_id", "sales_flat_order WHERE gift_message_id > 0");
    if (!known.empty() && one_in(2)) {
        exec(fmt::format("UPDATE gift_message SET message = '{}' WHERE gift_message_id = {}",
                         next_name("wish"), known));
        return;
    }
    exec(
        fmt::format("INSERT INTO gift_message (sender, recipient, message) VALUES ('A', 'B', '{}')",
                    next_name("wish")));
    exec(fmt::format("UPDATE sales_flat_order SET gift_message_id = {} WHERE entity_id = {} AND "
                     "gift_message_id IS NULL",
                     value("SELECT LAST_INSERT_ID()"), pick("entity_id", k_orders)));
}

void ShopWriter::remove_order()
{
    const auto id = pick("entity_id", k_added);
    if (id.empty()) { return; }
    if (one_in(2)) {
        for (const auto* const table : k_documents) {
            exec(fmt::format("DELETE FROM {} WHERE order_id = {}", table, id));
        }
    }
    exec("DELETE FROM sales_flat_order WHERE entity_id = " + id);
}

void ShopWriter::add_document()
{
    const std::string table = k_documents[below(k_documents.size())];
    const auto from = pick("entity_id", table);
    const auto number = quoted(next_name("document"));
    const auto to =
        copy(table, "entity_id = " + from, {{"increment_id", number}, {"created_at", "NOW()"}});
    copy(table + "_item", "parent_id = " + from, {{"parent_id", to}});
    copy(table + "_comment", "parent_id = " + from, {{"parent_id", to}});
    if (table == k_documents[1]) {
        copy(table + "_track", "parent_id = " + from,
             {{"parent_id", to}, {"track_number", quoted(next_name("track"))}});
    }
    copy(table + "_grid", "entity_id = " + from,
         {{"entity_id", to}, {"increment_id", number}, {"created_at", "NOW()"}});
    exec(fmt::format("UPDATE {0}_grid g JOIN {0} d USING (entity_id) SET g.created_at = "
                     "d.created_at WHERE entity_id = {1}",
                     table, to));
}

void ShopWriter::change_document()
{
    const std::string table = k_documents[below(k_documents.size())];
    const auto id = pick("entity_id", table);
    if (one_in(2)) {
        exec(
            fmt::format("INSERT INTO {}_comment (parent_id, comment, created_at) VALUES ({}, '{}', "
                        "NOW())",
                        table, id, next_name("comment")));
    }
    exec(fmt::format("UPDATE {} SET email_sent = {}, updated_at = NOW() WHERE entity_id = {}",
                     table, below(50), id));
}

void ShopWriter::remove_document()
{
    const std::string table = k_documents[below(k_documents.size())];
    const auto id = pick("entity_id", table + " WHERE increment_id LIKE 'soak-%'");
    if (!id.empty()) { exec(fmt::format("DELETE FROM {} WHERE entity_id = {}", table, id)); }
}

void ShopWriter::change_rule()
{
    const auto added = pick("rule_id", "salesrule WHERE name LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        const auto from = pick("rule_id", "salesrule");
        const auto to =
            copy("salesrule", "rule_id = " + from, {{"name", quoted(next_name("rule"))}});
        copy("salesrule_website", "rule_id = " + from, {{"rule_id", to}});
        copy("salesrule_customer_group", "rule_id = " + from, {{"rule_id", to}});
        exec(fmt::format("INSERT INTO salesrule_coupon (rule_id, code, is_primary) VALUES ({}, "
                         "'{}', 1)",
                         to, next_name("code")));
    } else if (one_in(3)) {
        exec("DELETE FROM salesrule WHERE rule_id = " + added);
    } else {
        exec(fmt::format("UPDATE salesrule SET discount_amount = {}, name = '{}' WHERE rule_id = "
                         "{}",
                         below(90), next_name("rule"), added));
    }
}

void ShopWriter::use_coupon()
{
    const auto coupon = pick("coupon_id", "salesrule_coupon");
    exec("UPDATE salesrule_coupon SET times_used = times_used + 1 WHERE coupon_id = " + coupon);
    exec(fmt::format("INSERT INTO salesrule_coupon_usage (coupon_id, customer_id, times_used) "
                     "VALUES ({}, {}, 1) ON DUPLICATE KEY UPDATE times_used = times_used + 1",
                     coupon, pick("entity_id", "customer_entity")));
    exec("UPDATE salesrule SET times_used = times_used + 1 WHERE rule_id = (SELECT rule_id FROM "
         "salesrule_coupon WHERE coupon_id = " +
         coupon + ")");
}

void ShopWriter::change_review()
{
    const auto added = pick("review_id", "review_detail WHERE title LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        const auto from = pick("review_id", "review");
        const auto to = copy("review", "review_id = " + from, {{"created_at", "NOW()"}});
        copy("review_detail", "review_id = " + from,
             {{"review_id", to}, {"title", quoted(next_name("review"))}});
        copy("review_store", "review_id = " + from, {{"review_id", to}});
        copy("rating_option_vote", "review_id = " + from, {{"review_id", to}});
    } else if (one_in(3)) {
        exec("DELETE FROM review WHERE review_id = " + added);
    } else {
        exec(
            fmt::format("UPDATE review SET status_id = {}, created_at = created_at WHERE review_id "
                        "= {}",
                        1 + below(3), added));
        exec(fmt::format("UPDATE review_detail SET detail = '{}' WHERE review_id = {}",
                         next_name("detail"), added));
    }
}

} // namespace datasync::test
