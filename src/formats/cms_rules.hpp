// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What files of static blocks and of pages have in common: their stores.
#pragma once

#include "formats/name_list.hpp"

#include <string>
#include <string_view>

namespace datasync::formats {

inline constexpr std::string_view k_stores = "stores";

/// The stores of a block or page. They belong to what it is known by; where a record names none, it
/// is for all of them, which shops write as store 0.
class CmsRules : public RecordRules {
public:
    CmsRules(std::string_view table, const Header& header, Shape& shape)
        : m_stores({k_stores, table, "store_id"}, header, shape)
    {
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        if (m_stores.read(cells, record) == 0) { m_stores.add(record, k_all_stores); }
    }

    /// A cell of the key, as EntityFormat::key_part().
    static std::string key_part(std::string_view column, std::string_view text);

private:
    static constexpr std::string_view k_all_stores = "0";

    NameList m_stores;
};

} // namespace datasync::formats
