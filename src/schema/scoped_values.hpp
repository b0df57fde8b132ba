// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which attributes have values of their own in which store views.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace datasync::schema {

/// The attributes of a table's rows, and the store views but the admin's in which any row has a
/// value of them; none where values belong to no store. The value tables are loaded.
std::set<std::pair<std::uint32_t, std::uint32_t>> scoped_values(const Shop& shop,
                                                                const TableSpec& table);

} // namespace datasync::schema
