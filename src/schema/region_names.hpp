// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What people write for the regions of a country.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace datasync::schema {

/// Regions by "de/bayern" and "de/bay": country, and code or name, in lower case. Names of two
/// regions of a country are left out. Empty for a shop without regions.
std::unordered_map<std::string, std::uint32_t> region_names(const Shop& shop);

/// What a region is called.
struct RegionName {
    std::string name;
    std::string code;
};
using RegionNames = std::unordered_map<std::uint32_t, RegionName>;

/// All regions by their ids. Empty for a shop without regions.
RegionNames regions_by_id(const Shop& shop);

} // namespace datasync::schema
