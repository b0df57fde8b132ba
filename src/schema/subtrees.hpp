// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What stands where in a tree of records.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Paths of records by their ids.
using TreePlaces = std::map<std::uint32_t, std::string>;

/// Where these records stand.
TreePlaces places_of(const Shop& shop, const EntitySpec& spec, std::span<const std::uint32_t> ids);

/// Every record below some of these.
TreePlaces places_below(const Shop& shop, const EntitySpec& spec, const TreePlaces& tops);

/// The ids of a path from the top down, the record's own at the end.
std::vector<std::uint32_t> ids_of_path(std::string_view path);

/// How deep a record with that path stands.
std::size_t depth_of_path(std::string_view path);

} // namespace datasync::schema
