// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_mapper.hpp"

#include "engine/tracked_types.hpp"
#include "schema/scope_check.hpp"
#include "texts/text_references.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// What to do about a setting or record that has not come.
std::string how_it_comes(std::string_view type, const std::vector<schema::NaturalTarget>& types)
{
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&](const auto& what) { return what.type == type; });
    // Some settings no run brings over.
    if (found == types.end()) { return "create it there"; }
    return fmt::format("sync {} first", found->entity);
}

/// A record that has not come, for messages.
std::string describe(std::string_view type, std::uint32_t id, const ReferencedRecord& record)
{
    if (!record.name.empty()) { return fmt::format("{} \"{}\"", type, record.name); }
    return fmt::format("{} {}{}", type, id,
                       record.exists ? "" : " (which the source does not have either)");
}

Cell zero_or_null(const schema::PlannedColumn& column)
{
    return column.target_type.nullable ? Cell() : Cell("0", 1);
}

/// Older shops say 0 for "none", which a foreign key takes for a row that is not there.
void map_none(const schema::PlannedColumn& column, Cell& cell)
{
    if (column.has_foreign_key() && !cell.is_null()) { cell = zero_or_null(column); }
}

} // namespace

RecordMapper::RecordMapper(const RunContext& context, const ReferenceTable& references)
    : m_context(context),
      m_plan(context.plan),
      m_references(references),
      m_order(*context.settings),
      m_texts(context, references),
      m_values(context.plan, *context.settings, references, m_texts)
{
    plan_tasks();
}

void RecordMapper::plan_tasks()
{
    m_tasks.resize(m_plan.tables.size());
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        const auto& table = m_plan.tables[t];
        if (table.kind == schema::TableKind::values) { continue; }
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (auto task = task_for(table, c)) { m_tasks[t].push_back(*task); }
        }
    }
}

std::optional<RecordMapper::Task> RecordMapper::task_for(const schema::PlannedTable& table,
                                                         std::size_t index) const
{
    const auto& column = table.columns[index];
    const auto number = static_cast<int>(index);
    if (number == table.key) { return Task{index, Step::key}; }
    if (number == table.parent_column) { return Task{index, Step::parent}; }
    if (column.is_emptied) { return Task{index, Step::empty}; }
    if (const auto* reference = column.reference) {
        if (const int part = m_plan.find_part(reference->to); part >= 0) {
            return Task{index, Step::own_part, nullptr, static_cast<std::size_t>(part)};
        }
        if (reference->to == "attribute_set" && m_context.attribute_sets.contains(table.name)) {
            return Task{index, Step::setting, &m_context.attribute_sets.at(table.name)};
        }
        if (const auto* setting = m_context.settings->find(reference->to)) {
            return Task{index, Step::setting, setting};
        }
        return Task{index, Step::record};
    }
    if (column.text != nullptr) {
        const bool is_path = column.text->syntax == ReferencePlace::tree_path;
        // A file says only what its records hang below.
        if (is_path && m_context.reads_file()) { return std::nullopt; }
        return Task{index, is_path ? Step::tree_path : Step::text};
    }
    const bool look = column.must_check || column.converts_zero_dates ||
                      (column.is_number && m_context.changes_numbers());
    if (look && column.root_column < 0) { return Task{index, Step::check}; }
    return std::nullopt;
}

