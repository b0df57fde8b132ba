// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which record a part belongs to.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>

namespace datasync::schema {

/// The value of the parent column of these rows of a part's table, by id; those that are not there
/// are left out.
std::unordered_map<std::uint32_t, std::uint32_t>
part_owners(const Shop& shop, const TableSpec& part, std::span<const std::uint32_t> ids);

} // namespace datasync::schema
