// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The votes of a review.
#pragma once

#include "exports/piece.hpp"

namespace datasync::exports {

/// Fills the column `ratings`: "Price:4|Quality:5".
class Ratings : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
