// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What makes rows of the cells of a product.
#pragma once

#include "formats/downloadable_links.hpp"
#include "formats/entity_format.hpp"
#include "formats/name_list.hpp"
#include "formats/product_images.hpp"
#include "formats/product_links.hpp"
#include "formats/product_options.hpp"
#include "formats/product_prices.hpp"
#include "formats/stock_columns.hpp"
#include "formats/super_attributes.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::formats {

/// Columns that look like attributes.
inline constexpr std::array<std::string_view, 7> k_refused_columns = {
    "tier_price",       "group_price", "gallery",      "has_options",
    "required_options", "links_exist", "minimal_price"};

inline constexpr std::string_view k_price = "price";
inline constexpr std::string_view k_price_type = "price_type";
inline constexpr std::string_view k_websites = "websites";
inline constexpr std::string_view k_category_ids = "category_ids";
inline constexpr std::string_view k_categories = "categories";

/// Everything but the links to other products, which is only checked: those products may come
/// later in the file.
class ProductRules : public RecordRules {
public:
    ProductRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    /// A column whose cells hold one of a few words, or the number behind it.
    struct Choice {
        std::size_t column;
        std::size_t field;
        std::size_t kind; ///< Index of what it is.
    };
    /// An attribute or column that a new product of its type has.
    struct Given {
        std::size_t field;
        std::string_view type;
        std::string_view value;
    };

    void add_choices(const Header& header, Shape& shape);
    void add_categories(const Header& header, Shape& shape);
    void add_stock(const Header& header, Shape& shape);
    void read_price(const Cells& cells, FileRecord& record, std::string_view type) const;
    void read_categories(const Cells& cells, FileRecord& record) const;
    void read_stock(const Cells& cells, FileRecord& record, std::string_view type);
    void mark_options(const Cells& cells, FileRecord& record, std::string_view type) const;

    std::size_t m_sku;
    std::size_t m_type;
    std::optional<std::size_t> m_price;
    std::optional<std::size_t> m_price_type; ///< Column.
    std::optional<std::size_t> m_separately; ///< Column: links are bought one by one.
    std::vector<std::pair<std::size_t, std::string_view>> m_refused;
    std::vector<Choice> m_choices;
    std::vector<Given> m_given;
    std::size_t m_new_price_type = 0;
    std::size_t m_has_options = 0;
    std::size_t m_required_options = 0;
    NameList m_websites;
    std::optional<std::size_t> m_paths; ///< Column.
    std::optional<NameList> m_category_ids;
    std::size_t m_category_table = 0;
    std::size_t m_category = 0;
    std::size_t m_category_position = 0;
    StockRules m_stock;
    bool m_has_stock;                          ///< Whether the file says anything of it.
    std::optional<std::size_t> m_stock_status; ///< Column.
    std::size_t m_stock_table = 0;
    std::size_t m_stock_id = 0;
    std::size_t m_quantity = 0;
    std::size_t m_in_stock = 0;
    GroupPriceRules m_tier_prices;
    GroupPriceRules m_group_prices;
    ImageRules m_images;
    SuperAttributeRules m_super_attributes;
    CustomOptionRules m_options;
    DownloadableLinkRules m_downloads;
    ProductLinkRules m_links;
};

} // namespace datasync::formats
