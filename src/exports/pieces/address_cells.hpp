// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// An address in the columns behind "billing_" and "shipping_".
#pragma once

#include "exports/piece.hpp"
#include "schema/region_names.hpp"

#include <array>

namespace datasync::exports {

/// Writes addresses of one table into columns of one role.
class AddressCells {
public:
    /// `regions` outlives the object.
    AddressCells(const PieceTools& tools, std::string_view role, std::string_view table,
                 const schema::RegionNames& regions);

    /// Fills the columns from that row. An address that a file cannot hold is left out with a
    /// remark.
    void write(const TableReader& rows, std::uint32_t row, OutRecord& record) const;

private:
    std::string region(const TableReader& rows, std::uint32_t row, OutRecord& record) const;

    const PieceTools& m_tools;
    std::string_view m_role;
    std::string_view m_table;
    const schema::RegionNames& m_regions;
    std::vector<std::pair<std::string_view, std::optional<std::size_t>>> m_columns;
};

/// The names of the columns of that role.
std::vector<std::string_view> address_columns(std::string_view role);

} // namespace datasync::exports
