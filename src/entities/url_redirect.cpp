// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/url_redirect.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_references = {
    Reference{"store_id", "store", WhenMissing::fail},
    Reference{"category_id", "category", WhenMissing::hold},
    Reference{"product_id", "product", WhenMissing::hold},
};

constexpr std::array k_texts = {
    ReferenceText{"id_path", ReferencePlace::url_path},
    ReferenceText{"target_path", ReferencePlace::url_path},
};

constexpr std::array k_tables = {
    TableSpec{.table = "core_url_rewrite",
              .key = "url_rewrite_id",
              .type = "url_redirect",
              .parent = {},
              .parent_column = {},
              .references = k_references,
              .texts = k_texts},
};

constexpr std::array<std::string_view, 2> k_natural_key = {"request_path", "store_id"};

constexpr std::string_view k_made_by_people = "0";

/// What the shop makes itself of categories and products it makes anew in the other shop.
constexpr std::array k_conditions = {
    RootCondition{"is_system", k_made_by_people},
};

constexpr EntitySpec k_spec = {
    .name = "url_redirect",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "request_path",
    .conditions = k_conditions,
};

class UrlRedirectHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }

    /// A path leads to one place only. Where the shop itself has given it to a product or category,
    /// people have to decide.
    std::optional<std::string> conflict(const NamedRow& source,
                                        const NamedRow& destination) const override
    {
        if (destination["is_system"].text() == k_made_by_people) { return std::nullopt; }
        return fmt::format("request_path \"{}\" in the destination's store {} is taken by a system "
                           "rewrite (url_rewrite_id {}, {}): change this redirect, or the URL key "
                           "there",
                           source["request_path"].text(), destination["store_id"].text(),
                           destination["url_rewrite_id"].text(), destination["id_path"].text());
    }
};

} // namespace

std::unique_ptr<EntityHandler> make_url_redirect()
{
    return std::make_unique<UrlRedirectHandler>();
}

} // namespace datasync::entities
