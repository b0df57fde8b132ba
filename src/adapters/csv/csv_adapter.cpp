// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/csv_adapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace datasync::adapters {

namespace {

/// Bytes of text after which a batch is full.
constexpr std::size_t k_most_bytes = 4U << 20U;

Cell id_cell(std::uint32_t id, Arena& arena)
{
    const auto digits = fmt::format_int(id);
    return {arena.store({digits.data(), digits.size()}), digits.size()};
}

void add_fault(FilePlace& place, std::string_view words)
{
    place.fault += fmt::format("{}{}", place.fault.empty() ? "" : "; ", words);
}

/// Whether columns or attributes of the plan hold texts with ids in them.
bool has_texts(const schema::AggregatePlan& plan)
{
    return std::any_of(plan.tables.begin(), plan.tables.end(), [](const auto& table) {
        return (table.kind == schema::TableKind::values && !table.spec->eav.texts.empty()) ||
               std::any_of(table.columns.begin(), table.columns.end(),
                           [](const auto& column) { return column.text != nullptr; });
    });
}

} // namespace

CsvAdapter::CsvAdapter(const Parts& parts, const schema::AggregatePlan& plan,
                       const std::vector<schema::NaturalTarget>& referenced,
                       const schema::AttributeCodes& option_attributes, const Limits& limits)
    : m_parts(parts),
      m_plan(plan),
      m_limits(limits),
      m_records(referenced, m_made_up),
      m_values(plan, parts.places, parts.names, m_records)
{
    for (const auto& table : plan.tables) {
        auto& blank = m_blank_rows.emplace_back();
        for (const auto& column : table.columns) { blank.push_back(ValueCells::nothing(column)); }
    }
    if (has_texts(plan)) { m_text_ids.emplace(plan, referenced, option_attributes); }
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
        batch.places[i].target = m_read[i].target;
        add(batch, index);
    }
    if (m_text_ids) { m_records.add_ids(m_text_ids->collect(batch.tables)); }
    m_records.finish();
    batch.number = m_batches++;
    return true;
}

void CsvAdapter::take(EntityBatch& batch, formats::FileRecord&& record, FilePlace&& place)
{
    if (m_count == m_read.size()) { m_read.emplace_back(); }
    std::swap(m_read[m_count++], record);
    batch.places.push_back(std::move(place));
}

void CsvAdapter::read_records(EntityBatch& batch)
{
    auto* completion = m_parts.completion;
    m_count = 0;
    for (auto& [record, place] :
         m_waiting.take(m_limits.batch_size, batch.arena, [&](const formats::FileRecord& record) {
             return completion->may_come(record, m_batches);
         })) {
        take(batch, std::move(record), std::move(place));
    }
    std::vector<files::FileFault> faults;
    while (m_count < m_limits.batch_size && (m_limits.records == 0 || m_total < m_limits.records) &&
           m_waiting.size() < WaitingRecords::k_most) {
        faults.clear();
        if (!m_parts.form.next(batch.arena, m_next, faults)) { return; }
        ++m_total;
        if (m_limits.takes_line && !m_limits.takes_line(m_next.line)) { continue; }
        FilePlace place;
        place.line = m_next.line;
        for (const auto& fault : faults) { add_fault(place, files::words_of(fault)); }
        const auto& key = m_parts.form.key();
        if (place.fault.empty() && !key.empty()) {
            if (const auto line = m_keys.add(key, m_next.line)) {
                place.fault = fmt::format("line {} has the same {}: only one of them can arrive",
                                          *line, m_parts.form.describe_key());
            }
        }
        m_next.is_sound = place.fault.empty();
        m_next.number = m_next.id.empty() ? m_made_up.next() : parse_id(m_next.id);
        if (completion != nullptr) {
            completion->look_at(m_next, batch.arena);
            if (!completion->may_come(m_next, m_batches)) {
                m_waiting.add(m_next, place);
                continue;
            }
        }
        take(batch, std::move(m_next), std::move(place));
        if (batch.arena.used() >= k_most_bytes) { return; }
    }
}

void CsvAdapter::add(EntityBatch& batch, std::uint32_t index)
{
    const auto& record = m_read[index];
    m_placed.assign(record.size(), {});
    for (std::size_t row = 0; row < record.size(); ++row) { add_row(batch, index, row); }
    for (const auto table : record.left()) {
        batch.left.emplace(index, m_parts.places.plan_table(table));
    }
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
        placed.id = id_cell(row == 0 ? record.number : m_made_up.next(), batch.arena);
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
        if (row != 0) { return; }
        if (value.is_for_new) { batch.for_new.emplace(index, place.column); }
        // A completion may have had the last word.
        batch.unsaid.erase({index, place.column});
        if (value.says == formats::Says::nothing) { batch.unsaid.emplace(index, place.column); }
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
    add_fault(batch.places[index], files::words_of(fault));
}

} // namespace datasync::adapters
