// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What has to be done with a column on the way from one shop to the other.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/shop.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace datasync::schema {

/// What a shop's own non-strict session would store where a row names no value.
std::string implicit_default(const ColumnType& type);

/// Plans the columns of one entity type's tables.
class ColumnPlanner {
public:
    /// The shops outlive the planner.
    ColumnPlanner(const EntitySpec& spec, const Shop& source, const Shop& target);

    /// A column that both sides have.
    PlannedColumn plan(const PlannedTable& table, const Column& from, const Column& to) const;
    /// The warning about a column that the destination lacks; nothing when it says nothing.
    std::optional<std::string> left_behind(const PlannedTable& table, const Column& column) const;

private:
    const Shop& m_source;
    const Shop& m_target;
    std::set<std::pair<std::string, std::string>> m_foreign_keys; ///< Table and column.
};

} // namespace datasync::schema
