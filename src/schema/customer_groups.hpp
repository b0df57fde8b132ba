// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop does with customers of whom nothing else is said.
#pragma once

#include "schema/shop.hpp"

#include <string>

namespace datasync::schema {

/// The group that new customers get: an id as text.
std::string default_group(const Shop& shop);

/// The tax class of that group: an id as text; "0" where the shop has no such group.
std::string default_tax_class(const Shop& shop);

} // namespace datasync::schema
