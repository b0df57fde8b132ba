// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_mapper.hpp"

#include "datasync/error.hpp"
#include "schema/text_references.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// What to do about a setting or record that has not come.
std::string how_it_comes(std::string_view type)
{
    // The one setting that no run brings over.
    return type == "tax_class" ? std::string("create it there")
                               : fmt::format("sync {} first", type);
}

Cell zero_or_null(const schema::PlannedColumn& column)
{
    return column.target_type.nullable ? Cell() : Cell("0", 1);
}

} // namespace

RecordMapper::RecordMapper(const schema::AggregatePlan& plan, const schema::Settings& settings,
                           const std::map<std::string, schema::SettingMap>& attribute_sets,
                           const ReferenceTable& references, bool skip_invalid)
    : m_plan(plan),
      m_settings(settings),
      m_references(references),
      m_invalid_outcome(skip_invalid ? Outcome::skipped : Outcome::failed),
      m_values(plan, settings)
{
    plan_tasks(attribute_sets);
}

void RecordMapper::plan_tasks(const std::map<std::string, schema::SettingMap>& attribute_sets)
{
    m_tasks.resize(m_plan.tables.size());
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        const auto& table = m_plan.tables[t];
        if (table.kind == schema::TableKind::values) { continue; }
        auto& tasks = m_tasks[t];
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto& column = table.columns[c];
            const auto index = static_cast<int>(c);
            if (index == table.key) {
                tasks.push_back({c, Step::key});
            } else if (index == table.parent_column) {
                tasks.push_back({c, Step::parent});
            } else if (column.reference != nullptr && column.reference->to == "attribute_set") {
                tasks.push_back({c, Step::setting, &attribute_sets.at(table.name)});
            } else if (column.reference != nullptr) {
                const auto* setting = m_settings.find(column.reference->to);
                tasks.push_back({c, setting == nullptr ? Step::record : Step::setting, setting});
            } else if (column.text != nullptr) {
                tasks.push_back({c, Step::text});
            } else if (column.must_check || column.converts_zero_dates) {
                tasks.push_back({c, Step::check});
            }
        }
    }
}

void RecordMapper::map(const EntityBatch& batch, schema::MappedBatch& mapped, MappingNotes& notes)
{
    MappingPass pass(m_plan, batch, mapped, notes, m_invalid_outcome);
    m_pass = &pass;
    m_values.begin();
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        if (m_plan.tables[t].kind == schema::TableKind::values) {
            m_values.map(pass, t);
        } else {
            map_rows(t);
        }
    }
    m_pass = nullptr;
}

void RecordMapper::map_rows(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& in = m_pass->in().tables[table];
    auto& out = m_pass->out().tables[table];
    for (std::size_t row = 0; row < in.rows(); ++row) {
        auto* cells = out.add_row(in.record(row), in.parent_row(row));
        std::copy_n(in.row(row), in.columns(), cells);
        const Position at{table, row, in.record(row)};
        if (plan.is_keyed()) {
            const auto id = parse_id(cells[static_cast<std::size_t>(plan.key)].text());
            m_pass->out().source_ids[table].push_back(id);
            m_pass->out().target_ids[table].push_back(schema::k_not_there);
        }
        for (const auto& task : m_tasks[table]) { run_task(task, at, cells[task.column]); }
        if (plan.kind == schema::TableKind::set && schema::repeats_a_member(plan, out)) {
            out.drop_last_row();
        }
    }
}

void RecordMapper::run_task(const Task& task, const Position& at, Cell& cell)
{
    const auto& table = m_plan.tables[at.table];
    const auto& column = table.columns[task.column];
    switch (task.step) {
    case Step::key:
        cell = Cell::id_of_row(at.table, at.row);
        break;
    case Step::parent:
        cell = Cell::id_of_row(static_cast<std::size_t>(table.parent),
                               m_pass->in().tables[at.table].parent_row(at.row));
        break;
    case Step::setting:
        map_setting(task, at, cell);
        break;
    case Step::record:
        map_record(task, at, cell);
        break;
    case Step::text:
        map_text(task, at, cell);
        m_pass->check_value(column, at, cell, column.name);
        break;
    case Step::check:
        m_pass->check_value(column, at, cell, column.name);
        break;
    }
}

