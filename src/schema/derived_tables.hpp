// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tables that one shop has and another makes of something else: rows of order lists, and link
// tables that older shops keep as lists of ids in a column.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"

#include <string>
#include <string_view>

namespace datasync::schema {

struct AggregatePlan;

/// How the rows of a grid are made from the tables that the grid shows.
struct GridReader {
    std::string from; ///< The FROM of a SELECT: root, grid, and what the names come from.
    std::string key;  ///< The root's key in it.
    bool has_grid = false;
    bool has_order = false;
    const TableInfo* grid = nullptr;

    /// What to select for a column that the root does not have; empty when nothing says it.
    std::string column(std::string_view name, const ColumnType& type) const;
};
GridReader grid_reader(const Shop& source, const EntitySpec& spec, const TableSpec& grid);

/// Whether a shop keeps the rows of a link table in the column `older_list` of their parent.
bool keeps_list(const Shop& shop, const AggregatePlan& plan, const TableSpec& link);

/// The members of such lists as rows.
struct ListReader {
    std::string from;
    std::string parent;
    std::string member;
};
ListReader list_reader(const Shop& source, const EntitySpec& spec, const TableSpec& link);

/// The rows of a link table as the list of their parent.
std::string list_expression(const Shop& source, const EntitySpec& spec, const TableSpec& link);

} // namespace datasync::schema
