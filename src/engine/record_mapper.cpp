// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_mapper.hpp"

#include "datasync/error.hpp"
#include "report/record_text.hpp"
#include "schema/reference_ids.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

constexpr std::string_view k_zero_date_substitute = "1970-01-01 00:00:01";

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
    : m_plan(plan), m_settings(settings), m_references(references),
      m_invalid_outcome(skip_invalid ? Outcome::skipped : Outcome::failed)
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
    m_in = &batch;
    m_out = &mapped;
    m_notes = &notes;
    m_part_rows.clear();
    mapped.reset(m_plan);
    notes.reset(batch.records());
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        if (m_plan.tables[t].kind == schema::TableKind::values) {
            map_values(t);
        } else {
            map_rows(t);
        }
    }
}

void RecordMapper::map_rows(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& in = m_in->tables[table];
    auto& out = m_out->tables[table];
    for (std::size_t row = 0; row < in.rows(); ++row) {
        auto* cells = out.add_row(in.record(row), in.parent_row(row));
        std::copy_n(in.row(row), in.columns(), cells);
        const Position at{table, row, in.record(row)};
        if (plan.is_keyed()) {
            const auto id = parse_id(cells[static_cast<std::size_t>(plan.key)].text());
            m_out->source_ids[table].push_back(id);
            m_out->target_ids[table].push_back(schema::k_not_there);
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
                               m_in->tables[at.table].parent_row(at.row));
        break;
    case Step::setting:
        map_setting(task, at, cell);
        break;
    case Step::record:
        map_record(task, at, cell);
        break;
    case Step::text:
        map_text(task, at, cell);
        check_value(column, at, cell, column.name);
        break;
    case Step::check:
        check_value(column, at, cell, column.name);
        break;
    }
}

void RecordMapper::map_setting(const Task& task, const Position& at, Cell& cell)
{
    if (cell.is_null()) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto id = parse_id(cell.text());
    if (const auto mapped = task.setting->target(id)) {
        cell = m_out->id_cell(*mapped);
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
        cell = m_out->id_cell(record.target_id);
        return;
    }
    if (column.reference->when_missing == WhenMissing::deliver_later && record.exists) {
        DeferredReference open;
        open.target_type = column.reference->to;
        open.target_source_id = id;
        open.column = column.name;
        m_out->open_references.push_back({at.table, at.row, std::move(open)});
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
        problem(at, Outcome::failed,
                fmt::format("{}: {} has no counterpart on the destination",
                            where(at, column.name), described));
        break;
    case WhenMissing::hold:
        problem(at, Outcome::held,
                fmt::format("{}: {} has not come to the destination; {}", where(at, column.name),
                            described, how_it_comes(reference.to)));
        break;
    case WhenMissing::empty:
    case WhenMissing::deliver_later:
        ++m_notes->lost_references;
        ++m_notes->remarks[fmt::format("{}.{} pointed at nothing and was emptied",
                                       m_plan.tables[at.table].name, column.name)];
        cell = zero_or_null(column);
        break;
    }
}

void RecordMapper::map_text(const Task& task, const Position& at, Cell& cell)
{
    if (cell.is_empty()) { return; }
    const auto& column = m_plan.tables[at.table].columns[task.column];
    const auto scan = schema::scan_text(cell.text(), schema::syntax_of(column.text->syntax));
    for (const auto& unparsed : scan.unparsed) {
        ++m_notes->remarks[fmt::format("{}: {}; its bytes are kept", where(at, column.name),
                                       unparsed)];
    }
    if (scan.references.empty()) { return; }
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < scan.references.size(); ++i) {
        const auto& reference = scan.references[i];
        const auto record = m_references.find(reference.target, reference.id);
        ids.push_back(record.target_id);
        if (reference.id == 0 || record.target_id != 0) { continue; }
        if (!record.exists) {
            ++m_notes->lost_references;
            ++m_notes->remarks[fmt::format("{}: {} {} does not exist on the source: written as 0",
                                           where(at, column.name), reference.target, reference.id)];
            continue;
        }
        DeferredReference open;
        open.target_type = reference.target;
        open.target_source_id = reference.id;
        open.column = column.name;
        open.place = column.text->syntax;
        open.position = static_cast<std::uint32_t>(i);
        m_out->open_references.push_back({at.table, at.row, std::move(open)});
    }
    const auto text = schema::replace_ids(cell.text(), scan.references, ids);
    cell = Cell(m_out->arena.store(text), text.size());
}

