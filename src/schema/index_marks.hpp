// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Says to the shop which of its indexes have to be built anew.
#pragma once

#include "schema/shop.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Of these indexers, those that the shop has, in its order.
std::vector<std::string> known_indexers(const Shop& target,
                                        std::span<const std::string_view> codes);

/// Marks indexers as out of date (require_reindex), inside the caller's transaction.
void mark_indexers(const Shop& target, std::span<const std::string> codes);

} // namespace datasync::schema
