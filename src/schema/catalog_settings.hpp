// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Product attributes, their options and sets as settings: what serialized texts of orders and rules
// name by id.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/reference_ids.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace datasync::schema {

/// What the registry knows of options: destination ids in the order asked, 0 for none.
using OptionLookup =
    std::function<std::vector<std::uint32_t>(std::span<const std::uint32_t> source_ids)>;

/// Whether the values of a column name such settings.
bool names_catalog_settings(const PlannedColumn& column);

/// Adds "product_attribute" (by code), "eav_attribute_option" (by registry, else by label) and
/// "attribute_set" (by name) to the settings. Returns the codes of attributes that have options.
AttributeCodes add_catalog_settings(const Shop& source, const Shop& target, Settings& settings,
                                    const OptionLookup& registered);

} // namespace datasync::schema
