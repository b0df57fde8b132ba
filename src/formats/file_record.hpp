// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A record of a file as rows of the shop's tables, with names where the shop has ids.
#pragma once

#include "datasync/row_set.hpp"
#include "formats/column.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// What one cell of a row says; texts lie in the batch's arena or are literals.
struct Value {
    Says says = Says::nothing;
    std::string_view text = {};
    std::size_t row = 0;     ///< Of Says::row: the row's number in its record.
    bool is_for_new = false; ///< A column of the root: what is there keeps its own.

    static Value of(std::string_view text) { return {Says::text, text}; }
    static Value named(std::string_view name) { return {Says::name, name}; }
    static Value known_as(std::string_view id) { return {Says::source_id, id}; }
    static Value at_target(std::string_view id) { return {Says::target_id, id}; }
    static Value of_row(std::size_t row) { return {Says::row, {}, row}; }
};

/// A place for values: a column of a table, or an attribute of its rows in one store.
struct Field {
    std::size_t table; ///< Index into Shape::tables().
    std::string name;
    std::string store;       ///< Code; empty: the default values.
    bool is_for_new = false; ///< New rows get it; what is there keeps its own.
    std::size_t column = 0;  ///< Number of the file's column it stands in, from 1; 0: in none.
};

/// A table that records have rows in.
struct ShapeTable {
    std::string name;        ///< Without prefix.
    bool is_for_new = false; ///< New records get its rows; what is there keeps its own.
    bool is_partial = false; ///< Rows of the destination that a record does not name stay.
    /// Where the file speaks of some rows only: the column that tells them, and what stands in it.
    std::string covered_column = {};
    std::vector<std::string> covered = {};
    /// Rows are told apart by their store, and those of stores that no field names stay.
    bool is_per_store = false;
};

/// All tables and fields that the records of one file may fill. Tables and fields that are not here
/// are left alone on the destination.
class Shape {
public:
    /// The root is the first one; a table added again is the one that is there.
    std::size_t add_table(ShapeTable table);
    std::size_t add_table(std::string_view name)
    {
        return add_table(ShapeTable{std::string(name)});
    }
    /// Returns the field's number, by which rows name it.
    std::size_t add(Field field);
    std::size_t add(std::size_t table, std::string_view name)
    {
        return add({table, std::string(name), {}});
    }

    /// The number of a table; nothing when the file has nothing for it.
    std::optional<std::size_t> find_table(std::string_view name) const;
    const std::vector<ShapeTable>& tables() const { return m_tables; }
    const std::vector<Field>& fields() const { return m_fields; }
    /// Whether some field of that table has this name.
    bool has(std::size_t table, std::string_view name) const
    {
        return find(table, name).has_value();
    }
    /// The field of that table with this name and no store; nothing when there is none.
    std::optional<std::size_t> find(std::size_t table, std::string_view name) const;
    /// The same, added where there is none.
    std::size_t find_or_add(std::size_t table, std::string_view name);

private:
    std::vector<ShapeTable> m_tables;
    std::vector<Field> m_fields;
};

/// The rows of one record. Row 0 is the root's.
class FileRecord {
public:
    struct Entry {
        std::size_t field;
        Value value;
    };
    struct Row {
        std::size_t table;
        std::size_t parent; ///< Number of the row above it; of row 0 its own.
        std::vector<Entry> entries;
    };

    /// What is wrong with a value, in words that follow it.
    struct Refusal {
        std::size_t field; ///< Of the shape.
        std::string value;
        std::string message;
    };

    std::uint64_t line = 0;
    std::string_view id;           ///< The source's own; empty: it has none.
    bool is_sound = true;          ///< No: something has been refused, its rows are of no use.
    std::vector<Refusal> refusals; ///< By what looks at the destination.
    std::uint32_t number = 0;      ///< What it is known by in this run: its id, or a made-up one.
    /// The destination's record that it is, where that has been looked up; 0: none.
    std::optional<std::uint32_t> target;

    /// Empties it and adds the root's row.
    void begin(std::uint64_t at_line);
    /// Adds a row below another one and returns its number.
    std::size_t add_row(std::size_t table, std::size_t parent = 0);
    void set(std::size_t row, std::size_t field, Value value)
    {
        m_rows[row].entries.push_back({field, value});
    }
    /// Says it instead of what the row said of that field.
    void replace(std::size_t row, std::size_t field, Value value);
    /// Rows of that table that the destination has for the record stay as they are; those of the
    /// record that it lacks are added.
    void leave(std::size_t table) { m_left.push_back(table); }
    const std::vector<std::size_t>& left() const { return m_left; }
    std::size_t size() const { return m_count; }
    const Row& operator[](std::size_t row) const { return m_rows[row]; }
    /// Stores its texts there, so that the arena they lie in may be emptied.
    void move_texts(Arena& arena);
    /// What a row says of a field, the last where it says several things; nullptr where it does not
    /// name it.
    const Value* find(std::size_t row, std::size_t field) const;

private:
    std::vector<Row> m_rows; ///< Kept with their memory; the first m_count count.
    std::size_t m_count = 0;
    std::vector<std::size_t> m_left; ///< Tables of the shape.
};

} // namespace datasync::formats
