// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The cart price rules that a shop has, by name and by coupon.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// A coupon as it is now; texts as the shop stores them.
struct KnownCoupon {
    std::string code;
    bool is_primary = false; ///< The one that the back office shows with the rule.
    std::optional<std::string> usage_limit;
    std::optional<std::string> usage_per_customer;
    std::optional<std::string> expiration_date;
};

/// A rule as it is now.
struct KnownRule {
    std::uint32_t id = 0;
    std::string conditions;
    std::string actions;
    std::vector<std::uint32_t> websites;
    std::vector<std::uint32_t> groups;
    std::vector<KnownCoupon> coupons;
};

/// A rule that has one of the names asked for.
struct NamedRule {
    std::uint32_t id = 0;
    std::string coupon_code; ///< Empty: it has none of its own.
};

/// Rules by the codes of their coupons, folded().
std::unordered_map<std::string, std::uint32_t> rules_by_coupon(const Shop& shop,
                                                               std::span<const std::string> codes);
/// Rules by their names, folded(), in the order of their ids.
std::unordered_map<std::string, std::vector<NamedRule>>
rules_by_name(const Shop& shop, std::span<const std::string> names);

/// Those of the rules that the shop has, by id; their coupons only where they are wanted, for there
/// may be hundreds of thousands.
std::unordered_map<std::uint32_t, KnownRule>
known_rules(const Shop& shop, std::span<const std::uint32_t> ids, bool wants_coupons);

/// All customer groups, those who are not logged in included.
std::vector<std::uint32_t> customer_groups(const Shop& shop);

} // namespace datasync::schema
