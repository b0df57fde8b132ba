// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/known_reviews.hpp"

#include "db/sql_text.hpp"
#include "schema/keyed_records.hpp"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>

namespace datasync::schema {

namespace {

std::string key_of(std::string_view sku, std::string_view nickname, std::string_view title)
{
    return fmt::format("{}\n{}\n{}", folded(sku), folded(nickname), folded(title));
}

} // namespace

std::vector<std::vector<KnownReview>> known_reviews(const Shop& shop,
                                                    std::span<const ReviewText> wanted)
{
    std::vector<std::vector<KnownReview>> found(wanted.size());
    std::vector<std::string> skus;
    for (const auto& review : wanted) { skus.push_back(review.sku); }
    if (skus.empty()) { return found; }
    std::unordered_map<std::string, std::vector<KnownReview>> known;
    shop.connection().query(
        fmt::format("SELECT r.review_id, r.created_at, p.sku, d.nickname, d.title FROM {} r JOIN "
                    "{} e ON e.entity_id = r.entity_id AND e.entity_code = 'product' JOIN {} p ON "
                    "p.entity_id = r.entity_pk_value JOIN {} d ON d.review_id = r.review_id WHERE "
                    "p.sku IN ({}) ORDER BY r.review_id",
                    shop.quoted_table("review"), shop.quoted_table("review_entity"),
                    shop.quoted_table("catalog_product_entity"), shop.quoted_table("review_detail"),
                    db::literal_list(skus)),
        [&](const db::RowView& row) {
            known[key_of(row.text(2), row.text(3), row.text(4))].push_back(
                {row.id(0), row.string(1)});
        });
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto same = known.find(key_of(wanted[i].sku, wanted[i].nickname, wanted[i].title));
        if (same != known.end()) { found[i] = same->second; }
    }
    return found;
}

} // namespace datasync::schema
