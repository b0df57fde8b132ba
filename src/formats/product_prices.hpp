// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Prices of a product for groups of customers, and for those who buy more.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace datasync::formats {

/// The column `tier_prices` or `group_prices`: prices between bars, group:quantity:price or
/// group:price, or a JSON array.
class GroupPriceRules : public RecordRules {
public:
    enum class Kind : std::uint8_t { tier, group };

    /// Adds the table and its fields to `shape` when the file has the column.
    GroupPriceRules(Kind kind, const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    void add(const Cells& cells, FileRecord& record, const ListMember& price) const;

    Kind m_kind;
    std::optional<std::size_t> m_column;
    std::optional<MemberRows> m_rows;
    std::size_t m_all_groups = 0;
    std::size_t m_group = 0;
    std::size_t m_quantity = 0;
    std::size_t m_value = 0;
    std::size_t m_is_percent = 0;
    std::size_t m_website = 0;
};

} // namespace datasync::formats
