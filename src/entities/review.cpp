// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/review.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_review_references = {
    Reference{"entity_id", "review_entity", WhenMissing::fail},
    Reference{"entity_pk_value", "product", WhenMissing::hold},
    Reference{"status_id", "review_status", WhenMissing::fail},
};

constexpr std::array k_detail_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};

constexpr std::array<std::string_view, 1> k_store_key = {"store_id"};
constexpr std::array k_store_references = {
    Reference{"store_id", "store", WhenMissing::leave_row_out},
};

constexpr std::array<std::string_view, 1> k_vote_key = {"rating_id"};
constexpr std::array k_vote_references = {
    Reference{"option_id", "rating_option", WhenMissing::hold},
    Reference{"rating_id", "rating", WhenMissing::hold},
    Reference{"entity_pk_value", "product", WhenMissing::hold},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};

constexpr std::array k_tables = {
    TableSpec{.table = "review",
              .key = "review_id",
              .type = "review",
              .parent = {},
              .parent_column = {},
              .references = k_review_references},
    // One row per review.
    TableSpec{.table = "review_detail",
              .key = {},
              .type = {},
              .parent = "review",
              .parent_column = "review_id",
              .references = k_detail_references},
    TableSpec{.table = "review_store",
              .key = {},
              .type = {},
              .parent = "review",
              .parent_column = "review_id",
              .row_key = k_store_key,
              .references = k_store_references},
    // Keyed, because some votes of a review may wait for their customer and others have none.
    TableSpec{.table = "rating_option_vote",
              .key = "vote_id",
              .type = "rating_option_vote",
              .parent = "review",
              .parent_column = "review_id",
              .row_key = k_vote_key,
              .is_registered = false,
              .references = k_vote_references},
};

/// A form that was sent twice makes two reviews of one moment.
constexpr std::array<std::string_view, 2> k_natural_key = {"entity_pk_value", "created_at"};

constexpr std::array k_conditions = {
    RootCondition{"entity_id", "product", "review_entity", true},
};

constexpr std::array k_rating_references = {
    Reference{"entity_id", "rating_entity"},
};

constexpr std::array k_rating_parts = {
    SettingPart{.table = "rating_option", .name = "rating_option"},
    SettingPart{.table = "rating_title", .scope = "store"},
    SettingPart{.table = "rating_store", .scope = "store"},
};

constexpr std::array k_created_settings = {
    CreatedSetting{.name = "rating",
                   .references = k_rating_references,
                   .unique_column = "rating_code",
                   .parts = k_rating_parts,
                   .used_in = "rating_store"},
};

constexpr EntitySpec k_spec = {
    .name = "review",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key, .may_repeat = true, .pairs_in_order = true},
    .label_column = "created_at",
    .created_settings = k_created_settings,
    .conditions = k_conditions,
    .sums_up_votes = true,
};

class ReviewHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_review()
{
    return std::make_unique<ReviewHandler>();
}

} // namespace datasync::entities
