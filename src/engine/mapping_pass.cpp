// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/mapping_pass.hpp"

#include "datasync/error.hpp"
#include "report/record_text.hpp"
#include "schema/scope_check.hpp"

#include <fmt/format.h>

namespace datasync::engine {

namespace {

constexpr std::string_view k_zero_date_substitute = "1970-01-01 00:00:01";

} // namespace

MappingPass::MappingPass(const RunContext& context, const EntityBatch& batch,
                         schema::MappedBatch& mapped, MappingNotes& notes)
    : m_context(context),
      m_plan(context.plan),
      m_in(batch),
      m_out(mapped),
      m_notes(notes),
      m_out_rows(m_plan.tables.size())
{
    mapped.reset(m_plan);
    notes.reset(batch.records());
    mapped.for_new = batch.for_new;
    mapped.unsaid = batch.unsaid;
    mapped.left = batch.left;
    mapped.looked_up.clear();
    for (const auto& place : batch.places) { mapped.looked_up.push_back(place.target); }
    for (std::size_t i = 0; i < batch.places.size(); ++i) {
        if (batch.places[i].fault.empty()) { continue; }
        invalid({0, i, static_cast<std::uint32_t>(i)}, batch.places[i].fault);
    }
}

bool MappingPass::can_wait(const Position& at, std::uint32_t target_id) const
{
    return !m_context.is_made_up(target_id) && !m_context.is_made_up(root_id(at));
}

void MappingPass::invalid(const Position& at, std::string reason)
{
    const auto& options = *m_context.options;
    problem(at, options.skip_invalid ? Outcome::skipped : Outcome::failed, std::move(reason));
}

void MappingPass::leave_open(const Position& at, const ReferringColumn& column,
                             std::string_view target_type, std::uint32_t target_id,
                             std::size_t position)
{
    DeferredReference open;
    open.target_type = target_type;
    open.target_source_id = target_id;
    open.column = column.name;
    open.place = column.place;
    open.position = static_cast<std::uint32_t>(position);
    m_out.open_references.push_back({at.table, at.out_row, std::move(open)});
    lacks(target_type, target_id);
}

void MappingPass::leave_row_open(const Position& at, std::string_view column,
                                 std::string_view target_type, std::uint32_t target_id)
{
    DeferredReference open;
    open.target_type = target_type;
    open.target_source_id = target_id;
    open.table = table(at).name;
    open.column = column;
    open.place = ReferencePlace::row;
    // One record may wait for many rows of a table.
    open.position = target_id;
    m_out.open_references.push_back({0, at.record, std::move(open)});
    lacks(target_type, target_id);
}

std::uint32_t MappingPass::out_row(std::size_t table, std::uint32_t row) const
{
    const auto& rows = m_out_rows[table];
    return row < rows.size() ? rows[row] : row;
}

void MappingPass::set_out_row(std::size_t table, std::uint32_t out_row)
{
    m_out_rows[table].push_back(out_row);
}

std::uint32_t MappingPass::root_id(const Position& at) const
{
    const auto key = static_cast<std::size_t>(m_plan.root().key);
    return parse_id(m_in.tables.front().cell(at.record, key).text());
}

void MappingPass::lacks(std::string_view type, std::uint32_t source_id)
{
    if (!m_context.notes_missing) { return; }
    auto known = m_notes.missing.find(type);
    if (known == m_notes.missing.end()) {
        known = m_notes.missing.emplace(type, std::set<std::uint32_t>{}).first;
    }
    known->second.insert(source_id);
}

void MappingPass::refuse_scope(const Position& at, const schema::SettingMap& setting,
                               std::uint32_t id)
{
    auto reason = schema::scope_refusal(setting, id);
    if (!m_context.options->unmapped_scope_fails_record) { fatal(ExitCode::refused, "{}", reason); }
    problem(at, Outcome::failed, std::move(reason));
}

void MappingPass::lost(const std::string& text)
{
    ++m_notes.lost_references;
    remark(text);
}

bool MappingPass::check_value(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                              std::string_view what)
{
    const bool is_value = m_plan.tables[at.table].kind == schema::TableKind::values;
    if (cell.is_null()) {
        if (column.target_type.nullable) { return true; }
        // A value row that is NULL says "no value", and so does its absence.
        if (is_value) { return false; }
        invalid(at, fmt::format("{}: is NULL, and the destination's column takes none",
                                where(at, what)));
        return true;
    }
    if (column.converts_zero_dates && schema::is_zero_date(cell.text())) {
        ++m_notes.zero_dates;
        if (column.target_type.nullable) {
            cell = Cell();
            return true;
        }
        if (is_value) { return false; }
        const bool is_date = column.target_type.data_type == "date";
        cell = Cell(k_zero_date_substitute.substr(0, is_date ? 10 : std::string_view::npos));
        return true;
    }
    if (const auto reason = schema::misfit(cell.text(), column.target_type)) {
        invalid(at, fmt::format("{}: {}", where(at, what), *reason));
    }
    return true;
}

void MappingPass::problem(const Position& at, Outcome outcome, std::string reason)
{
    auto& existing = m_notes.problems[at.record];
    // What fails a record says more than what only holds it.
    if (existing && !(existing->outcome == Outcome::held && outcome != Outcome::held)) { return; }
    // Reports tell these from records that the duplicate policy left alone.
    if (outcome == Outcome::skipped) { reason.insert(0, report::k_invalid_prefix); }
    existing = RecordProblem{outcome, std::move(reason)};
}

std::int64_t MappingPass::part_row(std::size_t table, std::uint32_t source_id, std::uint32_t record)
{
    // Records may have copies of one row (a gift message): it is theirs by id and record.
    const auto place = [](std::uint32_t id, std::uint32_t owner) {
        return std::uint64_t{owner} << 32U | id;
    };
    auto [entry, is_new] = m_part_rows.try_emplace(table);
    if (is_new) {
        const auto& rows = m_in.tables[table];
        const auto key = static_cast<std::size_t>(m_plan.tables[table].key);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            entry->second.emplace(place(parse_id(rows.cell(row, key).text()), rows.record(row)),
                                  static_cast<std::uint32_t>(row));
        }
    }
    const auto found = entry->second.find(place(source_id, record));
    return found == entry->second.end() ? -1 : std::int64_t{found->second};
}

std::string MappingPass::where(const Position& at, std::string_view column) const
{
    const auto& table = m_plan.tables[at.table];
    if (!m_in.places.empty()) { return fmt::format("{}.{}", table.name, column); }
    const auto& owner = table.kind == schema::TableKind::values
                            ? m_plan.tables[static_cast<std::size_t>(table.parent)]
                            : table;
    const auto& in = m_in.tables[at.table];
    const auto parent_cell = table.is_keyed() ? table.key : table.parent_column;
    return fmt::format("{}.{} ({} {})", table.name, column,
                       owner.spec->key.empty() ? owner.spec->parent_column : owner.spec->key,
                       in.cell(at.row, static_cast<std::size_t>(parent_cell)).text());
}

} // namespace datasync::engine