void RecordMapper::map_setting(const Task& task, const Position& at, Cell& cell)
{
    if (cell.is_null()) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto id = parse_id(cell.text());
    if (const auto mapped = task.setting->target(id)) {
        cell = m_pass->out().id_cell(*mapped);
        return;
    }
    const bool is_scope = column.reference->to == "store" || column.reference->to == "website";
    if (is_scope && task.setting->known_source(id)) {
        fatal(ExitCode::refused,
              "source {0} {1} has no counterpart on the destination, which has: {2}; name one with "
              "--map-{0} CODE=CODE",
              task.setting->name(), task.setting->describe(id), task.setting->choices());
    }
    missing(*column.reference, column, at, cell,
            fmt::format("{} {}", task.setting->name(), task.setting->describe(id)));
}

void RecordMapper::map_record(const Task& task, const Position& at, Cell& cell)
{
    const auto id = parse_id(cell.text());
    if (id == 0) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto record = m_references.find(column.reference->to, id);
    if (record.target_id != 0) {
        cell = m_pass->out().id_cell(record.target_id);
        return;
    }
    if (column.reference->when_missing == WhenMissing::deliver_later && record.exists) {
        DeferredReference open;
        open.target_type = column.reference->to;
        open.target_source_id = id;
        open.column = column.name;
        m_pass->out().open_references.push_back({at.table, at.row, std::move(open)});
        cell = zero_or_null(column);
        return;
    }
    missing(*column.reference, column, at, cell,
            fmt::format("{} {}{}", column.reference->to, id,
                        record.exists ? "" : " (which the source does not have either)"));
}

void RecordMapper::missing(const Reference& reference, const schema::PlannedColumn& column,
                           const Position& at, Cell& cell, std::string_view described)
{
    switch (reference.when_missing) {
    case WhenMissing::fail:
        m_pass->problem(at, Outcome::failed,
                        fmt::format("{}: {} has no counterpart on the destination",
                                    m_pass->where(at, column.name), described));
        break;
    case WhenMissing::hold:
        m_pass->problem(at, Outcome::held,
                        fmt::format("{}: {} has not come to the destination; {}",
                                    m_pass->where(at, column.name), described,
                                    how_it_comes(reference.to)));
        break;
    case WhenMissing::empty:
    case WhenMissing::deliver_later:
        m_pass->lost(fmt::format("{}.{} pointed at nothing and was emptied",
                                 m_plan.tables[at.table].name, column.name));
        cell = zero_or_null(column);
        break;
    }
}

void RecordMapper::map_text(const Task& task, const Position& at, Cell& cell)
{
    if (cell.is_empty()) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto scan =
        schema::scan_text(cell.text(), column.text->syntax, {.list_type = column.text->to});
    for (const auto& unparsed : scan.unparsed) {
        m_pass->remark(
            fmt::format("{}: {}; its bytes are kept", m_pass->where(at, column.name), unparsed));
    }
    if (scan.references.empty()) { return; }
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < scan.references.size(); ++i) {
        const auto& reference = scan.references[i];
        const auto record = m_references.find(reference.target, reference.id);
        ids.push_back(record.target_id);
        if (reference.id == 0 || reference.target.empty() || record.target_id != 0) { continue; }
        if (!record.exists) {
            m_pass->lost(fmt::format("{}: {} {} does not exist on the source: written as 0",
                                     m_pass->where(at, column.name), reference.target,
                                     reference.id));
            continue;
        }
        DeferredReference open;
        open.target_type = reference.target;
        open.target_source_id = reference.id;
        open.column = column.name;
        open.place = column.text->syntax;
        open.position = static_cast<std::uint32_t>(i);
        m_pass->out().open_references.push_back({at.table, at.row, std::move(open)});
    }
    const auto text = schema::replace_ids(cell.text(), scan, ids);
    cell = Cell(m_pass->out().arena.store(text), text.size());
}

} // namespace datasync::engine
