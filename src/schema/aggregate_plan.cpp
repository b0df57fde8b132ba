// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/aggregate_plan.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "schema/derived_tables.hpp"
#include "schema/plan_columns.hpp"
#include "schema/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace datasync::schema {

namespace {

/// Builds a plan table by table.
class Planner {
public:
    Planner(const EntitySpec& spec, const Shop& source, const Shop& target, StockMode stock,
            std::span<const std::uint32_t> chosen)
        : m_source(source),
          m_target(target),
          m_columns(spec, source, target, chosen),
          m_stock(stock)
    {
        m_plan.spec = &spec;
    }

    AggregatePlan run()
    {
        for (const auto& table : m_plan.spec->tables) {
            if (!table.is_stock || m_stock != StockMode::exclude) { add_rows(table); }
        }
        for (const auto& table : m_plan.spec->tables) { add_values(table); }
        plan_tree();
        for (const auto& condition : m_plan.spec->conditions) { add_condition(condition); }
        find_holders();
        for (const auto table : m_plan.spec->left_behind) { report_table(table); }
        return std::move(m_plan);
    }

private:
    void add_rows(const TableSpec& spec)
    {
        const bool is_root = m_plan.tables.empty();
        if (is_root) {
            m_source.require_table(spec.table);
            m_target.require_table(spec.table);
        }
        PlannedTable table;
        table.spec = &spec;
        table.name = spec.table;
        table.kind = is_root             ? TableKind::root
                     : spec.is_grid      ? TableKind::grid
                     : !spec.key.empty() ? TableKind::part
                                         : TableKind::set;
        const bool lost_parent = !spec.parent.empty() && m_plan.find(spec.parent) < 0;
        if (lost_parent) {
            report_table(spec.table);
            return;
        }
        if (spec.is_grid) {
            if (m_target.find_table(spec.table) == nullptr) { return; }
            add_grid_columns(table);
        } else if (keeps_list(m_source, m_plan, spec)) {
            if (m_target.find_table(spec.table) == nullptr) { return; }
            add_list_members(table);
        } else {
            if (keeps_list(m_target, m_plan, spec)) {
                add_list_column(spec);
                return;
            }
            if (!both_have(spec.table)) { return; }
            add_columns(table);
        }
        table.key = table.find(spec.key);
        table.parent = spec.parent.empty() ? -1 : m_plan.find(spec.parent);
        table.parent_column = table.find(spec.parent_column);
        for (const auto column : spec.row_key) { table.row_key.push_back(table.find(column)); }
        require_columns(table);
        m_plan.tables.push_back(std::move(table));
    }

    void add_grid_columns(PlannedTable& table)
    {
        const auto& root = m_plan.root();
        const auto* from = m_source.find_table(table.name);
        const auto reader = grid_reader(m_source, *m_plan.spec, *table.spec);
        table.read_from = reader.from;
        for (const auto& column : m_target.require_table(table.name).columns) {
            PlannedColumn planned;
            planned.name = column.name;
            planned.source_type = planned.target_type = column.type;
            planned.target_default = column.default_value;
            planned.has_default = column.has_default;
            planned.root_column = root.find(column.name);
            planned.read_as = planned.root_column >= 0 ? std::string("NULL")
                                                       : reader.column(column.name, column.type);
            planned.is_number =
                planned.root_column >= 0 &&
                root.columns[static_cast<std::size_t>(planned.root_column)].is_number;
            if (column.name == table.spec->parent_column) {
                planned.read_as = reader.key;
            } else if (planned.read_as.empty()) {
                continue;
            } else if (planned.root_column < 0 && from != nullptr &&
                       from->find(column.name) != nullptr) {
                planned = m_columns.plan(table, *from->find(column.name), column);
                planned.read_as = reader.column(column.name, column.type);
            }
            table.columns.push_back(std::move(planned));
        }
        add_constants(table);
        if (from == nullptr) { return; }
        for (const auto& column : from->columns) {
            if (m_target.require_table(table.name).find(column.name) == nullptr) {
                report_column(table, column);
            }
        }
    }

    /// Rows of a link table that the source keeps as a list in their parent.
    void add_list_members(PlannedTable& table)
    {
        const auto& to = m_target.require_table(table.name);
        const auto reader = list_reader(m_source, *m_plan.spec, *table.spec);
        table.read_from = reader.from;
        const auto add = [&](std::string_view name, const std::string& read_as) {
            const auto* column = to.find(name);
            if (column == nullptr) { return; }
            table.columns.push_back(m_columns.plan(table, *column, *column));
            table.columns.back().read_as = read_as;
        };
        add(table.spec->parent_column, reader.parent);
        add(table.spec->references.front().column, reader.member);
        add_constants(table);
    }

