// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/known_rules.hpp"

#include "db/sql_text.hpp"
#include "schema/keyed_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

std::optional<std::string> text_of(const db::RowView& row, unsigned column)
{
    if (row.is_null(column)) { return std::nullopt; }
    return row.string(column);
}

} // namespace

std::unordered_map<std::string, std::uint32_t> rules_by_coupon(const Shop& shop,
                                                               std::span<const std::string> codes)
{
    std::unordered_map<std::string, std::uint32_t> rules;
    if (codes.empty()) { return rules; }
    shop.connection().query(
        fmt::format("SELECT code, rule_id FROM {} WHERE code IN ({})",
                    shop.quoted_table("salesrule_coupon"), db::literal_list(codes)),
        [&](const db::RowView& row) { rules[folded(row.text(0))] = row.id(1); });
    return rules;
}

std::unordered_map<std::string, std::vector<NamedRule>>
rules_by_name(const Shop& shop, std::span<const std::string> names)
{
    std::unordered_map<std::string, std::vector<NamedRule>> rules;
    if (names.empty()) { return rules; }
    shop.connection().query(
        fmt::format("SELECT r.name, r.rule_id, c.code FROM {} r LEFT JOIN {} c ON c.rule_id = "
                    "r.rule_id AND c.is_primary = 1 WHERE r.name IN ({}) ORDER BY r.rule_id",
                    shop.quoted_table("salesrule"), shop.quoted_table("salesrule_coupon"),
                    db::literal_list(names)),
        [&](const db::RowView& row) {
            rules[folded(row.text(0))].push_back({row.id(1), row.string(2)});
        });
    return rules;
}

std::unordered_map<std::uint32_t, KnownRule>
known_rules(const Shop& shop, std::span<const std::uint32_t> ids, bool wants_coupons)
{
    std::unordered_map<std::uint32_t, KnownRule> rules;
    if (ids.empty()) { return rules; }
    const auto among = fmt::format("rule_id IN ({})", db::id_list(ids));
    auto& connection = shop.connection();
    connection.query(fmt::format("SELECT rule_id, conditions_serialized, actions_serialized FROM "
                                 "{} WHERE {}",
                                 shop.quoted_table("salesrule"), among),
                     [&](const db::RowView& row) {
                         auto& rule = rules[row.id(0)];
                         rule.id = row.id(0);
                         rule.conditions = row.string(1);
                         rule.actions = row.string(2);
                     });
    const auto read_links = [&](std::string_view table, std::string_view column, auto member) {
        connection.query(
            fmt::format("SELECT rule_id, {0} FROM {1} WHERE {2} ORDER BY {0}", column,
                        shop.quoted_table(table), among),
            [&](const db::RowView& row) { (rules[row.id(0)].*member).push_back(row.id(1)); });
    };
    read_links("salesrule_website", "website_id", &KnownRule::websites);
    read_links("salesrule_customer_group", "customer_group_id", &KnownRule::groups);
    if (!wants_coupons) { return rules; }
    connection.query(
        fmt::format("SELECT rule_id, code, is_primary, usage_limit, usage_per_customer, "
                    "expiration_date FROM {} WHERE {} ORDER BY coupon_id",
                    shop.quoted_table("salesrule_coupon"), among),
        [&](const db::RowView& row) {
            rules[row.id(0)].coupons.push_back({row.string(1), row.string(2) == "1",
                                                text_of(row, 3), text_of(row, 4), text_of(row, 5)});
        });
    return rules;
}

std::vector<std::uint32_t> customer_groups(const Shop& shop)
{
    std::vector<std::uint32_t> groups;
    shop.connection().query("SELECT customer_group_id FROM " + shop.quoted_table("customer_group") +
                                " ORDER BY 1",
                            [&](const db::RowView& row) { groups.push_back(row.id(0)); });
    return groups;
}

} // namespace datasync::schema
