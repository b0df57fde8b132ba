// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The attributes that the children of a configurable product differ in.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <cstddef>
#include <optional>

namespace datasync::formats {

/// The column `super_attributes`: attribute codes between bars, or a JSON array with labels and
/// what each choice costs.
class SuperAttributeRules : public RecordRules {
public:
    /// Adds the tables and their fields to `shape` when the file has the column.
    SuperAttributeRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    void add(const Cells& cells, FileRecord& record, const ListMember& attribute);

    std::optional<std::size_t> m_column;
    std::optional<MemberRows> m_attributes;
    std::size_t m_attribute = 0;
    std::optional<StoreRows> m_labels;
    std::optional<MemberRows> m_pricing;
    std::size_t m_choice = 0;
    std::size_t m_amount = 0;
    std::size_t m_is_percent = 0;
    std::size_t m_website = 0;
};

} // namespace datasync::formats
