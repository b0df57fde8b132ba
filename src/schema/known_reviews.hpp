// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds reviews of products by what people know of them.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// What a review says of itself.
struct ReviewText {
    std::string sku;
    std::string nickname;
    std::string title;
};

/// A review that a shop has.
struct KnownReview {
    std::uint32_t id = 0;
    std::string created_at; ///< "2024-02-29 23:59:59"
};

/// The reviews with the sku, nickname and title of each of these, in the order of their ids. Case
/// of ASCII letters does not count.
std::vector<std::vector<KnownReview>> known_reviews(const Shop& shop,
                                                    std::span<const ReviewText> wanted);

} // namespace datasync::schema
