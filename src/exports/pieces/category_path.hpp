// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where a category stands, as the names from the top down to its own.
#pragma once

#include "exports/piece.hpp"
#include "schema/category_tree.hpp"

namespace datasync::exports {

/// Fills the column `path`: "/Default Category/Mugs/Sale".
class CategoryPath : public Piece {
public:
    explicit CategoryPath(const schema::Shop& shop) : m_tree(shop) {}

    std::vector<std::string_view> columns() const override;
    void add_fields(formats::Shape& shape) const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    schema::CategoryTree m_tree;
    std::optional<TableReader> m_root;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
