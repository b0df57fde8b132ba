// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/batch_view.hpp"

namespace datasync::exports {

void BatchView::show(const EntityBatch& batch)
{
    m_batch = &batch;
    m_rows.resize(m_plan.tables.size());
    m_values.resize(m_plan.tables.size());
    for (auto& values : m_values) { values.clear(); }
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        if (m_plan.tables[t].kind == schema::TableKind::values) {
            find_values(t);
        } else {
            sort_rows(t);
        }
    }
    m_names.resize(batch.reference_keys.size());
    for (std::size_t i = 0; i < batch.reference_keys.size(); ++i) {
        m_names[i].clear();
        const auto& rows = batch.reference_keys[i].rows;
        for (std::size_t row = 0; row < rows.rows() && rows.columns() > 1; ++row) {
            m_names[i].emplace(parse_id(rows.cell(row, 0).text()), rows.cell(row, 1).text());
        }
    }
}

void BatchView::sort_rows(std::size_t table)
{
    const auto& rows = m_batch->tables[table];
    auto& [first, order] = m_rows[table];
    first.assign(records() + 1, 0);
    for (std::size_t row = 0; row < rows.rows(); ++row) { ++first[rows.record(row) + 1]; }
    for (std::size_t record = 1; record < first.size(); ++record) {
        first[record] += first[record - 1];
    }
    order.resize(rows.rows());
    auto next = first;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        order[next[rows.record(row)]++] = static_cast<std::uint32_t>(row);
    }
}

void BatchView::find_values(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& rows = m_batch->tables[table];
    auto& values = m_values[static_cast<std::size_t>(plan.parent)];
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto* cells = rows.row(row);
        const auto store = plan.store < 0 ? 0 : parse_id(cells[plan.store].text());
        const auto attribute = parse_id(cells[plan.attribute].text());
        values.emplace(value_key(rows.parent_row(row), attribute, store), &cells[plan.value]);
    }
}

std::span<const std::uint32_t> BatchView::rows(std::size_t table, std::uint32_t record) const
{
    const auto& [first, order] = m_rows[table];
    return std::span(order).subspan(first[record], first[record + 1] - first[record]);
}

const Cell* BatchView::value(std::size_t owner, std::uint32_t row, std::uint32_t attribute,
                             std::uint32_t store) const
{
    const auto found = m_values[owner].find(value_key(row, attribute, store));
    return found == m_values[owner].end() ? nullptr : found->second;
}

std::optional<std::string_view> BatchView::name(std::string_view type, std::uint32_t id) const
{
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (m_batch->reference_keys[i].type != type) { continue; }
        const auto found = m_names[i].find(id);
        if (found != m_names[i].end()) { return found->second; }
    }
    return std::nullopt;
}

} // namespace datasync::exports
