// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The columns that say what a product has in stock; files of products have them too.
#pragma once

#include "formats/entity_format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace datasync::formats {

/// All but `qty`, which some files need and others may have.
inline constexpr std::array k_stock_columns = {
    Column{.name = "is_in_stock", .kind = CellKind::flag},
    Column{.name = "manage_stock", .kind = CellKind::flag},
    Column{.name = "use_config_manage_stock", .kind = CellKind::flag},
    Column{.name = "min_qty", .kind = CellKind::decimal},
    Column{.name = "use_config_min_qty", .kind = CellKind::flag},
    Column{.name = "min_sale_qty", .kind = CellKind::decimal},
    Column{.name = "use_config_min_sale_qty", .kind = CellKind::flag},
    Column{.name = "max_sale_qty", .kind = CellKind::decimal},
    Column{.name = "use_config_max_sale_qty", .kind = CellKind::flag},
    Column{.name = "backorders", .kind = CellKind::whole},
    Column{.name = "use_config_backorders", .kind = CellKind::flag},
    Column{.name = "notify_stock_qty", .kind = CellKind::decimal},
    Column{.name = "use_config_notify_stock_qty", .kind = CellKind::flag},
    Column{.name = "qty_increments", .kind = CellKind::decimal},
    Column{.name = "use_config_qty_increments", .kind = CellKind::flag},
    Column{.name = "enable_qty_increments", .kind = CellKind::flag},
    Column{.name = "use_config_enable_qty_inc", .kind = CellKind::flag},
    Column{.name = "is_qty_decimal", .kind = CellKind::flag},
    Column{.name = "is_decimal_divided", .kind = CellKind::flag},
    Column{.name = "low_stock_date", .kind = CellKind::moment},
};

/// Makes the stock item of a record.
class StockRules : public RecordRules {
public:
    /// Adds the table and its fields to `shape`, unless the file says nothing of stock.
    StockRules(const Header& header, Shape& shape);
    void read(const Cells& cells, FileRecord& record) override;

private:
    struct Given {
        std::size_t column;
        CellKind kind;
        std::size_t field;
        std::optional<std::size_t> switch_off; ///< Field that else leaves it to the configuration.
    };

    std::size_t m_table = 0;
    std::size_t m_stock_id = 0;
    std::optional<std::size_t> m_qty; ///< Column.
    std::optional<std::size_t> m_in_stock_if_new;
    std::vector<Given> m_given;
};

} // namespace datasync::formats
