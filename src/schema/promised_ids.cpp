// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/promised_ids.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace datasync::schema {

namespace {

/// Ids that one statement spans, and how far apart they may be.
constexpr std::uint32_t k_widest_range = 4000;
constexpr std::uint32_t k_widest_gap = 16;

bool stamps_itself(const PlannedColumn& column)
{
    const auto& type = column.target_type.data_type;
    return type == "timestamp" || type == "datetime";
}

} // namespace

void PromisedIds::write(const MappedBatch& batch)
{
    const auto id_of = [&](const Place& place) { return batch.target_ids[place.table][place.row]; };
    std::sort(m_cells.begin(), m_cells.end(), [&](const Place& a, const Place& b) {
        return std::tuple(a.table, id_of(a), a.column) < std::tuple(b.table, id_of(b), b.column);
    });
    for (std::size_t begin = 0; begin < m_cells.size();) {
        std::size_t end = begin + 1;
        while (end < m_cells.size() && m_cells[end].table == m_cells[begin].table &&
               id_of(m_cells[end]) - id_of(m_cells[begin]) < k_widest_range &&
               id_of(m_cells[end]) - id_of(m_cells[end - 1]) <= k_widest_gap) {
            ++end;
        }
        write_range({m_cells.data() + begin, end - begin}, batch);
        begin = end;
    }
    m_cells.clear();
}

void PromisedIds::write_range(std::span<const Place> cells, const MappedBatch& batch)
{
    const auto table = cells.front().table;
    const auto& plan = m_plan.tables[table];
    const auto& ids = batch.target_ids[table];
    const auto first_id = ids[cells.front().row];
    const auto key = db::quoted(plan.spec->key);

    // The n-th word of a list is the cheapest way to give each row of a range its own value.
    std::map<std::size_t, std::string> words;
    std::map<std::size_t, std::uint32_t> next;
    std::vector<std::uint32_t> rows;
    for (const auto& [cell_table, row, column] : cells) {
        auto& list = words[column];
        auto& id = next.try_emplace(column, first_id).first->second;
        for (; id < ids[row]; ++id) { list += ",NULL"; }
        const auto& named = batch.tables[table].cell(row, column);
        list += fmt::format(",{}", batch.target_ids[named.pending_table()][named.pending_row()]);
        ++id;
        if (rows.empty() || rows.back() != ids[row]) { rows.push_back(ids[row]); }
    }
    std::vector<std::string> assignments;
    for (const auto& [column, list] : words) {
        const auto name = db::quoted(plan.columns[column].name);
        assignments.push_back(
            fmt::format("{0} = IFNULL(ELT({1} - {2}{3}), {0})", name, key, first_id - 1, list));
    }
    // Named, so that none takes the time of this statement.
    for (const auto& column : plan.columns) {
        if (stamps_itself(column)) {
            assignments.push_back(fmt::format("{0} = {0}", db::quoted(column.name)));
        }
    }
    m_target.connection().execute(
        fmt::format("UPDATE {} SET {} WHERE {} IN ({})", m_target.quoted_table(plan.name),
                    fmt::join(assignments, ", "), key, db::id_list(rows)));
}

} // namespace datasync::schema
