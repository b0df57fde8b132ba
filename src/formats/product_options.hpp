// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that customers choose from when they buy a product.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <cstddef>
#include <optional>

namespace datasync::formats {

/// The column `custom_options`: a JSON array, or options between semicolons,
/// Title:type:required:Value=price|Value=price.
class CustomOptionRules : public RecordRules {
public:
    /// Adds the tables and their fields to `shape` when the file has the column.
    CustomOptionRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

    /// Of the record read last: whether it has options, and whether one has to be chosen.
    bool has_options() const { return m_has_options; }
    bool has_required() const { return m_has_required; }
    bool is_in_file() const { return m_column.has_value(); }

private:
    void add(FileRecord& record, const ListMember& option, std::string_view position) const;

    std::optional<std::size_t> m_column;
    std::optional<MemberRows> m_options;
    std::optional<StoreRows> m_titles;
    std::optional<StoreRows> m_prices;
    std::optional<MemberRows> m_values;
    std::optional<StoreRows> m_value_titles;
    std::optional<StoreRows> m_value_prices;
    bool m_has_options = false;
    bool m_has_required = false;
};

} // namespace datasync::formats
