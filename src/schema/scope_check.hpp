// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Checks before the first record: every store and website in use has a counterpart, and the
// users have the rights that the run needs.
#pragma once

#include "datasync/sync_options.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace datasync::schema {

/// Throws FatalError (refused) naming a store or website that records of the plan use and the
/// destination lacks, with the choices.
void check_scopes(const Shop& source, const AggregatePlan& plan, const Settings& settings);

/// What is wrong with a store or website of the source without counterpart, and what to do.
/// `used_in` may say where: " (used in customer_entity.store_id)".
std::string scope_refusal(const SettingMap& setting, std::uint32_t id,
                          std::string_view used_in = {});

/// Throws FatalError (refused) naming the GRANT when the destination's user may not write one of
/// these tables, as far as they are there. Writes nothing.
void check_write_rights(const Shop& target, std::span<const std::string> tables);

} // namespace datasync::schema
