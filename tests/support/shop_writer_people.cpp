// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop does with customers, groups, subscribers and texts.
#include "support/shop_writer.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

constexpr const char* k_customers = "customer_entity";
constexpr const char* k_addresses = "customer_address_entity";
constexpr const char* k_added = "customer_entity WHERE email LIKE 'soak-%'";
constexpr const char* k_default_values =
    "attribute_id IN (SELECT attribute_id FROM eav_attribute WHERE attribute_code IN "
    "('default_billing', 'default_shipping'))";

} // namespace

void ShopWriter::add_customer()
{
    const auto from = pick("entity_id", k_customers);
    const auto to = copy(k_customers, "entity_id = " + from,
                         {{"email", fmt::format("'{}@example.com'", next_name("customer"))},
                          {"increment_id", "NULL"},
                          {"created_at", "NOW()"},
                          {"updated_at", "NOW()"}});
    copy_values(k_customers, from, to);
    exec(fmt::format("DELETE FROM customer_entity_int WHERE entity_id = {} AND {}", to,
                     k_default_values));
}

void ShopWriter::change_customer()
{
    const auto id = pick("entity_id", k_customers);
    set_value(k_customers, "varchar", one_in(2) ? "firstname" : "taxvat", id, 0,
              fmt::format("'{}'", next_name("name")));
    if (one_in(3)) {
        exec(fmt::format("UPDATE customer_entity SET email = '{}@example.com', updated_at = NOW() "
                         "WHERE entity_id = {} AND email LIKE 'soak-%'",
                         next_name("moved"), id));
    }
    if (one_in(3)) {
        exec(fmt::format("UPDATE customer_entity SET group_id = {} WHERE entity_id = {}",
                         pick("customer_group_id", "customer_group WHERE customer_group_id > 0"),
                         id));
    }
}

void ShopWriter::add_address()
{
    const auto from = pick("entity_id", k_addresses);
    const auto customer = pick("entity_id", k_customers);
    if (from.empty()) { return; }
    const auto to = copy(k_addresses, "entity_id = " + from,
                         {{"parent_id", customer}, {"created_at", "NOW()"}});
    copy_values(k_addresses, from, to);
    set_value(k_addresses, "text", "street", to, 0, fmt::format("'{}'", next_name("street")));
    if (one_in(2)) { set_value(k_customers, "int", "default_billing", customer, 0, to); }
    if (one_in(2)) { set_value(k_customers, "int", "default_shipping", customer, 0, to); }
}

void ShopWriter::change_address()
{
    const auto id = pick("entity_id", k_addresses);
    if (id.empty()) { return; }
    set_value(k_addresses, "varchar", "city", id, 0, fmt::format("'{}'", next_name("city")));
    exec("UPDATE customer_address_entity SET updated_at = NOW() WHERE entity_id = " + id);
}

void ShopWriter::remove_address()
{
    const auto id = pick("entity_id", k_addresses);
    if (id.empty()) { return; }
    exec(fmt::format("DELETE FROM customer_entity_int WHERE value = {} AND {}", id,
                     k_default_values));
    exec("DELETE FROM customer_address_entity WHERE entity_id = " + id);
}

void ShopWriter::remove_customer()
{
    const auto id = pick("entity_id", k_added);
    if (!id.empty()) { exec("DELETE FROM customer_entity WHERE entity_id = " + id); }
}

void ShopWriter::change_group()
{
    const auto id = pick("customer_group_id", "customer_group WHERE customer_group_code LIKE "
                                              "'soak-%'");
    if (id.empty() || one_in(3)) {
        copy("customer_group", "customer_group_id = 1",
             {{"customer_group_code", fmt::format("'{}'", next_name("group"))}});
    } else if (one_in(2)) {
        exec(fmt::format("UPDATE customer_group SET customer_group_code = '{}' WHERE "
                         "customer_group_id = {}",
                         next_name("group"), id));
    } else {
        exec("UPDATE customer_entity SET group_id = 1 WHERE group_id = " + id);
        exec("DELETE FROM customer_group WHERE customer_group_id = " + id);
    }
}

void ShopWriter::change_subscriber()
{
    const auto id = pick("subscriber_id", "newsletter_subscriber");
    if (one_in(3)) {
        copy("newsletter_subscriber", "subscriber_id = " + id,
             {{"subscriber_email", fmt::format("'{}@example.com'", next_name("reader"))},
              {"customer_id", "0"},
              {"change_status_at", "NOW()"},
              {"subscriber_confirm_code", "LEFT(SHA2(subscriber_id, 224), 32)"}});
        return;
    }
    exec(fmt::format("UPDATE newsletter_subscriber SET subscriber_status = 1 + {}, "
                     "change_status_at = NOW() WHERE subscriber_id = {}",
                     below(3), id));
}

void ShopWriter::remove_subscriber()
{
    const auto id =
        pick("subscriber_id", "newsletter_subscriber WHERE subscriber_email LIKE 'soak-%'");
    if (!id.empty()) { exec("DELETE FROM newsletter_subscriber WHERE subscriber_id = " + id); }
}

void ShopWriter::change_block()
{
    const auto added = pick("block_id", "cms_block WHERE identifier LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        const auto id = copy("cms_block", "block_id = " + pick("block_id", "cms_block"),
                             {{"identifier", fmt::format("'{}'", next_name("block"))}});
        exec(fmt::format("INSERT INTO cms_block_store (block_id, store_id) VALUES ({}, {})", id,
                         one_in(2) ? 0 : 2));
    } else if (one_in(3)) {
        exec("DELETE FROM cms_block WHERE block_id = " + added);
    } else {
        exec(fmt::format("UPDATE cms_block SET content = '{}', update_time = NOW() WHERE block_id "
                         "= {}",
                         next_name("text"), added));
        if (one_in(2)) {
            exec("UPDATE cms_block_store SET store_id = 2 - store_id WHERE block_id = " + added);
        }
    }
}

void ShopWriter::change_page()
{
    const auto added = pick("page_id", "cms_page WHERE identifier LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        const auto id = copy("cms_page", "page_id = " + pick("page_id", "cms_page"),
                             {{"identifier", fmt::format("'{}'", next_name("page"))}});
        exec(fmt::format("INSERT INTO cms_page_store (page_id, store_id) VALUES ({}, 0)", id));
    } else if (one_in(3)) {
        exec("DELETE FROM cms_page WHERE page_id = " + added);
    } else {
        exec(fmt::format("UPDATE cms_page SET title = '{}', update_time = NOW() WHERE page_id = {}",
                         next_name("title"), added));
    }
}

} // namespace datasync::test
