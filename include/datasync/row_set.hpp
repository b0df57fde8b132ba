// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What flows through DataSync: rows of database tables, their cells as the bytes the server sent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync {

/// Owns the bytes that cells point into. Memory is reused after reset(), never given back earlier.
class Arena {
public:
    /// Copies bytes in and says where they stay until reset(); the result is never nullptr.
    const char* store(std::string_view bytes);

    /// Forgets all content and keeps the blocks for the next batch.
    void reset() noexcept;

    /// Bytes that have been stored since reset(), about.
    std::size_t used() const noexcept { return m_stored; }
    /// Bytes held from the system.
    std::size_t capacity() const noexcept;

private:
    struct Block {
        std::unique_ptr<char[]> data; // NOLINT(modernize-avoid-c-arrays): sized at run time.
        std::size_t size = 0;
    };
    std::vector<Block> m_blocks;
    std::size_t m_block = 0;  ///< Index of the block being filled.
    std::size_t m_used = 0;   ///< Bytes used in that block.
    std::size_t m_stored = 0; ///< Bytes stored since reset().
};

/// One value of a row: bytes elsewhere, NULL, or an id that is known only once its row is written.
class Cell {
public:
    /// NULL.
    constexpr Cell() = default;

    /// Bytes owned by an Arena (or a literal) that outlives the cell.
    constexpr Cell(const char* data, std::size_t size)
        : m_data(data), m_size(static_cast<std::uint32_t>(size))
    {
    }
    constexpr explicit Cell(std::string_view bytes) : Cell(bytes.data(), bytes.size()) {}

    /// The id that row `row` of keyed table `table` will get; resolved by the writer.
    static constexpr Cell id_of_row(std::size_t table, std::size_t row)
    {
        Cell cell;
        cell.m_size = static_cast<std::uint32_t>((row << k_table_bits | table) + 1);
        return cell;
    }

    constexpr bool is_null() const { return m_data == nullptr && m_size == 0; }
    constexpr bool is_pending_id() const { return m_data == nullptr && m_size != 0; }
    constexpr std::size_t pending_table() const
    {
        return (m_size - 1) & ((1U << k_table_bits) - 1);
    }
    constexpr std::size_t pending_row() const { return (m_size - 1) >> k_table_bits; }

    /// The bytes; empty for NULL.
    constexpr std::string_view text() const
    {
        return m_data == nullptr ? std::string_view{} : std::string_view{m_data, m_size};
    }

    /// True for NULL and for the empty string: what `merge` does not let overwrite.
    constexpr bool is_empty() const { return m_size == 0; }

    friend bool operator==(const Cell& a, const Cell& b)
    {
        return (a.m_data == nullptr) == (b.m_data == nullptr) && a.m_size == b.m_size &&
               (a.m_data == b.m_data || a.m_data == nullptr ||
                std::memcmp(a.m_data, b.m_data, a.m_size) == 0);
    }

private:
    static constexpr unsigned k_table_bits = 6;
    const char* m_data = nullptr;
    std::uint32_t m_size = 0;
};

/// Rows of one table, row-major. Which column is which says the plan the set was made for.
class RowSet {
public:
    explicit RowSet(std::size_t columns = 0) : m_columns(columns) {}

    std::size_t columns() const { return m_columns; }
    std::size_t rows() const { return m_record.size(); }
    bool empty() const { return m_record.empty(); }

    /// Appends a row of NULLs that belongs to record `record` and hangs below row `parent` of its
    /// parent's table; returns its cells.
    Cell* add_row(std::uint32_t record, std::uint32_t parent = 0)
    {
        m_record.push_back(record);
        m_parent.push_back(parent);
        m_cells.resize(m_cells.size() + m_columns);
        return m_cells.data() + m_cells.size() - m_columns;
    }

    /// Takes the last row back.
    void drop_last_row()
    {
        m_record.pop_back();
        m_parent.pop_back();
        m_cells.resize(m_cells.size() - m_columns);
    }

    const Cell* row(std::size_t index) const { return m_cells.data() + index * m_columns; }
    Cell* row(std::size_t index) { return m_cells.data() + index * m_columns; }
    const Cell& cell(std::size_t row, std::size_t column) const
    {
        return m_cells[row * m_columns + column];
    }
    Cell& cell(std::size_t row, std::size_t column) { return m_cells[row * m_columns + column]; }

    /// The record (index of the root row in its batch) that a row belongs to.
    std::uint32_t record(std::size_t row) const { return m_record[row]; }
    /// Its parent's row in the parent's table.
    std::uint32_t parent_row(std::size_t row) const { return m_parent[row]; }

    /// Forgets the rows, keeps columns and memory.
    void clear()
    {
        m_cells.clear();
        m_record.clear();
        m_parent.clear();
    }

    /// Forgets the rows and changes the number of columns.
    void reshape(std::size_t columns)
    {
        clear();
        m_columns = columns;
    }

private:
    std::size_t m_columns;
    std::vector<Cell> m_cells;
    std::vector<std::uint32_t> m_record;
    std::vector<std::uint32_t> m_parent;
};

/// Reads an unsigned id as servers print it; 0 for anything else (0 is never a key).
std::uint32_t parse_id(std::string_view text) noexcept;

} // namespace datasync
