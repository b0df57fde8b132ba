// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The products that a product leads to and consists of.
#pragma once

#include "exports/piece.hpp"
#include "formats/product_links.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// Fills the columns with SKUs of related products, children and members.
class ProductLinks : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void add_fields(formats::Shape& shape) const override;
    std::string_view referred_type() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    /// The value that a link has of an attribute, "relation/position"; empty for none.
    std::string value_of(const TableReader& rows, std::uint32_t record, std::uint32_t link,
                         std::string_view attribute) const;
    /// A product that it leads to, in the order in which these are shown.
    struct Member {
        std::uint32_t place;
        std::uint32_t row; ///< Of the link.
        std::string sku;

        auto operator<=>(const Member&) const = default;
    };
    std::vector<Member> linked(OutRecord& record, const formats::LinkColumn& kind) const;
    void write_members(OutRecord& record) const;
    void put_skus(OutRecord& record, std::string_view column, std::vector<std::string> skus) const;

    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_links;
    std::optional<TableReader> m_places;
    std::optional<TableReader> m_quantities;
    std::optional<TableReader> m_children;
};

/// Fills the column `bundle_options` with JSON.
class BundleOptions : public Piece {
public:
    std::vector<std::string_view> columns() const override;
    void add_fields(formats::Shape& shape) const override;
    std::string_view referred_type() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::string selections_of(OutRecord& record, std::uint32_t option) const;

    const PieceTools* m_tools = nullptr;
    std::optional<std::size_t> m_column;
    std::optional<TableReader> m_options;
    std::optional<TableReader> m_titles;
    std::optional<TableReader> m_selections;
};

} // namespace datasync::exports
