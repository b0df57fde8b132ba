// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which record a part belongs to.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::schema {

/// A part's id and that of a record it belongs to.
using PartOwner = std::pair<std::uint32_t, std::uint32_t>;

/// The records that parts directly below the root of `spec` belong to; of parts that rows of the
/// record name (gift messages) there may be several. Parts that nobody has are left out.
std::vector<PartOwner> part_owners(const Shop& shop, const EntitySpec& spec,
                                   std::string_view part_type, std::span<const std::uint32_t> ids);

} // namespace datasync::schema
