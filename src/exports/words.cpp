// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/words.hpp"

#include <algorithm>
#include <array>

namespace datasync::exports {

namespace {

struct Word {
    std::string_view entity;
    std::string_view column;
    std::string_view kept;
    std::string_view word;
};

constexpr auto k_words = std::to_array<Word>({
    {"customer", "gender", "Male", "1"},
    {"customer", "gender", "Female", "2"},
    {"invoice", "state", "1", "open"},
    {"invoice", "state", "2", "paid"},
    {"invoice", "state", "3", "canceled"},
    {"creditmemo", "state", "1", "open"},
    {"creditmemo", "state", "2", "refunded"},
    {"creditmemo", "state", "3", "canceled"},
});

struct Completed {
    std::string_view entities; ///< Between bars.
    std::string_view columns;  ///< Between bars; with an asterisk: all that begin so.
};

constexpr auto k_completed = std::to_array<Completed>({
    {"customer", "group|created_in"},
    {"newsletter", "subscriber_status|subscriber_confirm_code"},
    {"cms_block|cms_page", "creation_time|update_time|root_template"},
    {"category", "position|created_at|updated_at"},
    {"product", "created_at|updated_at"},
    {"order",
     "base_*|customer_*|state|status|store_name|protect_code|weight|is_virtual|total_qty_ordered|"
     "total_item_count|subtotal_incl_tax"},
    {"invoice|creditmemo",
     "base_*|grand_total|state|total_qty|subtotal_incl_tax|adjustment*|transaction_id"},
    {"shipment", "total_qty"},
    {"order|invoice|creditmemo",
     "subtotal|tax_amount|shipping_*|discount_amount|hidden_tax_amount|*_currency_code|"
     "store_to_*"},
    {"order|invoice|shipment|creditmemo", "created_at|updated_at|store_id|discount_description"},
});

constexpr char k_bar = '|';
constexpr char k_any = '*';

bool is_one_of(std::string_view list, std::string_view word)
{
    while (true) {
        const auto bar = list.find(k_bar);
        const auto entry = list.substr(0, bar);
        const bool is_like =
            (entry.ends_with(k_any) && word.starts_with(entry.substr(0, entry.size() - 1))) ||
            (entry.starts_with(k_any) && word.ends_with(entry.substr(1)));
        if (entry == word || is_like) { return true; }
        if (bar == std::string_view::npos) { return false; }
        list.remove_prefix(bar + 1);
    }
}

} // namespace

std::string_view word_of(std::string_view entity, std::string_view column, std::string_view text)
{
    for (const auto& word : k_words) {
        if (word.entity == entity && word.column == column && word.kept == text) {
            return word.word;
        }
    }
    return text;
}

bool is_completed(std::string_view entity, std::string_view column)
{
    return std::any_of(k_completed.begin(), k_completed.end(), [&](const Completed& completed) {
        return is_one_of(completed.entities, entity) && is_one_of(completed.columns, column);
    });
}

} // namespace datasync::exports
