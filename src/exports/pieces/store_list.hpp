// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The stores of a block, page or review, as a list of codes.
#pragma once

#include "exports/piece.hpp"

namespace datasync::exports {

/// Fills the column `stores`.
class StoreList : public Piece {
public:
    /// `table` has a row per record and store. It outlives the piece.
    explicit StoreList(std::string_view table) : m_table(table) {}

    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::string_view m_table;
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
    bool m_is_review = false;
};

} // namespace datasync::exports
