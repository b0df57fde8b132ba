// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/tracked_types.hpp"

#include <algorithm>
#include <array>

namespace datasync::engine {

namespace {

constexpr std::array k_customer = {TrackedWord{"customer"},
                                   TrackedWord{"customer_address", "customer_address"}};
constexpr std::array k_order = {TrackedWord{"order"},
                                TrackedWord{"order_comment", "order_status_history"},
                                TrackedWord{"gift_message", "gift_message"}};
constexpr std::array k_invoice = {TrackedWord{"invoice"}};
constexpr std::array k_shipment = {TrackedWord{"shipment"}};
constexpr std::array k_creditmemo = {TrackedWord{"creditmemo"}};
constexpr std::array k_newsletter = {TrackedWord{"newsletter"}};
constexpr std::array k_product = {TrackedWord{"product"}};
constexpr std::array k_stock = {TrackedWord{"stock"}};
constexpr std::array k_category = {TrackedWord{"category"}};
constexpr std::array k_cms_block = {TrackedWord{"cms_block"}};
constexpr std::array k_cms_page = {TrackedWord{"cms_page"}};
constexpr std::array k_group = {TrackedWord{"customer_group"}};
constexpr std::array k_attribute = {TrackedWord{"productattribute"},
                                    TrackedWord{"product_attribute"}};
constexpr std::array k_set = {TrackedWord{"attribute_set"}};
constexpr std::array k_rule = {TrackedWord{"cart_price_rule"}};
constexpr std::array k_review = {TrackedWord{"review"}};
constexpr std::array k_redirect = {TrackedWord{"url_redirect"}};

constexpr std::array k_types = {
    TrackedType{"customer", k_customer},
    TrackedType{"order", k_order},
    TrackedType{"invoice", k_invoice},
    TrackedType{"shipment", k_shipment},
    TrackedType{"creditmemo", k_creditmemo},
    TrackedType{"newsletter", k_newsletter},
    TrackedType{"product", k_product},
    TrackedType{"stock", k_stock},
    TrackedType{"category", k_category},
    TrackedType{"cms_block", k_cms_block},
    TrackedType{"cms_page", k_cms_page},
    TrackedType{"customer_group", k_group},
    TrackedType{"productattribute", k_attribute},
    TrackedType{"attribute_set", k_set},
    TrackedType{"cart_price_rule", k_rule},
    TrackedType{"review", k_review},
    TrackedType{"url_redirect", k_redirect},
};

constexpr std::array<std::string_view, 17> k_needed = {
    "customer_group", "productattribute", "attribute_set", "cms_block",       "cms_page",
    "category",       "product",          "stock",         "cart_price_rule", "customer",
    "order",          "invoice",          "shipment",      "creditmemo",      "newsletter",
    "review",         "url_redirect"};

} // namespace

std::span<const TrackedType> tracked_types()
{
    return k_types;
}

std::string_view entity_of_word(std::string_view word)
{
    for (const auto& type : k_types) {
        for (const auto& known : type.words) {
            if (known.word == word) { return type.entity; }
        }
    }
    return {};
}

std::span<const std::string_view> types_others_need()
{
    return k_needed;
}

bool is_brought_before(std::string_view entity, std::string_view other)
{
    return std::find(k_needed.begin(), k_needed.end(), entity) <
           std::find(k_needed.begin(), k_needed.end(), other);
}

} // namespace datasync::engine
