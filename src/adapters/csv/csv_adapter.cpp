// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/csv_adapter.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::adapters {

namespace {

/// Bytes of text after which a batch is full.
constexpr std::size_t k_most_bytes = 4U << 20U;

Cell id_cell(std::uint32_t id, Arena& arena)
{
    const auto digits = fmt::format_int(id);
    return {arena.store({digits.data(), digits.size()}), digits.size()};
}

} // namespace

CsvAdapter::CsvAdapter(const Parts& parts, const schema::AggregatePlan& plan,
                       const std::vector<schema::NaturalTarget>& referenced, const Limits& limits)
    : m_parts(parts),
      m_plan(plan),
      m_limits(limits),
      m_records(referenced),
      m_values(plan, parts.places, parts.names, m_records),
      m_next_id(k_first_made_up_id)
{
    for (const auto& table : plan.tables) {
        auto& blank = m_blank_rows.emplace_back();
        for (const auto& column : table.columns) { blank.push_back(ValueCells::nothing(column)); }
    }
}

std::uint32_t CsvAdapter::make_up_id()
{
    if (++m_next_id < k_first_made_up_id) { m_next_id = k_first_made_up_id; }
    return m_next_id;
}

bool CsvAdapter::next(EntityBatch& batch)
{
    batch.clear();
    batch.tables.resize(m_plan.tables.size());
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        batch.tables[t].reshape(m_plan.tables[t].columns.size());
    }
    m_records.begin(batch);
    read_records(batch);
    if (m_count == 0) { return false; }
    if (m_parts.completion != nullptr) {
        m_parts.completion->complete({m_read.data(), m_count}, batch.arena);
    }
    for (std::size_t i = 0; i < m_count; ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        for (auto& refusal : m_read[i].refusals) {
            refuse(batch, index, refusal.field, refusal.value, std::move(refusal.message));
        }
        add(batch, index);
    }
    m_records.finish();
    batch.number = m_batches++;
    return true;
}

void CsvAdapter::read_records(EntityBatch& batch)
{
    std::vector<files::FileFault> faults;
    m_count = 0;
    while (m_count < m_limits.batch_size && (m_limits.records == 0 || m_total < m_limits.records)) {
        if (m_count == m_read.size()) { m_read.emplace_back(); }
        auto& record = m_read[m_count];
        faults.clear();
        if (!m_parts.form.next(batch.arena, record, faults)) { return; }
        ++m_count;
        ++m_total;
        auto& place = batch.places.emplace_back(FilePlace{record.line, {}});
        for (const auto& fault : faults) {
            place.fault += (place.fault.empty() ? "" : "; ") + files::words_of(fault);
        }
        const auto& key = m_parts.form.key();
        if (place.fault.empty() && !key.empty()) {
            if (const auto line = m_keys.add(key, record.line)) {
                place.fault = fmt::format("line {} has the same {}: only one of them can arrive",
                                          *line, m_parts.form.describe_key());
            }
        }
        record.is_sound = place.fault.empty();
        if (batch.arena.used() >= k_most_bytes) { return; }
    }
}

void CsvAdapter::add(EntityBatch& batch, std::uint32_t index)
{
    const auto& record = m_read[index];
    m_placed.assign(record.size(), {});
    for (std::size_t row = 0; row < record.size(); ++row) { add_row(batch, index, row); }
    for (std::size_t row = 0; row < record.size(); ++row) {
        for (const auto& entry : record[row].entries) { add_value(batch, index, row, entry); }
    }
}

void CsvAdapter::add_row(EntityBatch& batch, std::uint32_t index, std::size_t row)
{
    const auto& record = m_read[index];
    const auto table = m_parts.places.plan_table(record[row].table);
    const auto& plan = m_plan.tables[table];
    auto& rows = batch.tables[table];
    const auto parent = row == 0 ? 0 : m_placed[record[row].parent].row;
    auto* cells = rows.add_row(index, parent);
    std::copy(m_blank_rows[table].begin(), m_blank_rows[table].end(), cells);
    auto& placed = m_placed[row];
    placed.row = static_cast<std::uint32_t>(rows.rows() - 1);
    if (plan.key >= 0) {
        const bool has_id = row == 0 && !record.id.empty();
        placed.id = has_id ? Cell(record.id) : id_cell(make_up_id(), batch.arena);
        cells[plan.key] = placed.id;
    }
    if (row != 0 && plan.parent_column >= 0) {
        cells[plan.parent_column] = m_placed[record[row].parent].id;
    }
}

void CsvAdapter::add_value(EntityBatch& batch, std::uint32_t index, std::size_t row,
                           const formats::FileRecord::Entry& entry)
{
    const auto& place = m_parts.places[entry.field];
    if (!place.problem.empty()) { return; }
    const auto& value = entry.value;
    const bool keeps = value.says == formats::Says::keep;
    Cell cell;
    if (value.says == formats::Says::row) {
        cell = m_placed[value.row].id;
    } else if (!keeps) {
        cell = m_values.cell(entry.field, value, batch.arena, [&](std::string message) {
            refuse(batch, index, entry.field, value.text, std::move(message));
        });
    }
    auto& rows = batch.tables[place.table];
    if (place.attribute == nullptr) {
        rows.cell(m_placed[row].row, place.column) = cell;
        if (value.is_for_new && row == 0) { batch.for_new.emplace(index, place.column); }
        return;
    }
    if (!ValueCells::has_row(value)) { return; }
    const auto& plan = m_plan.tables[place.table];
    auto* cells = rows.add_row(index, m_placed[row].row);
    cells[plan.parent_column] = m_placed[row].id;
    cells[plan.attribute] = id_cell(place.attribute->id, batch.arena);
    if (plan.store >= 0) { cells[plan.store] = id_cell(place.store_id, batch.arena); }
    cells[plan.value] = cell;
    if (keeps) { batch.kept.emplace(place.table, rows.rows() - 1); }
}

void CsvAdapter::refuse(EntityBatch& batch, std::uint32_t index, std::size_t field,
                        std::string_view value, std::string message) const
{
    files::FileFault fault;
    fault.column = m_parts.form.shape().fields()[field].column;
    if (fault.column != 0) {
        fault.column_name = m_parts.form.reader().header()[fault.column - 1];
    } else {
        fault.column_name = m_parts.form.shape().fields()[field].name;
    }
    fault.value = std::string(value);
    fault.message = std::move(message);
    auto& text = batch.places[index].fault;
    text += (text.empty() ? "" : "; ") + files::words_of(fault);
}

} // namespace datasync::adapters
