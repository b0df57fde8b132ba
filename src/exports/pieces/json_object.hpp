// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// An object of a JSON list that is made of a row and what hangs below it.
#pragma once

#include "exports/piece.hpp"
#include "formats/list_cell.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// A key of the object and the column that it is made of.
struct ObjectKey {
    std::string_view key;
    std::string_view column;
    bool is_number = false; ///< As the database writes it.
};

/// Fills one object after another.
class JsonObject {
public:
    JsonObject(const PieceTools& tools, OutRecord& record) : m_tools(tools), m_record(record) {}

    void add(std::string_view key, std::string_view text);
    /// A value that is JSON already: a number as the database writes it, or a list.
    void add_raw(std::string_view key, std::string_view value);
    /// What a row has in these columns; what is empty is left out.
    void add_row(const TableReader& rows, std::uint32_t row, std::span<const ObjectKey> keys);
    /// The same of rows with a store each: `key@store` but of the default values. A store that is
    /// gone becomes a remark.
    void add_stores(const TableReader& rows, std::span<const std::uint32_t> of,
                    std::span<const ObjectKey> keys);
    /// The object, and begins the next one.
    std::string take();

private:
    const PieceTools& m_tools;
    OutRecord& m_record;
    std::string m_text;
};

/// Objects between brackets.
std::string json_list(std::span<const std::string> objects);

/// Rows in the order of a column with whole numbers, then as they came.
std::vector<std::uint32_t> in_order(const TableReader& rows, std::vector<std::uint32_t> of,
                                    std::string_view column);

} // namespace datasync::exports
