// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/record_writer.hpp"

#include "exports/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace datasync::exports {

namespace {

constexpr std::string_view k_empty_text = "\\E";
/// How often a record is looked at again once a cell of it has been emptied.
constexpr unsigned k_most_rounds = 4;
constexpr std::size_t k_most_repeated = 5;

bool says_nothing(const files::CsvValue& value)
{
    return !value || value->empty();
}

} // namespace

RecordWriter::RecordWriter(ExportSetup& setup, files::CsvWriter& file)
    : m_setup(setup), m_file(file)
{
}

void RecordWriter::write(const EntityBatch& batch)
{
    m_setup.view().show(batch);
    for (const auto& piece : m_setup.pieces()) { piece->look_up(); }
    for (std::uint32_t record = 0; record < batch.records(); ++record) {
        if (!is_record(record)) { continue; }
        m_arena.reset();
        m_remarks.clear();
        m_fault.clear();
        m_label = label_of(record);
        m_cells.assign(m_setup.columns().size(), std::string_view());
        OutRecord out{record, m_cells, m_remarks, m_fault, m_arena};
        fill(record, out);
        if (m_fault.empty()) { check(out); }
        if (m_fault.empty()) {
            if (const auto fault = m_file.write(m_cells)) { m_fault = files::words_of(*fault); }
        }
        if (!m_fault.empty()) {
            leave_out(m_fault);
            continue;
        }
        ++m_records;
        std::sort(m_remarks.begin(), m_remarks.end());
        m_remarks.erase(std::unique(m_remarks.begin(), m_remarks.end()), m_remarks.end());
        for (const auto& remark : m_remarks) { m_notes.add(remark, m_label); }
        const auto key = static_cast<std::size_t>(m_setup.plan().root().key);
        m_keys.add(m_setup.layout().key_of(m_csv),
                   parse_id(m_setup.view().cell(0, record, key).text()));
    }
}

void RecordWriter::leave_out(std::string_view why)
{
    ++m_left;
    m_left_out.add(why, m_label);
}

/// The root of all trees is in every shop; of what is only looked up, a record is what hangs below.
bool RecordWriter::is_record(std::uint32_t record) const
{
    const auto& spec = m_setup.spec();
    const auto& plan = m_setup.plan();
    if (!spec.tree.path.empty()) {
        const auto key = static_cast<std::size_t>(plan.root().key);
        const auto id = parse_id(m_setup.view().cell(0, record, key).text());
        const auto& reserved = spec.reserved_ids;
        return std::find(reserved.begin(), reserved.end(), id) == reserved.end();
    }
    if (!spec.root().is_given) { return true; }
    for (std::size_t t = 1; t < plan.tables.size(); ++t) {
        if (!m_setup.view().rows(t, record).empty()) { return true; }
    }
    return false;
}

std::string RecordWriter::label_of(std::uint32_t record) const
{
    const auto& root = m_setup.plan().root();
    const auto id = m_setup.view().cell(0, record, static_cast<std::size_t>(root.key)).text();
    const int label = root.find(m_setup.spec().label_column);
    if (label < 0) { return std::string(id); }
    return fmt::format("{} ({})", id,
                       m_setup.view().cell(0, record, static_cast<std::size_t>(label)).text());
}

void RecordWriter::fill(std::uint32_t record, OutRecord& out)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) { fill_column(i, record, out); }
    for (const auto& piece : m_setup.pieces()) {
        if (m_fault.empty()) { piece->write(out); }
    }
}

