// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/promised_ids.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

namespace datasync::schema {

namespace {

/// Cells that one statement completes.
constexpr std::size_t k_most_cells = 1000;

bool stamps_itself(const PlannedColumn& column)
{
    const auto& type = column.target_type.data_type;
    return type == "timestamp" || type == "datetime";
}

} // namespace

void PromisedIds::write(const MappedBatch& batch)
{
    std::sort(m_cells.begin(), m_cells.end());
    const auto same_row = [&](std::size_t a, std::size_t b) {
        return m_cells[a].table == m_cells[b].table && m_cells[a].row == m_cells[b].row;
    };
    for (std::size_t begin = 0; begin < m_cells.size();) {
        std::size_t end = begin + 1;
        while (end < m_cells.size() && m_cells[end].table == m_cells[begin].table &&
               (end - begin < k_most_cells || same_row(end - 1, end))) {
            ++end;
        }
        write_rows({m_cells.data() + begin, end - begin}, batch);
        begin = end;
    }
    m_cells.clear();
}

void PromisedIds::write_rows(std::span<const Place> cells, const MappedBatch& batch)
{
    const auto table = cells.front().table;
    const auto& plan = m_plan.tables[table];
    std::vector<std::size_t> columns;
    for (const auto& cell : cells) { columns.push_back(cell.column); }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());

    // A row as "id, then per column the id or NULL"; the first names the columns.
    std::string rows;
    for (auto cell = cells.begin(); cell != cells.end();) {
        const auto row = cell->row;
        const bool is_first = rows.empty();
        rows += fmt::format("{} {}{}", is_first ? "SELECT" : " UNION ALL SELECT",
                            batch.target_ids[table][row], is_first ? " AS id" : "");
        for (const auto column : columns) {
            std::string value = "NULL";
            if (cell != cells.end() && cell->row == row && cell->column == column) {
                const auto& named = batch.tables[table].cell(row, column);
                value =
                    std::to_string(batch.target_ids[named.pending_table()][named.pending_row()]);
                ++cell;
            }
            rows += fmt::format(", {}{}", value, is_first ? fmt::format(" AS c{}", column) : "");
        }
    }
    std::vector<std::string> assignments;
    for (const auto column : columns) {
        const auto name = db::quoted("t", plan.columns[column].name);
        assignments.push_back(fmt::format("{0} = IFNULL(v.c{1}, {0})", name, column));
    }
    // Named, so that none takes the time of this statement.
    for (const auto& column : plan.columns) {
        if (!stamps_itself(column)) { continue; }
        assignments.push_back(fmt::format("{0} = {0}", db::quoted("t", column.name)));
    }
    m_target.connection().execute(
        fmt::format("UPDATE {} t JOIN ({}) v ON {} = v.id SET {}", m_target.quoted_table(plan.name),
                    rows, db::quoted("t", plan.spec->key), fmt::join(assignments, ", ")));
}

} // namespace datasync::schema
