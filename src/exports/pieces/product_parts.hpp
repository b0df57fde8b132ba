// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a product shows and lets its buyers choose: pictures, options, downloads.
#pragma once

#include "exports/piece.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// Fills the column `media_gallery` with JSON.
class Gallery : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    const PieceTools* m_tools = nullptr;
    std::optional<std::size_t> m_column;
    std::optional<TableReader> m_pictures;
    std::optional<TableReader> m_values;
};

/// Fills the column `super_attributes` with JSON.
class SuperAttributes : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    const PieceTools* m_tools = nullptr;
    std::optional<std::size_t> m_column;
    std::optional<TableReader> m_attributes;
    std::optional<TableReader> m_labels;
    std::optional<TableReader> m_pricing;
};

/// Fills the column `custom_options` with JSON.
class CustomOptions : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::string values_of(OutRecord& record, std::uint32_t option) const;

    const PieceTools* m_tools = nullptr;
    std::optional<std::size_t> m_column;
    std::optional<TableReader> m_options;
    std::optional<TableReader> m_titles;
    std::optional<TableReader> m_prices;
    std::optional<TableReader> m_values;
    std::optional<TableReader> m_value_titles;
    std::optional<TableReader> m_value_prices;
};

/// Fills the column `downloadable_links` with JSON.
class Downloads : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    const PieceTools* m_tools = nullptr;
    std::optional<std::size_t> m_column;
    std::optional<TableReader> m_links;
    std::optional<TableReader> m_titles;
    std::optional<TableReader> m_prices;
};

} // namespace datasync::exports