    /// The list of an older destination, made of the source's link table.
    void add_list_column(const TableSpec& spec)
    {
        auto& parent = m_plan.tables[static_cast<std::size_t>(m_plan.find(spec.parent))];
        if (parent.find(spec.older_list) >= 0 || m_source.find_table(spec.table) == nullptr) {
            return;
        }
        const auto* column = m_target.require_table(parent.name).find(spec.older_list);
        parent.columns.push_back(m_columns.plan(parent, *column, *column));
        parent.columns.back().read_as = list_expression(m_source, *m_plan.spec, spec);
    }

    /// The path says below what a record stands, and how deep; shops have other columns for both
    /// that may be wrong.
    void plan_tree()
    {
        const auto& tree = m_plan.spec->tree;
        if (tree.path.empty()) { return; }
        auto& root = m_plan.tables.front();
        const auto path = db::quoted(tree.path);
        m_plan.source_depth = fmt::format("(LENGTH({0}) - LENGTH(REPLACE({0}, '/', '')))", path);
        for (auto& column : root.columns) {
            if (column.name == tree.depth) { column.read_as = m_plan.source_depth; }
            if (column.name == tree.parent) {
                column.read_as = fmt::format("IF(LOCATE('/', {0}) = 0, 0, SUBSTRING_INDEX("
                                             "SUBSTRING_INDEX({0}, '/', -2), '/', 1))",
                                             path);
            }
            column.is_for_new = column.name == tree.descendants;
        }
    }

    void add_condition(const RootCondition& condition)
    {
        const auto sql = condition_sql(m_source, condition);
        m_plan.source_condition += " AND " + sql;
        if (!condition.reports_others) { return; }
        const auto& root = m_plan.root().name;
        const auto others = m_source.connection().value(
            fmt::format("SELECT COUNT(*) FROM {} WHERE NOT ({}) AND {}",
                        m_source.quoted_table(root), sql, m_columns.is_chosen()));
        if (others.value_or("0") == "0") { return; }
        m_plan.warnings.push_back(
            fmt::format("table {}: {} rows whose {} is not \"{}\" are not carried over", root,
                        *others, condition.column, condition.value));
    }

    void find_holders()
    {
        for (auto& table : m_plan.tables) {
            for (const auto& holder : table.spec->held_by) {
                const int held = m_plan.find(holder.table);
                if (held < 0) { continue; }
                const int column =
                    m_plan.tables[static_cast<std::size_t>(held)].find(holder.column);
                if (column < 0) { continue; }
                table.holders.push_back(
                    {static_cast<std::size_t>(held), static_cast<std::size_t>(column)});
            }
        }
    }

    void add_values(const TableSpec& owner)
    {
        if (owner.eav.entity_type_code.empty()) { return; }
        const int parent = m_plan.find(owner.table);
        if (parent < 0) { return; }
        for (const auto backend : k_backends) {
            const auto name = fmt::format("{}_{}", owner.table, backend);
            if (!both_have(name)) { continue; }
            PlannedTable table;
            table.spec = &owner;
            table.name = name;
            table.kind = TableKind::values;
            table.parent = parent;
            add_columns(table);
            table.parent_column = table.find("entity_id");
            table.attribute = table.find("attribute_id");
            table.value = table.find("value");
            table.store = owner.eav.store_scoped ? table.find("store_id") : -1;
            table.row_key = {table.attribute};
            if (table.store >= 0) { table.row_key.push_back(table.store); }
            require_columns(table);
            m_plan.tables.push_back(std::move(table));
        }
    }

    bool has_rows(std::string_view name) const
    {
        return m_source.find_table(name) != nullptr &&
               m_source.connection().value("SELECT 1 FROM " + m_source.quoted_table(name) +
                                           " LIMIT 1");
    }

    bool both_have(std::string_view name)
    {
        const bool here = m_source.find_table(name) != nullptr;
        if (here && m_target.find_table(name) != nullptr) { return true; }
        if (has_rows(name)) {
            m_plan.warnings.push_back(fmt::format(
                "table {} does not exist on the destination: its rows are left behind", name));
        }
        return false;
    }

    void report_table(std::string_view name)
    {
        if (!has_rows(name)) { return; }
        m_plan.warnings.push_back(
            fmt::format("table {} is not carried over: its rows are left behind", name));
    }

    void add_columns(PlannedTable& table)
    {
        const auto& from = m_source.require_table(table.name);
        const auto& to = m_target.require_table(table.name);
        const bool is_values = table.kind == TableKind::values;
        const bool is_eav = !table.spec->eav.entity_type_code.empty();
        for (const auto& column : from.columns) {
            // The id of a value row and the entity type are the destination's own.
            if (is_values && column.auto_increment) { continue; }
            if (is_eav && column.name == "entity_type_id") { continue; }
            if (table.spec->is_given && !identifies(column.name)) { continue; }
            const auto* counterpart = to.find(column.name);
            if (counterpart == nullptr || counterpart->generated) {
                if (counterpart == nullptr && !becomes_rows(table, column.name)) {
                    report_column(table, column);
                }
                continue;
            }
            if (counterpart->auto_increment && counterpart->name != table.spec->key) { continue; }
            table.columns.push_back(m_columns.plan(table, column, *counterpart));
        }
        add_constants(table);
    }

