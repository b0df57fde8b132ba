// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What has to be done with a column on the way from one shop to the other.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace datasync::schema {

/// What a shop's own non-strict session would store where a row names no value.
std::string implicit_default(const ColumnType& type);

/// Plans the columns of one entity type's tables.
class ColumnPlanner {
public:
    /// `chosen` are ids of records; empty: the run is about all. The arguments outlive the planner.
    ColumnPlanner(const EntitySpec& spec, const Shop& source, const Shop& target,
                  std::span<const std::uint32_t> chosen);

    /// A column that both sides have.
    PlannedColumn plan(const PlannedTable& table, const Column& from, const Column& to) const;
    /// The warning about a column that the destination lacks; nothing when it says nothing about
    /// the chosen records.
    std::optional<std::string> left_behind(const PlannedTable& table, const Column& column) const;

    /// Which rows of the root table are the chosen records.
    std::string is_chosen() const;

private:
    /// Which rows of a table belong to the chosen records. Parts without a parent: all.
    std::string belongs_to_chosen(const TableSpec& table) const;
    /// The same where `column` names rows of `parent`.
    std::string is_below_chosen(const TableSpec& parent, std::string_view column) const;

    const EntitySpec& m_spec;
    const Shop& m_source;
    const Shop& m_target;
    std::span<const std::uint32_t> m_chosen;
    /// By table and column.
    std::multimap<std::pair<std::string, std::string>, ForeignKey> m_foreign_keys;
};

} // namespace datasync::schema