void RecordMapper::map(const EntityBatch& batch, schema::MappedBatch& mapped, MappingNotes& notes)
{
    MappingPass pass(m_context, batch, mapped, notes);
    m_pass = &pass;
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        switch (m_plan.tables[t].kind) {
        case schema::TableKind::values:
            m_values.map(pass, t);
            break;
        case schema::TableKind::grid:
            map_grid(t);
            break;
        default:
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
    auto& open = m_pass->out().open_references;
    schema::SetMembers members;
    for (const auto row : m_order.of(plan, in)) {
        const auto parent = plan.parent < 0 ? 0
                                            : m_pass->out_row(static_cast<std::size_t>(plan.parent),
                                                              in.parent_row(row));
        m_leaves_out = parent == k_left_behind;
        m_holds_place = false;
        m_is_given_up = false;
        auto out_row = k_left_behind;
        if (!m_leaves_out) {
            const auto open_before = open.size();
            out_row = static_cast<std::uint32_t>(out.rows());
            auto* cells = out.add_row(in.record(row), parent);
            std::copy_n(in.row(row), in.columns(), cells);
            const Position at{table, row, in.record(row), out_row};
            for (const auto& task : m_tasks[table]) { run_task(task, at, cells[task.column]); }
            const bool is_repeated = !m_leaves_out && plan.is_set() && members.repeat(plan, out);
            if (m_leaves_out || is_repeated) {
                out.drop_last_row();
                out_row = k_left_behind;
                if (is_repeated && !m_order.may_merge(plan)) {
                    m_pass->remark(fmt::format("{}: rows that say again what tells another one of "
                                               "the record apart are left behind",
                                               plan.name));
                }
            } else if (m_holds_place) {
                m_pass->out().placeholders.emplace(table, out_row);
            }
            // A row that stays behind in any case waits for nothing.
            if (m_is_given_up || is_repeated) { open.resize(open_before); }
        }
        if (!plan.is_keyed()) { continue; }
        m_pass->set_out_row(table, out_row);
        if (out_row == k_left_behind) { continue; }
        m_pass->out().source_ids[table].push_back(
            parse_id(in.cell(row, static_cast<std::size_t>(plan.key)).text()));
        m_pass->out().target_ids[table].push_back(schema::k_not_there);
    }
}

void RecordMapper::map_grid(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& in = m_pass->in().tables[table];
    const auto& roots = m_pass->out().tables.front();
    auto& out = m_pass->out().tables[table];
    for (std::size_t row = 0; row < in.rows(); ++row) {
        const auto record = in.record(row);
        auto* cells = out.add_row(record, in.parent_row(row));
        std::copy_n(in.row(row), in.columns(), cells);
        for (const auto& task : m_tasks[table]) {
            run_task(task, {table, row, record}, cells[task.column]);
        }
        const auto* root = roots.row(in.parent_row(row));
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            const bool is_own = static_cast<int>(c) == plan.parent_column;
            if (!is_own && plan.columns[c].root_column >= 0) {
                cells[c] = root[plan.columns[c].root_column];
            }
        }
        show_order_number(table, row, cells);
    }
    leave_open_what_root_leaves(table);
}

void RecordMapper::leave_open_what_root_leaves(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    auto& out = m_pass->out();
    std::vector<std::size_t> grid_rows(out.tables.front().rows());
    for (std::size_t row = 0; row < out.tables[table].rows(); ++row) {
        grid_rows[out.tables[table].parent_row(row)] = row;
    }
    const auto count = out.open_references.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [of_table, row, reference] = out.open_references[i];
        const int column = of_table == 0 ? plan.find(reference.column) : -1;
        if (column < 0 || plan.columns[static_cast<std::size_t>(column)].root_column < 0) {
            continue;
        }
        auto copy = reference;
        out.open_references.push_back({table, grid_rows[row], std::move(copy)});
    }
}

void RecordMapper::show_order_number(std::size_t table, std::size_t row, Cell* cells)
{
    const int shown = m_plan.tables[table].find("order_increment_id");
    const int order = m_plan.root().find("order_id");
    if (shown < 0 || order < 0) { return; }
    const auto root_row = m_pass->in().tables[table].parent_row(row);
    const auto& source_order =
        m_pass->in().tables.front().cell(root_row, static_cast<std::size_t>(order));
    const auto record = m_references.find("order", parse_id(source_order.text()));
    if (record.number.empty()) { return; }
    cells[shown] = Cell(m_pass->out().arena.store(record.number), record.number.size());
}