void RecordMapper::map_values(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& in = m_in->tables[table];
    const auto parent = static_cast<std::size_t>(plan.parent);
    const auto& attributes = m_plan.eav.at(plan.parent);
    const auto own_backend = std::string_view(plan.name).substr(plan.spec->table.size() + 1);
    const schema::MappedAttribute* attribute = nullptr;
    std::uint32_t attribute_id = 0;
    std::size_t into = table;
    for (std::size_t row = 0; row < in.rows(); ++row) {
        const auto* cells = in.row(row);
        const auto id = parse_id(cells[plan.attribute].text());
        if (attribute == nullptr || id != attribute_id) {
            attribute = attributes.find(id);
            attribute_id = id;
            const bool moves = attribute != nullptr && attribute->target_id != 0 &&
                               attribute->target_backend != "static" &&
                               attribute->target_backend != own_backend;
            const int found = moves ? m_plan.find(fmt::format("{}_{}", plan.spec->table,
                                                              attribute->target_backend))
                                    : static_cast<int>(table);
            into = static_cast<std::size_t>(found);
        }
        if (attribute == nullptr) {
            ++m_notes->remarks[fmt::format("{}: values of attributes that the source itself no "
                                           "longer defines are left behind", plan.name)];
            continue;
        }
        if (attribute->target_id == 0) { continue; }
        if (attribute->source_backend != own_backend &&
            schema::is_left_over(m_plan, m_in->tables, attribute->source_backend, {table, row})) {
            ++m_notes->remarks[fmt::format("{}: values of attribute {} are left behind, its own "
                                           "are of type {}", plan.name, attribute->code,
                                           attribute->source_backend)];
            continue;
        }
        auto value = cells[plan.value];
        const Position at{table, row, in.record(row)};
        if (!map_value(*attribute, at, value)) { continue; }
        const auto& column = m_plan.tables[into].columns[static_cast<std::size_t>(
            m_plan.tables[into].value)];
        const bool look = column.must_check || column.converts_zero_dates || into != table;
        if (look && !value.is_pending_id() && !check_value(column, at, value, attribute->code)) {
            continue;
        }
        const auto& target = m_plan.tables[into];
        auto* out = m_out->tables[into].add_row(at.record, in.parent_row(row));
        out[target.parent_column] = Cell::id_of_row(parent, in.parent_row(row));
        out[target.attribute] = m_out->id_cell(attribute->target_id);
        out[target.value] = value;
        if (target.store >= 0) {
            out[target.store] = cells[plan.store];
            const auto store = m_settings.get("store").target(parse_id(cells[plan.store].text()));
            if (store) { out[target.store] = m_out->id_cell(*store); }
        }
    }
}

bool RecordMapper::map_value(const schema::MappedAttribute& attribute, const Position& at,
                             Cell& cell)
{
    if (cell.is_null()) { return true; }
    if (attribute.incompatible) {
        problem(at, m_invalid_outcome,
                fmt::format("{}: attribute {} is {} here and {} on the destination",
                            m_plan.tables[at.table].name, attribute.code, attribute.source_backend,
                            attribute.target_backend));
        return false;
    }
    switch (attribute.rule) {
    case schema::ValueRule::plain:
        return true;
    case schema::ValueRule::option_list:
        return map_option_list(attribute, cell);
    case schema::ValueRule::option: {
        const auto id = parse_id(cell.text());
        if (id == 0) { return true; }
        const auto option = attribute.options.find(id);
        if (option != attribute.options.end()) {
            cell = m_out->id_cell(option->second);
            return true;
        }
        ++m_notes->lost_references;
        ++m_notes->remarks[fmt::format("values of attribute {} that name an option without "
                                       "counterpart were emptied", attribute.code)];
        return false;
    }
    case schema::ValueRule::setting:
    case schema::ValueRule::record:
        return map_referring_value(attribute, at, cell);
    }
    return true;
}

