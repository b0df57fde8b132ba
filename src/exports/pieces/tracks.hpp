// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tracks of a shipment.
#pragma once

#include "exports/piece.hpp"

namespace datasync::exports {

/// Fills the column `tracks` with JSON.
class Tracks : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
