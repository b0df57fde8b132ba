// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/derived_tables.hpp"

#include "db/sql_text.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/settings.hpp"

#include <fmt/format.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_orders = "sales_flat_order";

/// "firstname middlename lastname" of an address, as the shop itself writes it into its grids.
std::string name_of(std::string_view address)
{
    return fmt::format("TRIM(REPLACE(CONCAT(IFNULL({0}.firstname, ''), ' ', "
                       "IFNULL({0}.middlename, ''), ' ', IFNULL({0}.lastname, '')), '  ', ' '))",
                       address);
}

} // namespace

GridReader grid_reader(const Shop& source, const EntitySpec& spec, const TableSpec& grid)
{
    const auto& root = source.require_table(spec.root().table);
    GridReader reader;
    reader.key = fmt::format("r.{}", db::quoted(spec.root().key));
    reader.from = source.quoted_table(root.name) + " r";
    const auto join = [&](std::string_view table, std::string_view alias, std::string_view column,
                          std::string_view own) {
        reader.from +=
            fmt::format(" LEFT JOIN {0} {1} ON {1}.{2} = r.{3}", source.quoted_table(table), alias,
                        db::quoted(column), db::quoted(own));
    };
    reader.grid = source.find_table(grid.table);
    if (reader.grid != nullptr) { join(grid.table, "g", grid.parent_column, spec.root().key); }
    join("sales_flat_order_address", "billing", "entity_id", "billing_address_id");
    join("sales_flat_order_address", "shipping", "entity_id", "shipping_address_id");
    reader.has_order = root.find("order_id") != nullptr;
    if (reader.has_order) { join(k_orders, "o", "entity_id", "order_id"); }
    return reader;
}

std::string GridReader::column(std::string_view name, const ColumnType& type) const
{
    const auto in_grid = grid != nullptr && grid->find(name) != nullptr
                             ? fmt::format("g.{}", db::quoted(name))
                             : std::string("NULL");
    // What the shop shows is kept; where it has lost the row, it is made as the shop would.
    const auto made = [&](const std::string& expression) {
        return fmt::format("IFNULL({}, LEFT({}, {}))", in_grid, expression,
                           type.max_chars == 0 ? 255 : type.max_chars);
    };
    if (name == "billing_name") { return made(name_of("billing")); }
    if (name == "shipping_name") {
        return made(fmt::format("IF(shipping.entity_id IS NULL, NULL, {})", name_of("shipping")));
    }
    if (has_order && name == "order_increment_id") { return "o.increment_id"; }
    if (has_order && name == "order_created_at") { return "o.created_at"; }
    return in_grid == "NULL" ? std::string() : in_grid;
}

bool keeps_list(const Shop& shop, const AggregatePlan& plan, const TableSpec& link)
{
    if (link.older_list.empty() || shop.find_table(link.table) != nullptr) { return false; }
    const int parent = plan.find(link.parent);
    return parent >= 0 && shop.require_table(link.parent).find(link.older_list) != nullptr;
}

ListReader list_reader(const Shop& source, const EntitySpec& spec, const TableSpec& link)
{
    const auto member = setting_table(link.references.front().to);
    ListReader reader;
    reader.parent = fmt::format("r.{}", db::quoted(spec.root().key));
    reader.member = fmt::format("m.{}", db::quoted(member.id));
    reader.from = fmt::format("{} r JOIN {} m ON FIND_IN_SET({}, REPLACE(r.{}, ' ', ''))",
                              source.quoted_table(link.parent), source.quoted_table(member.table),
                              reader.member, db::quoted(link.older_list));
    return reader;
}

std::string list_expression(const Shop& source, const EntitySpec& spec, const TableSpec& link)
{
    const auto member = db::quoted(link.references.front().column);
    return fmt::format("(SELECT GROUP_CONCAT({0} ORDER BY {0}) FROM {1} WHERE {2} = {3}.{4})",
                       "l." + member, source.quoted_table(link.table) + " l",
                       "l." + db::quoted(link.parent_column), source.quoted_table(link.parent),
                       db::quoted(spec.root().key));
}

} // namespace datasync::schema