bool RecordMapper::map_option_list(const schema::MappedAttribute& attribute, Cell& cell)
{
    std::string list;
    for (auto rest = cell.text(); !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        const auto id = parse_id(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (id == 0) { continue; }
        const auto option = attribute.options.find(id);
        if (option == attribute.options.end()) {
            ++m_notes->lost_references;
            ++m_notes->remarks[fmt::format("values of attribute {} that name an option without "
                                           "counterpart were emptied", attribute.code)];
            continue;
        }
        list += fmt::format("{}{}", list.empty() ? "" : ",", option->second);
    }
    cell = Cell(m_out->arena.store(list), list.size());
    return true;
}

bool RecordMapper::map_referring_value(const schema::MappedAttribute& attribute, const Position& at,
                                       Cell& cell)
{
    const auto id = parse_id(cell.text());
    if (const auto* setting = m_settings.find(attribute.to)) {
        if (const auto target = setting->target(id)) {
            cell = m_out->id_cell(*target);
            return true;
        }
    } else if (const int part = m_plan.find_type(attribute.to); part >= 0) {
        const auto row = part_row(static_cast<std::size_t>(part), id, at.record);
        if (row >= 0) {
            cell = Cell::id_of_row(static_cast<std::size_t>(part), static_cast<std::size_t>(row));
            return true;
        }
    }
    if (id == 0) { return true; }
    ++m_notes->lost_references;
    ++m_notes->remarks[fmt::format("values of attribute {} pointed at a {} that does not exist and "
                                   "were left out", attribute.code, attribute.to)];
    return false;
}

bool RecordMapper::check_value(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                               std::string_view what)
{
    const bool is_value = m_plan.tables[at.table].kind == schema::TableKind::values;
    if (cell.is_null()) {
        if (column.target_type.nullable) { return true; }
        // A value row that is NULL says "no value", and so does its absence.
        if (is_value) { return false; }
        problem(at, m_invalid_outcome,
                fmt::format("{}: is NULL, and the destination's column takes none", where(at, what)));
        return true;
    }
    if (column.converts_zero_dates && schema::is_zero_date(cell.text())) {
        ++m_notes->zero_dates;
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
        problem(at, m_invalid_outcome, fmt::format("{}: {}", where(at, what), *reason));
    }
    return true;
}

void RecordMapper::problem(const Position& at, Outcome outcome, std::string reason)
{
    auto& existing = m_notes->problems[at.record];
    // What fails a record says more than what only holds it.
    if (existing && !(existing->outcome == Outcome::held && outcome != Outcome::held)) { return; }
    // Reports tell these from records that the duplicate policy left alone.
    if (outcome == Outcome::skipped) { reason.insert(0, report::k_invalid_prefix); }
    existing = RecordProblem{outcome, std::move(reason)};
}

std::string RecordMapper::where(const Position& at, std::string_view column) const
{
    const auto& table = m_plan.tables[at.table];
    const auto& owner = table.kind == schema::TableKind::values
                            ? m_plan.tables[static_cast<std::size_t>(table.parent)]
                            : table;
    const auto& in = m_in->tables[at.table];
    const auto parent_cell = table.is_keyed() ? table.key : table.parent_column;
    return fmt::format("{}.{} ({} {})", table.name, column, owner.spec->key.empty()
                                                                ? owner.spec->parent_column
                                                                : owner.spec->key,
                       in.cell(at.row, static_cast<std::size_t>(parent_cell)).text());
}

std::int64_t RecordMapper::part_row(std::size_t table, std::uint32_t source_id,
                                    std::uint32_t record)
{
    auto [entry, is_new] = m_part_rows.try_emplace(table);
    if (is_new) {
        const auto& ids = m_out->source_ids[table];
        for (std::size_t row = 0; row < ids.size(); ++row) {
            entry->second.emplace(ids[row], static_cast<std::uint32_t>(row));
        }
    }
    const auto found = entry->second.find(source_id);
    if (found == entry->second.end() || m_in->tables[table].record(found->second) != record) {
        return -1;
    }
    return found->second;
}

} // namespace datasync::engine
