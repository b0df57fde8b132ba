// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tables of the catalogue.
#pragma once

#include "support/shop_lines.hpp"

#include <span>

namespace datasync::test {

/// The tables of all entity types, without those of attribute values.
std::span<const LineTable> catalog_tables();

} // namespace datasync::test
