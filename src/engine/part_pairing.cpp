// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/part_pairing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// Length-prefixed, so that no two contents run together.
void append_cell(std::string& text, const Cell& cell)
{
    text += cell.is_null() ? std::string("-") : std::to_string(cell.text().size());
    text += ':';
    text += cell.text();
}

bool tells_content(const schema::AggregatePlan& plan, const schema::PlannedTable& table,
                   std::size_t column, PartDates dates)
{
    const auto index = static_cast<int>(column);
    const auto& planned = table.columns[column];
    const auto& type = planned.target_type.data_type;
    // Which part another one belongs to is known only when both have been paired.
    if (planned.reference != nullptr && plan.find_part(planned.reference->to) >= 0) {
        return false;
    }
    const bool is_date = type == "timestamp" || type == "datetime";
    return index != table.key && index != table.parent_column &&
           (!is_date || dates == PartDates::counted) && planned.name != "increment_id";
}

} // namespace

std::vector<std::string> part_contents(const schema::AggregatePlan& plan, std::size_t table,
                                       const std::vector<RowSet>& tables, PartDates dates)
{
    const auto& part = plan.tables[table];
    std::vector<std::vector<std::string>> pieces(tables[table].rows());
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& values = plan.tables[t];
        if (values.kind != schema::TableKind::values || values.parent != static_cast<int>(table)) {
            continue;
        }
        for (std::size_t row = 0; row < tables[t].rows(); ++row) {
            std::string piece;
            for (const auto column : {values.attribute, values.store, values.value}) {
                if (column >= 0) {
                    append_cell(piece, tables[t].cell(row, static_cast<std::size_t>(column)));
                }
            }
            pieces[tables[t].parent_row(row)].push_back(std::move(piece));
        }
    }
    std::vector<std::string> contents(pieces.size());
    for (std::size_t row = 0; row < pieces.size(); ++row) {
        contents[row] = std::to_string(tables[table].record(row)) + ':';
        for (std::size_t c = 0; c < part.columns.size(); ++c) {
            if (tells_content(plan, part, c, dates)) {
                append_cell(contents[row], tables[table].cell(row, c));
            }
        }
        std::sort(pieces[row].begin(), pieces[row].end());
        for (const auto& piece : pieces[row]) { contents[row] += '|' + piece; }
    }
    return contents;
}

} // namespace datasync::engine
