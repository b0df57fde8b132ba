// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which columns the file of an entity type gets from a shop.
#pragma once

#include "datasync/entity_spec.hpp"
#include "formats/entity_format.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <vector>

namespace datasync::exports {

/// Columns that may come: those of the format in their order, then columns and attributes of the
/// root in alphabetical order; behind each the store views that have values of their own, by code.
/// What the shop does not have may be among the format's. The tables of `spec` are loaded.
std::vector<formats::FileColumn> choose_columns(const formats::EntityFormat& format,
                                                const EntitySpec& spec, const schema::Shop& shop,
                                                const schema::Settings& settings, bool with_ids);

} // namespace datasync::exports
