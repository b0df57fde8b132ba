// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Creates settings that the destination lacks and that records name by id: tax classes, ratings.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <string>
#include <vector>

namespace datasync::schema {

/// What became of the settings of a kind, by what the source calls them.
struct SettingCreation {
    std::vector<std::string> created;
    std::vector<std::string> put_to_use; ///< Were there, in use nowhere, and are now.
};

/// All tables that creating a kind of setting reads or writes; load them on both sides.
std::vector<std::string> tables_read_for(const CreatedSetting& kind);
/// Those of them that it writes.
std::vector<std::string> tables_written_for(const CreatedSetting& kind);

/// Creates the settings of a kind that the source alone has, with what hangs below them, and puts
/// those to use that are in use nowhere; `settings` knows them afterwards. Rows of stores without
/// counterpart are left out. Left alone is what the destination has under another spelling, and
/// what names another setting that it lacks: records that use it say so. Runs inside the caller's
/// transaction. With `pretend` (dry run) nothing is written and ids are made up.
SettingCreation create_missing_settings(const Shop& source, const Shop& target,
                                        const CreatedSetting& kind, Settings& settings,
                                        bool pretend);

} // namespace datasync::schema