    /// Whether a column of the root says which record it is; of what is only looked up, nothing
    /// else is read.
    bool identifies(std::string_view column) const
    {
        const auto& spec = *m_plan.spec;
        const auto key = spec.natural_key.columns;
        return column == spec.root().key || column == spec.label_column ||
               std::find(key.begin(), key.end(), column) != key.end();
    }

    /// What the destination wants beside the columns that both sides have.
    void add_constants(PlannedTable& table) const
    {
        for (const auto& column : m_target.require_table(table.name).columns) {
            if (column.auto_increment && column.name != table.spec->key) {
                table.row_id = column.name;
            } else if (!column.has_default && table.find(column.name) < 0 &&
                       column.name != "entity_type_id") {
                table.constants.push_back({column.name, implicit_default(column.type)});
            }
        }
    }

    /// Whether an older shop's list arrives as rows of a link table.
    bool becomes_rows(const PlannedTable& table, std::string_view column) const
    {
        const auto& tables = m_plan.spec->tables;
        return std::any_of(tables.begin(), tables.end(), [&](const TableSpec& other) {
            return other.parent == table.name && other.older_list == column &&
                   m_target.find_table(other.table) != nullptr;
        });
    }

    void report_column(const PlannedTable& table, const Column& column)
    {
        if (auto warning = m_columns.left_behind(table, column)) {
            m_plan.warnings.push_back(std::move(*warning));
        }
    }

    void require_columns(const PlannedTable& table) const
    {
        const auto missing = [&](int index, std::string_view column) {
            if (index >= 0 || column.empty()) { return; }
            fatal(ExitCode::refused,
                  "table {} lacks the column {} on the source or the destination", table.name,
                  column);
        };
        const bool is_values = table.kind == TableKind::values;
        missing(table.parent_column, is_values ? "entity_id" : table.spec->parent_column);
        if (is_values) {
            missing(table.attribute, "attribute_id");
            missing(table.value, "value");
        } else {
            missing(table.key, table.spec->key);
            for (std::size_t i = 0; i < table.row_key.size(); ++i) {
                missing(table.row_key[i], table.spec->row_key[i]);
            }
        }
    }

    const Shop& m_source;
    const Shop& m_target;
    ColumnPlanner m_columns;
    StockMode m_stock;
    AggregatePlan m_plan;
};

} // namespace

int PlannedTable::find(std::string_view column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const PlannedColumn& c) { return c.name == column; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

int AggregatePlan::find(std::string_view table) const
{
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const PlannedTable& t) { return t.name == table; });
    return found == tables.end() ? -1 : static_cast<int>(found - tables.begin());
}

int AggregatePlan::find_type(std::string_view type) const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const PlannedTable& t) {
        return t.is_keyed() && t.spec->type == type;
    });
    return found == tables.end() ? -1 : static_cast<int>(found - tables.begin());
}

int AggregatePlan::find_part(std::string_view type) const
{
    const int table = find_type(type);
    return table == 0 ? -1 : table;
}

void AggregatePlan::set_attributes(int owner, EavMap map)
{
    const auto type_id = std::to_string(map.target_entity_type_id);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto& table = tables[i];
        const bool belongs = static_cast<int>(i) == owner ||
                             (table.kind == TableKind::values && table.parent == owner);
        if (belongs) { table.constants.push_back({"entity_type_id", type_id}); }
    }
    eav[owner] = std::move(map);
}

bool AggregatePlan::covers(const PlannedTable& table, const Cell* cells) const
{
    if (table.is_for_new) { return false; }
    if (table.covered_column >= 0) {
        const auto text = cells[table.covered_column].text();
        return std::find(table.covered.begin(), table.covered.end(), text) != table.covered.end();
    }
    if (table.kind != TableKind::values || !covered_values) { return true; }
    const auto store = table.store < 0 ? 0 : parse_id(cells[table.store].text());
    return covered_values->contains({parse_id(cells[table.attribute].text()), store});
}

std::vector<std::string> AggregatePlan::root_columns() const
{
    std::vector<std::string> names;
    for (const auto& column : root().columns) { names.push_back(column.name); }
    return names;
}

std::vector<std::string> spec_tables(const EntitySpec& spec)
{
    std::vector<std::string> names;
    for (const auto& table : spec.tables) {
        names.emplace_back(table.table);
        if (table.eav.entity_type_code.empty()) { continue; }
        for (const auto backend : k_backends) {
            names.push_back(fmt::format("{}_{}", table.table, backend));
        }
    }
    return names;
}

AggregatePlan make_plan(const EntitySpec& spec, const Shop& source, const Shop& target,
                        StockMode stock, std::span<const std::uint32_t> chosen)
{
    return Planner(spec, source, target, stock, chosen).run();
}

} // namespace datasync::schema
