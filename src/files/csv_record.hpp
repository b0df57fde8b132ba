// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A record of a CSV file, cell by cell.
#pragma once

#include "files/csv_format.hpp"
#include "files/file_fault.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::files {

/// A cell as it stands in its record.
struct CsvCell {
    std::string_view text;        ///< Without its quotes; "" where it is NULL.
    std::uint32_t lines_down = 0; ///< How many lines below the record's first one it begins.
    bool is_quoted = false;
    bool is_null = false; ///< `\N` outside quotes.
};

/// What CsvReader::next() fills. Texts are good until the next call, or the end of the reader.
class CsvRecord {
public:
    /// Number of cells: that of the header's columns, or less where there is a fault.
    std::size_t size() const { return m_cells.size(); }
    const CsvCell& operator[](std::size_t index) const { return m_cells[index]; }
    const std::vector<CsvCell>& cells() const { return m_cells; }

    /// The line on which the record begins, from 1.
    std::uint64_t line() const { return m_line; }

    /// The line on which a cell begins.
    std::uint64_t line_of(std::size_t index) const { return m_line + m_cells[index].lines_down; }

    /// Why the record cannot be used: it has more or fewer cells than the header. The next one can
    /// be read all the same.
    const std::optional<FileFault>& fault() const { return m_fault; }

    /// Becomes the record that values make once they are written and read again. Their bytes stay
    /// where they are.
    void assign(std::span<const CsvValue> values)
    {
        m_cells.clear();
        for (const auto& value : values) {
            m_cells.push_back(
                {.text = value.value_or(std::string_view()), .is_null = !value.has_value()});
        }
        m_fault.reset();
    }

private:
    friend class CsvReader;

    std::vector<CsvCell> m_cells;
    std::uint64_t m_line = 0;
    std::optional<FileFault> m_fault;
};

} // namespace datasync::files