void RecordWriter::fill_column(std::size_t index, std::uint32_t record, OutRecord& out)
{
    const auto& column = m_setup.columns()[index];
    const auto& plan = m_setup.plan();
    if (column.is_id) {
        const auto id = m_setup.view().cell(0, record, static_cast<std::size_t>(plan.root().key));
        // Of the one group that is nobody's, the code says all.
        if (parse_id(id.text()) != 0) { m_cells[index] = id.text(); }
        return;
    }
    if (!column.field) { return; }
    const auto& place = m_setup.places()[*column.field];
    const Cell* cell = nullptr;
    if (place.attribute != nullptr || place.table == 0) {
        cell = m_setup.texts().cell(*column.field, record);
    } else if (const auto rows = m_setup.view().rows(place.table, record); !rows.empty()) {
        cell = m_setup.texts().cell(*column.field, rows.front());
        if (rows.size() > 1) {
            out.remarks.push_back(fmt::format("has several rows in {}, of which a file holds one",
                                              plan.tables[place.table].name));
        }
    }
    std::string remark;
    auto& value = m_cells[index];
    value = m_setup.texts().text(*column.field, cell, column.form, m_arena, remark);
    if (!remark.empty()) {
        out.remarks.push_back(fmt::format("column {} {}", column.name, remark));
    }
    const bool is_null = cell == nullptr || cell->is_null();
    if (value && value->empty() && is_completed(m_setup.spec().name, column.name)) {
        const bool is_text = !is_null && cell->is_empty();
        const bool takes_null = place.attribute != nullptr ||
                                plan.tables[place.table].columns[place.column].target_type.nullable;
        if (is_text || takes_null) {
            value = is_text ? files::CsvValue(k_empty_text) : std::nullopt;
        }
    }
    if (!says_nothing(value)) {
        value = word_of(m_setup.spec().name, column.name, *value);
    } else if (column.is_required_text) {
        if (is_null) {
            out.remarks.push_back(
                fmt::format("column {} has no value and is written as an empty text", column.name));
        }
        value = k_empty_text;
    }
}

void RecordWriter::check(OutRecord& out)
{
    for (unsigned round = 0; round < k_most_rounds; ++round) {
        std::vector<std::pair<std::size_t, std::string>> refused;
        const formats::Refuse refuse = [&](std::size_t column, std::string message) {
            refused.emplace_back(column, std::move(message));
        };
        m_csv.assign(m_cells);
        m_read.begin(0);
        m_setup.layout().read(formats::Cells(m_csv, m_arena, refuse), m_read);
        if (refused.empty()) { return; }
        for (const auto& [column, message] : refused) {
            const auto& name = m_setup.columns()[column].name;
            m_fault = fmt::format("column {} {}", name, message);
            const auto* known = m_setup.layout().columns()[column].known;
            const bool is_needed = known != nullptr && known->is_required;
            if (is_needed || says_nothing(m_cells[column])) { return; }
            out.remarks.push_back(m_fault + " and is left empty");
            m_cells[column] = std::string_view();
        }
        m_fault.clear();
    }
    m_fault = "cannot be said in cells that a reader would take";
}

void RecordWriter::finish(ExportResult& result)
{
    result.records = m_records;
    result.left_out = m_left;
    for (auto& text : m_notes.texts()) { result.warnings.push_back(std::move(text)); }
    for (const auto& text : m_left_out.texts()) {
        result.warnings.push_back(fmt::format("left out: {}", text));
    }
    const auto repeated = m_keys.take();
    if (repeated.empty()) { return; }
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < std::min(repeated.size(), k_most_repeated); ++i) {
        pairs.push_back(fmt::format("{} is like {}", repeated[i].line, repeated[i].first_line));
    }
    std::vector<std::string_view> names;
    for (const auto column : m_setup.layout().key_columns()) {
        names.push_back(m_setup.columns()[column].name);
    }
    result.alike = repeated.size();
    result.warnings.push_back(fmt::format(
        "the file cannot tell apart by {} what the shop has apart: of each, only the first can "
        "arrive ({} {}: {}{})",
        fmt::join(names, " and "), repeated.size(), repeated.size() == 1 ? "record" : "records",
        fmt::join(pairs, ", "), repeated.size() > pairs.size() ? ", ..." : ""));
}

} // namespace datasync::exports
