// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/newsletter.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "subscriber_email",
           .kind = CellKind::email,
           .field = "subscriber_email",
           .is_required = true},
    Column{.name = "subscriber_status", .kind = CellKind::whole, .field = "subscriber_status"},
    Column{.name = "store",
           .kind = CellKind::word,
           .field = "store_id",
           .says = Says::name,
           .instead = "store_id"},
    Column{.name = "store_id",
           .kind = CellKind::whole,
           .field = "store_id",
           .says = Says::source_id,
           .instead = "store"},
    Column{.name = "customer_id",
           .kind = CellKind::id,
           .field = "customer_id",
           .says = Says::source_id},
    Column{.name = "change_status_at", .kind = CellKind::moment, .field = "change_status_at"},
    Column{.name = "subscriber_confirm_code", .field = "subscriber_confirm_code"},
};

constexpr std::array<std::string_view, 3> k_key = {"subscriber_email", "store", "store_id"};

class NewsletterFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "newsletter"; }
    std::string_view root_table() const override { return "newsletter_subscriber"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
};

} // namespace

std::unique_ptr<EntityFormat> make_newsletter_format()
{
    return std::make_unique<NewsletterFormat>();
}

} // namespace datasync::formats