void RecordMapper::run_task(const Task& task, const Position& at, Cell& cell)
{
    const auto& table = m_plan.tables[at.table];
    const auto& column = table.columns[task.column];
    switch (task.step) {
    case Step::key:
        cell = Cell::id_of_row(at.table, at.out_row);
        break;
    case Step::parent: {
        const auto parent = static_cast<std::size_t>(table.parent);
        cell = Cell::id_of_row(
            parent, m_pass->out_row(parent, m_pass->in().tables[at.table].parent_row(at.row)));
        break;
    }
    case Step::own_part:
        map_own_part(task, at, cell);
        break;
    case Step::setting:
        map_setting(task, at, cell);
        break;
    case Step::record:
        map_record(task, at, cell);
        break;
    case Step::empty:
        cell = zero_or_null(column);
        break;
    case Step::text:
        if (!m_texts.holds_ids(*m_pass, *column.text, at)) {
            check(column, at, cell);
            break;
        }
        if (m_context.reads_file() && names_own_part(*column.text, at, cell)) { break; }
        m_texts.map(*m_pass, *column.text, column.name, at, cell);
        check(column, at, cell);
        break;
    case Step::tree_path:
        map_tree_path(*column.text, at, cell);
        check(column, at, cell);
        break;
    case Step::check:
        check(column, at, cell);
        break;
    }
}

void RecordMapper::check(const schema::PlannedColumn& column, const Position& at, Cell& cell)
{
    if (column.is_number && m_context.changes_numbers() && !cell.is_empty()) {
        const auto& options = *m_context.options;
        const auto number =
            fmt::format("{}{}{}", options.increment_prefix, cell.text(), options.increment_suffix);
        cell = Cell(m_pass->out().arena.store(number), number.size());
    }
    m_pass->check_value(column, at, cell, column.name);
}

void RecordMapper::map_own_part(const Task& task, const Position& at, Cell& cell)
{
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto id = parse_id(cell.text());
    if (id == 0) {
        map_none(column, cell);
        return;
    }
    const auto row = m_pass->part_row(task.part, id, at.record);
    const auto out_row =
        row < 0 ? k_left_behind : m_pass->out_row(task.part, static_cast<std::uint32_t>(row));
    if (out_row != k_left_behind) {
        cell = Cell::id_of_row(task.part, out_row);
        return;
    }
    missing(column, at, cell,
            {fmt::format("{} {} (which is none of the record's own)", column.reference->to, id), id,
             false});
}

bool RecordMapper::names_own_part(const ReferenceText& text, const Position& at, Cell& cell)
{
    const int part = text.syntax == ReferencePlace::id_list ? m_plan.find_part(text.to) : -1;
    if (part < 0) { return false; }
    const auto table = static_cast<std::size_t>(part);
    const auto row = m_pass->part_row(table, parse_id(cell.text()), at.record);
    if (row < 0) { return false; }
    cell = Cell::id_of_row(table, m_pass->out_row(table, static_cast<std::uint32_t>(row)));
    return true;
}

void RecordMapper::map_tree_path(const ReferenceText& text, const Position& at, Cell& cell)
{
    std::string mapped;
    for (const auto& above :
         texts::scan_text(cell.text(), text.syntax, {.list_type = text.to}).references) {
        const auto record = m_references.find(text.to, above.id);
        if (record.target_id == 0) {
            if (record.exists) { m_pass->lacks(text.to, above.id); }
            m_pass->problem(at, record.exists ? Outcome::held : Outcome::failed,
                            fmt::format("{}: {} {} above it {}", m_pass->where(at, text.column),
                                        text.to, above.id,
                                        record.exists ? "has not come to the destination"
                                                      : "does not exist on the source either"));
        }
        mapped += fmt::format("{}/", record.target_id);
    }
    // What is missing is the record's own id, which the destination gives.
    cell = Cell(m_pass->out().arena.store(mapped), mapped.size());
}

void RecordMapper::map_setting(const Task& task, const Position& at, Cell& cell)
{
    // What a file names has been looked up on the destination, or been made there for it.
    if (cell.is_null() || m_context.reads_file()) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto id = parse_id(cell.text());
    // Some columns have a word for "all".
    if (id == 0 && cell.text() != "0") { return; }
    if (const auto mapped = task.setting->target(id)) {
        cell = m_pass->out().id_cell(*mapped);
        return;
    }
    if (const auto pretended = pretended_target(m_context.pretended, column.reference->to, id)) {
        cell = m_pass->out().id_cell(pretended);
        return;
    }
    const bool is_scope = column.reference->to == "store" || column.reference->to == "website";
    if (is_scope && task.setting->known_source(id)) {
        m_pass->refuse_scope(at, *task.setting, id);
        return;
    }
    missing(column, at, cell,
            {fmt::format("{} {}", task.setting->name(), task.setting->describe(id)), id,
             task.setting->known_source(id)});
}

