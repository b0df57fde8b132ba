// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/newsletter.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_references = {
    Reference{"store_id", "store", WhenMissing::empty},
    Reference{"customer_id", "customer", WhenMissing::deliver_later},
};

constexpr std::array k_tables = {
    TableSpec{.table = "newsletter_subscriber",
              .key = "subscriber_id",
              .type = "newsletter",
              .references = k_references,
              .modified_column = "change_status_at"},
};

constexpr std::array<std::string_view, 2> k_natural_key = {"subscriber_email", "store_id"};

constexpr EntitySpec k_spec = {
    .name = "newsletter",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "subscriber_email",
    .batch_size = 1000,
};

constexpr std::string_view k_subscribed = "1";
constexpr std::string_view k_unsubscribed = "3";

class NewsletterHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }

    /// The newer change of the subscription wins, whichever side it was made on. Without dates
    /// nobody is subscribed again who has unsubscribed.
    std::optional<std::string> keep_existing(const NamedRow& source,
                                             const NamedRow& destination) const override
    {
        const auto theirs = destination["change_status_at"];
        const auto ours = source["change_status_at"];
        if (!theirs.is_null() && (ours.is_null() || theirs.text() > ours.text())) {
            return "the destination's subscription changed later (change_status_at)";
        }
        const bool no_dates = theirs.is_null() && ours.is_null();
        if (no_dates && destination["subscriber_status"].text() == k_unsubscribed &&
            source["subscriber_status"].text() == k_subscribed) {
            return "unsubscribed on the destination, and nothing says that the source is newer";
        }
        return std::nullopt;
    }
};

} // namespace

std::unique_ptr<EntityHandler> make_newsletter()
{
    return std::make_unique<NewsletterHandler>();
}

} // namespace datasync::entities
