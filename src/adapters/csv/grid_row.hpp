// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The row that a list of the back office has for a record: most of it is the record's own.
#pragma once

#include "adapters/csv/record_fields.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace datasync::adapters {

/// Makes grid rows. What the root has as well the engine puts into them.
class GridRow {
public:
    /// Adds the table and its fields to `shape`, to which no field of the root may be added later.
    /// The shop's tables are loaded.
    GridRow(formats::Shape& shape, const schema::Shop& shop, std::string_view table,
            std::string_view root_table);

    /// Adds the row and returns its number.
    std::size_t add(formats::FileRecord& record) const;
    /// Says what the root does not have; where the shop's list has no such column, nothing.
    void set(formats::FileRecord& record, std::size_t row, std::string_view column,
             formats::Value value) const;

private:
    std::size_t m_table;
    std::map<std::string, std::size_t, std::less<>> m_own; ///< Fields that the root does not have.
};

/// "Anna Berg": first and last name as such lists show them.
std::string whole_name(std::string_view firstname, std::string_view lastname);

} // namespace datasync::adapters
