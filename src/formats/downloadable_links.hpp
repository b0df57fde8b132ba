// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The files that customers who have bought a product may download.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <cstddef>
#include <optional>

namespace datasync::formats {

/// The column `downloadable_links`: a JSON array.
class DownloadableLinkRules : public RecordRules {
public:
    /// Adds the tables and their fields to `shape` when the file has the column.
    DownloadableLinkRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    void add_prices(FileRecord& record, std::size_t row, const ListMember& link) const;

    std::optional<std::size_t> m_column;
    std::optional<MemberRows> m_links;
    std::size_t m_type = 0;
    std::size_t m_sample_type = 0;
    std::optional<StoreRows> m_titles;
    std::optional<MemberRows> m_prices;
    std::size_t m_price = 0;
    std::size_t m_website = 0;
};

} // namespace datasync::formats
