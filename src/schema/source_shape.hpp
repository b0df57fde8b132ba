// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a source without tables of its own, such as a file, has of an entity type's tables.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/natural_keys.hpp"
#include "schema/shop.hpp"

#include <string>
#include <vector>

namespace datasync::schema {

/// A column that the source fills.
struct SourceColumn {
    std::string name;
    bool is_for_new = false; ///< New rows get it; what is there keeps its own.
};

/// A table that it has rows for.
struct SourceTable {
    std::string name;        ///< Without prefix.
    bool is_for_new = false; ///< New records get its rows; what is there keeps its own.
    bool is_partial = false; ///< Rows of the destination that a record does not name stay.
    std::vector<SourceColumn> columns;
    /// Where it speaks of some rows only: the column that tells them, and what stands in it.
    std::string covered_column = {};
    std::vector<std::string> covered = {};
};

/// All of it. Keys, and columns that say which row another one belongs to, go without saying.
struct SourceShape {
    std::vector<SourceTable> tables; ///< Value tables are there without columns.
    CoveredValues covered_values;
};

/// Leaves of the tables of `spec` only what the source has. `shop` stands in for it: a file speaks
/// of the destination's own settings.
void narrow_tables(Shop& shop, const EntitySpec& spec, const SourceShape& shape);

/// Tells the plan what is only for new records, and what it covers.
void apply_shape(AggregatePlan& plan, const SourceShape& shape);

/// Leaves of a natural key what records say of themselves, for what only new ones get tells nobody
/// which record is meant. The first column stays.
void narrow_key(NaturalTarget& key, const AggregatePlan& plan);

} // namespace datasync::schema
