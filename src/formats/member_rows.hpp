// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows of a table that are made of the members of a list in a cell.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/list_cell.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// What a column of the table takes from a member.
struct MemberColumn {
    std::size_t field;     ///< Of the member.
    std::string_view name; ///< Of the table's column.
    /// What stands there where the member says nothing; empty: nothing does.
    std::string_view otherwise = {};
    Says says = Says::text;
};

/// One table of a shape.
class MemberRows {
public:
    /// Adds the table, unless it is there, and the fields that `columns` name to `shape`; they
    /// stand in the file's column `from`, counted from 0. `columns` outlives the object.
    MemberRows(Shape& shape, ShapeTable table, std::span<const MemberColumn> columns,
               std::size_t from);

    /// Adds a field that no member fills.
    std::size_t add_field(Shape& shape, std::string_view name) const;
    /// Adds a row below `parent` with what a member says by default.
    std::size_t add(FileRecord& record, std::size_t parent, const ListMember& member) const;
    std::size_t table() const { return m_table; }

private:
    std::size_t m_table;
    std::size_t m_from;
    std::span<const MemberColumn> m_columns;
    std::vector<std::size_t> m_fields; ///< Of the shape, by column.
};

/// A table with a row for each store that a member speaks of, as titles and prices of options are.
class StoreRows {
public:
    StoreRows(Shape& shape, ShapeTable table, std::span<const MemberColumn> columns,
              std::size_t from);

    /// Adds rows below `parent`: that of the default values, where the member has one of them or
    /// `always`, and one for each store it names.
    void add(FileRecord& record, std::size_t parent, const ListMember& member, bool always) const;
    std::size_t table() const { return m_rows.table(); }

private:
    MemberRows m_rows;
    std::span<const MemberColumn> m_columns;
    std::vector<std::size_t> m_fields;
    std::size_t m_store;
};

} // namespace datasync::formats
