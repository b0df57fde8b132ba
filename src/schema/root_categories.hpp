// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The root categories that the shops' store groups use.
#pragma once

#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// What the store groups say of root categories.
struct RootCategories {
    /// Source id to destination id: both are the root of the same stores.
    std::unordered_map<std::uint32_t, std::uint32_t> pairs;
    std::vector<std::string> warnings;
};

/// Pairs the root categories of stores that are counterparts. A root of the source whose stores
/// have several roots on the destination goes with that of the first store, and a warning says so.
RootCategories pair_root_categories(const Shop& source, const Shop& target,
                                    const Settings& settings);

} // namespace datasync::schema