void RecordMapper::map_record(const Task& task, const Position& at, Cell& cell)
{
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto id = parse_id(cell.text());
    if (id == 0) {
        map_none(column, cell);
        return;
    }
    if (at.table != 0 && column.reference->to == m_plan.root().spec->type &&
        id == m_pass->root_id(at)) {
        cell = Cell::id_of_row(0, at.record);
        return;
    }
    const auto record = m_references.find(column.reference->to, id);
    if (record.target_id != 0) {
        cell = m_pass->out().id_cell(record.target_id);
        return;
    }
    if (m_context.reads_file() && column.name == m_plan.spec->tree.parent) {
        m_pass->lacks(column.reference->to, id);
        m_pass->problem(at, Outcome::held,
                        m_context.is_made_up(id)
                            ? fmt::format("the {} above it has not come", column.reference->to)
                            : fmt::format("{} {} above it has not come", column.reference->to, id));
        return;
    }
    missing(column, at, cell, {describe(column.reference->to, id, record), id, record.exists});
}

void RecordMapper::missing(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                           const Missing& what)
{
    const auto& to = column.reference->to;
    const auto& table = m_plan.tables[at.table].name;
    const auto rule = column.reference->when_missing;
    const auto comes = how_it_comes(to, m_context.types);
    const bool can_wait = m_pass->can_wait(at, what.source_id);
    // Where the row stays behind, or comes with the target's own record, the target is needed only
    // if it comes first anyway: a rule does not need everybody who has used it.
    const bool is_needed =
        (rule != WhenMissing::comes_along && rule != WhenMissing::leave_row_out) ||
        is_brought_before(to, m_plan.spec->name);
    if (what.may_come && is_needed) { m_pass->lacks(to, what.source_id); }
    if (what.may_come && rule == WhenMissing::hold) {
        m_pass->problem(at, Outcome::held,
                        fmt::format("{}: {} has not come to the destination; {}",
                                    m_pass->where(at, column.name), what.described, comes));
    } else if (what.may_come && rule == WhenMissing::leave_row_out) {
        m_pass->remark(fmt::format("{}: rows whose {} has not come were left out; {}, then this "
                                   "again",
                                   table, to, comes));
        m_leaves_out = m_is_given_up = true;
    } else if (what.may_come && rule == WhenMissing::row_waits && can_wait) {
        m_pass->leave_row_open(at, column.name, to, what.source_id);
        m_leaves_out = true;
    } else if (what.may_come && rule == WhenMissing::comes_along) {
        // Which row of the destination is meant, the row key says.
        const auto& row_key = m_plan.tables[at.table].row_key;
        const int index = m_plan.tables[at.table].find(column.name);
        m_holds_place = std::find(row_key.begin(), row_key.end(), index) == row_key.end();
        m_leaves_out = m_leaves_out || !m_holds_place;
        m_is_given_up = m_leaves_out;
    } else if (what.may_come && rule == WhenMissing::deliver_later && can_wait) {
        m_pass->leave_open(at, {column.name}, to, what.source_id);
        cell = zero_or_null(column);
    } else if (rule == WhenMissing::fail || rule == WhenMissing::hold) {
        // What is gone from the source as well cannot be waited for.
        m_pass->problem(at, Outcome::failed,
                        fmt::format("{}: {} has no counterpart on the destination",
                                    m_pass->where(at, column.name), what.described));
    } else if (rule == WhenMissing::leave_row_out || rule == WhenMissing::row_waits ||
               rule == WhenMissing::comes_along) {
        m_pass->lost(fmt::format("{}: rows whose {} does not exist were left out{}", table, to,
                                 what.may_come ? "; " + comes + ", then this again" : ""));
        m_leaves_out = m_is_given_up = true;
    } else {
        m_pass->lost(
            what.may_come
                ? fmt::format("{}.{}: {} has not come, so it is empty; {}, then this again", table,
                              column.name, to, comes)
                : fmt::format("{}.{} pointed at nothing and was emptied", table, column.name));
        cell = zero_or_null(column);
    }
}

} // namespace datasync::engine
