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
    std::string_view entity;
    std::string_view column; ///< Empty: all of the root's.
};

constexpr auto k_completed = std::to_array<Completed>({
    {"order", ""},
    {"invoice", ""},
    {"shipment", ""},
    {"creditmemo", ""},
    {"customer", "group"},
    {"newsletter", "subscriber_status"},
    {"newsletter", "subscriber_confirm_code"},
    {"cms_block", "creation_time"},
    {"cms_block", "update_time"},
    {"cms_page", "creation_time"},
    {"cms_page", "update_time"},
    {"cms_page", "root_template"},
    {"category", "position"},
    {"category", "created_at"},
    {"category", "updated_at"},
});

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
        return completed.entity == entity &&
               (completed.column.empty() || completed.column == column);
    });
}

} // namespace datasync::exports
