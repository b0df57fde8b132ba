// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A spec laid over two real shops: which tables and columns both sides share, and what has to be
// done with each column on the way.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/policy.hpp"
#include "schema/eav_map.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::schema {

/// The part a table plays in an entity.
enum class TableKind : std::uint8_t {
    root,   ///< One row per record.
    part,   ///< Rows with an identity of their own.
    set,    ///< Rows told apart by their content.
    grid,   ///< One row per root row, made of it.
    values, ///< Attribute values of a root or part.
};

/// What a column names, as the destination's server knows it.
struct ForeignKey {
    std::string table; ///< With prefix.
    std::string column;
};

/// A column that both sides have.
struct PlannedColumn {
    std::string name;
    ColumnType source_type;
    ColumnType target_type;
    const Reference* reference = nullptr;
    const ReferenceText* text = nullptr;
    bool must_check = false; ///< Values may not fit: look at each.
    bool same_type = true;   ///< Equal values have equal bytes.
    bool converts_zero_dates = false;
    ColumnDefault target_default;
    bool has_default = true;        ///< Whether a new row may leave it out.
    bool is_emptied = false;        ///< An id of something that does not travel.
    bool is_number = false;         ///< A document number.
    int root_column = -1;           ///< Of a grid: the column of the root that says the same.
    std::string read_as = {};       ///< What to select for it on the source; empty: the column.
    const FilePath* file = nullptr; ///< Of a column with paths of files.
    bool is_for_new = false;        ///< New rows get it; what is there keeps its own.
    std::vector<ForeignKey> foreign_keys = {}; ///< The destination looks up what it names.

    bool has_foreign_key() const { return !foreign_keys.empty(); }
};

/// A column that names rows of a table which has no parent.
struct PlannedHolder {
    std::size_t table;
    std::size_t column;
};

/// A value that every written row of a table gets.
struct ConstantColumn {
    std::string name;
    std::string value;
};

/// A table of the entity. Row sets made for it hold its columns in their order; those read from
/// the destination have one more cell at the end, the row's own auto-increment id, when
/// `row_id` is not empty.
struct PlannedTable {
    const TableSpec* spec = nullptr;
    std::string name; ///< Without prefix.
    TableKind kind = TableKind::set;
    int parent = -1; ///< Index of the parent's table.
    int key = -1;    ///< Column indexes, -1 for none.
    int parent_column = -1;
    int attribute = -1;
    int store = -1;
    int value = -1;
    std::vector<int> row_key; ///< Columns that, with the parent, tell rows of a set apart.
    std::vector<PlannedColumn> columns;
    std::vector<ConstantColumn> constants;
    std::string row_id;                 ///< Auto-increment column that nobody refers to.
    std::vector<PlannedHolder> holders; ///< Instead of a parent.
    std::string read_from;   ///< What to read it from on the source; empty: the table itself.
    bool is_for_new = false; ///< New records get its rows; what is there keeps its own.
    bool is_partial = false; ///< Rows of the destination that the source does not name stay.
    /// Of a source that speaks of some rows only: the column that tells them, and what stands in
    /// it.
    int covered_column = -1;
    std::vector<std::string> covered;

    /// Index of a column, -1 when the table does not have it.
    int find(std::string_view column) const;
    /// Whether the registry keeps the ids of its rows.
    bool is_registered() const { return is_keyed() && spec->is_registered; }
    bool is_keyed() const { return kind == TableKind::root || kind == TableKind::part; }
    /// Whether rows are told apart by their row key below one parent.
    bool is_set() const { return kind == TableKind::set || kind == TableKind::grid; }
    /// Cells of a row read from the destination.
    std::size_t target_cells() const { return columns.size() + (row_id.empty() ? 0 : 1); }
};

/// Attribute values that a source speaks of, by attribute and store of the destination (0 where
/// values have no store). Others that it has are for new records; what is there keeps its own.
using CoveredValues = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// The whole entity type.
struct AggregatePlan {
    const EntitySpec* spec = nullptr;
    std::vector<PlannedTable> tables; ///< Root, parts, sets, values: parents before children.
    std::map<int, EavMap> eav; ///< Attributes, by the index of the table whose rows have them.
    std::optional<CoveredValues> covered_values; ///< Of a file; nothing: all of those attributes.
    std::vector<std::string>
        warnings;                 ///< Tables and columns that stay behind although they hold data.
    std::string source_condition; ///< Which root rows are records, as " AND ..."; or empty.
    std::string source_depth;     ///< Of a tree: the expression for a record's depth.

    const PlannedTable& root() const { return tables.front(); }
    /// Index of a table by its name, -1 when it is not in the plan.
    int find(std::string_view table) const;
    /// Index of the table whose rows are registered under this type, -1 for none.
    int find_type(std::string_view type) const;
    /// Index of the table whose rows are parts of that type, -1 for none.
    int find_part(std::string_view type) const;
    /// Gives the rows of table `owner` their attributes.
    void set_attributes(int owner, EavMap map);
    /// Whether rows like this one of a set or value table, in destination terms, are written to
    /// records that are there.
    bool covers(const PlannedTable& table, const Cell* cells) const;
    /// The root column names, for NamedRow.
    std::vector<std::string> root_columns() const;
};

/// Names of all tables that a spec may touch, value tables included; load them on both sides.
std::vector<std::string> spec_tables(const EntitySpec& spec);

/// Lays `spec` over both shops; their tables must be loaded. Of `chosen` records alone, where there
/// are any, is told what stays behind. Throws FatalError (refused) when the root table is missing
/// on either side.
AggregatePlan make_plan(const EntitySpec& spec, const Shop& source, const Shop& target,
                        StockMode stock = StockMode::include,
                        std::span<const std::uint32_t> chosen = {});

} // namespace datasync::schema
