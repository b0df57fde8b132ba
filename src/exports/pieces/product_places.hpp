// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where a product is sold, and what it costs there.
#pragma once

#include "exports/piece.hpp"
#include "schema/category_tree.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// Fills the column `websites`.
class ProductWebsites : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

/// Fills the column `categories` with paths from the top.
class ProductCategories : public Piece {
public:
    explicit ProductCategories(const schema::Shop& shop) : m_tree(shop) {}
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    schema::CategoryTree m_tree;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

/// Fills the column `tier_prices` or `group_prices` with JSON.
class GroupPrices : public Piece {
public:
    GroupPrices(std::string_view column, std::string_view table) : m_name(column), m_table(table) {}
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::string_view m_name;
    std::string_view m_table;
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_rows;
    std::optional<std::size_t> m_column;
};

} // namespace datasync::exports
