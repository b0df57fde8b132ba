// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_diff.hpp"

#include "engine/part_pairing.hpp"
#include "engine/set_index.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace datasync::engine {

void RecordChanges::add(std::string name)
{
    any = true;
    if (names.size() > k_most_named) { return; }
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
    }
}

std::string RecordChanges::describe() const
{
    const bool more = names.size() > k_most_named;
    const auto last = more ? std::prev(names.end()) : names.end();
    return fmt::format("{}{}", fmt::join(names.begin(), last, ", "), more ? ", ..." : "");
}

RecordDiff::RecordDiff(const schema::AggregatePlan& plan, Rules rules, OwnRows& own_rows)
    : m_plan(plan), m_rules(rules), m_own_rows(own_rows)
{
}

void RecordDiff::compare(schema::MappedBatch& batch, const schema::AggregateRows& existing,
                         const std::vector<bool>& included, schema::WriteSet& work,
                         std::vector<RecordChanges>& changes)
{
    m_batch = &batch;
    m_existing = &existing;
    m_included = &included;
    m_work = &work;
    m_changes = &changes;
    work.reset(m_plan.tables.size());
    changes.assign(included.size(), {});
    m_matches.assign(m_plan.tables.size(), {});
    m_is_matched.assign(m_plan.tables.size(), {});
    m_own_rows.reset(existing);

    match_roots();
    for (std::size_t t = 1; t < m_plan.tables.size(); ++t) {
        if (m_plan.tables[t].is_keyed()) { match_parts(t); }
    }
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) { resolve_pending(t); }
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        if (m_plan.tables[t].is_keyed()) {
            compare_keyed(t);
        } else {
            compare_set(t);
        }
    }
}

void RecordDiff::match_roots()
{
    auto& matches = m_matches.front();
    matches.assign(m_batch->tables.front().rows(), -1);
    m_root_exists.assign(matches.size(), false);
    const auto& rows = m_existing->tables.front();
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        matches[rows.record(row)] = static_cast<std::int64_t>(row);
        m_root_exists[rows.record(row)] = true;
    }
    for (std::size_t record = 0; record < matches.size(); ++record) {
        // Registered, but deleted on the destination since: it has to be created again.
        if ((*m_included)[record] && matches[record] < 0) {
            m_batch->target_ids.front()[record] = schema::k_not_there;
        }
    }
}

void RecordDiff::match_parts(std::size_t table)
{
    const auto& existing = m_existing->tables[table];
    const auto key = static_cast<std::size_t>(m_plan.tables[table].key);
    std::unordered_map<std::uint32_t, std::size_t> by_id;
    for (std::size_t row = 0; row < existing.rows(); ++row) {
        by_id.emplace(parse_id(existing.cell(row, key).text()), row);
    }
    const auto& rows = m_batch->tables[table];
    auto& targets = m_batch->target_ids[table];
    auto& matches = m_matches[table];
    matches.assign(rows.rows(), -1);
    bool any_unmatched = false;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto found = by_id.find(targets[row]);
        if (found != by_id.end() && existing.record(found->second) == rows.record(row)) {
            matches[row] = static_cast<std::int64_t>(found->second);
            by_id.erase(found);
        } else {
            targets[row] = schema::k_not_there;
            any_unmatched = any_unmatched || m_root_exists[rows.record(row)];
        }
    }
    if (any_unmatched && !by_id.empty()) {
        pair_parts(m_plan, table, *m_batch, m_existing->tables, matches);
    }
}

void RecordDiff::resolve_pending(std::size_t table)
{
    auto& rows = m_batch->tables[table];
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (!m_root_exists[rows.record(row)]) { continue; }
        auto* cells = rows.row(row);
        for (std::size_t c = 0; c < rows.columns(); ++c) {
            if (!cells[c].is_pending_id()) { continue; }
            const auto id = m_batch->target_ids[cells[c].pending_table()][cells[c].pending_row()];
            if (id == schema::k_not_there) { continue; }
            cells[c] = m_batch->id_cell(id);
        }
    }
}

void RecordDiff::compare_keyed(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& rows = m_batch->tables[table];
    auto& writes = m_work->tables[table];
    const auto& matches = m_matches[table];
    auto& matched = m_is_matched[table];
    matched.assign(m_existing->tables[table].rows(), false);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto record = rows.record(row);
        if (!(*m_included)[record]) { continue; }
        if (plan.is_for_new && m_root_exists[record]) { continue; }
        if (matches[row] < 0) {
            writes.inserts.push_back(static_cast<std::uint32_t>(row));
            changes_of(record).any = true;
            if (table != 0 && m_root_exists[record]) { changes_of(record).add("+" + plan.name); }
            continue;
        }
        const auto existing_row = static_cast<std::size_t>(matches[row]);
        matched[existing_row] = true;
        if (plan.spec->is_given || only_adds(table) || leaves(table, record)) { continue; }
        if (row_differs(table, row, existing_row)) {
            writes.updates.emplace_back(row, existing_row);
        }
    }
    for (std::size_t row = 0; row < matched.size(); ++row) {
        const auto record = m_existing->tables[table].record(row);
        if (matched[row] || table == 0 || !(*m_included)[record] || !is_removable(table, row)) {
            continue;
        }
        writes.deletes.push_back(static_cast<std::uint32_t>(row));
        changes_of(record).add("-" + plan.name);
    }
}

void RecordDiff::compare_set(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    const auto& rows = m_batch->tables[table];
    const auto& existing = m_existing->tables[table];
    auto& writes = m_work->tables[table];
    const SetIndex index(plan, existing);
    std::vector<bool> matched(existing.rows(), false);
    const auto named = static_cast<std::size_t>(plan.value >= 0 ? plan.value : plan.parent_column);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto record = rows.record(row);
        if (!(*m_included)[record]) { continue; }
        const auto* cells = rows.row(row);
        const bool parent_is_new = cells[plan.parent_column].is_pending_id();
        if (!parent_is_new && (only_adds(table) || !m_plan.covers(plan, cells))) { continue; }
        const auto found = parent_is_new || existing.empty() ? -1 : index.find(cells);
        const bool is_placeholder = m_batch->placeholders.contains({table, row});
        if (found >= 0) {
            const auto existing_row = static_cast<std::size_t>(found);
            matched[existing_row] = true;
            if (is_placeholder || leaves(table, record) || !row_differs(table, row, existing_row)) {
                continue;
            }
            if (goes_with_part(table, existing_row)) {
                writes.deletes.push_back(static_cast<std::uint32_t>(existing_row));
                writes.inserts.push_back(static_cast<std::uint32_t>(row));
            } else {
                writes.updates.emplace_back(row, existing_row);
            }
            continue;
        }
        if (is_placeholder) { continue; }
        const bool says_nothing = merges(table) && m_root_exists[record] && plan.value >= 0 &&
                                  cells[plan.value].is_empty();
        if (says_nothing) { continue; }
        writes.inserts.push_back(static_cast<std::uint32_t>(row));
        changes_of(record).any = true;
        if (m_root_exists[record] && !parent_is_new) {
            changes_of(record).add(name_of(table, cells, named));
        }
    }
    for (std::size_t row = 0; row < matched.size(); ++row) {
        const auto record = existing.record(row);
        if (matched[row] || !(*m_included)[record] || !is_removable(table, row)) { continue; }
        writes.deletes.push_back(static_cast<std::uint32_t>(row));
        changes_of(record).add(name_of(table, existing.row(row), named));
    }
}

bool RecordDiff::merges(std::size_t table) const
{
    return m_rules.policy == OnDuplicate::merge || (m_plan.tables[table].spec->is_custom_option &&
                                                    m_rules.options_mode == OptionsMode::merge);
}

bool RecordDiff::leaves(std::size_t table, std::uint32_t record) const
{
    return m_batch->left.contains({record, table});
}

bool RecordDiff::only_adds(std::size_t table) const
{
    return m_plan.tables[table].spec->is_custom_option &&
           m_rules.options_mode == OptionsMode::append;
}

bool RecordDiff::takes_over(std::size_t table, std::size_t index, const Cell& cell) const
{
    if (!merges(table)) { return false; }
    const auto& column = m_plan.tables[table].columns[index];
    // A reference that says 0 says nothing.
    return cell.is_empty() || (column.reference != nullptr && cell.text() == "0");
}

bool RecordDiff::row_differs(std::size_t table, std::size_t row, std::size_t existing_row)
{
    const auto& plan = m_plan.tables[table];
    auto* cells = m_batch->tables[table].row(row);
    const auto* there = m_existing->tables[table].row(existing_row);
    bool differs = false;
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        const auto index = static_cast<int>(c);
        if (index == plan.key || index == plan.parent_column || index == plan.attribute) {
            continue;
        }
        if (cells[c] == there[c]) { continue; }
        const auto& column = plan.columns[c];
        // A grid shows what its root has.
        const int root_column = table == 0 ? index : column.root_column;
        const std::pair place(m_batch->tables[table].record(row),
                              static_cast<std::size_t>(root_column));
        const bool is_for_new =
            column.is_for_new ||
            (root_column >= 0 &&
             (m_batch->for_new.contains(place) || (merges(0) && m_batch->unsaid.contains(place))));
        if (is_for_new) {
            cells[c] = there[c];
            continue;
        }
        if (!cells[c].is_pending_id()) {
            const bool is_kept_number =
                m_rules.keeps_numbers && column.is_number && !cells[c].is_empty() &&
                there[c].text().find(cells[c].text()) != std::string_view::npos;
            if (is_kept_number || takes_over(table, c, cells[c])) {
                cells[c] = there[c];
                continue;
            }
            const bool both = !cells[c].is_null() && !there[c].is_null();
            if (both && !column.same_type &&
                schema::same_value(cells[c].text(), there[c].text(), column.target_type)) {
                cells[c] = there[c];
                continue;
            }
        }
        differs = true;
        changes_of(m_batch->tables[table].record(row)).add(name_of(table, cells, c));
    }
    return differs;
}

bool RecordDiff::is_removable(std::size_t table, std::size_t existing_row)
{
    if (merges(table) || only_adds(table) || m_own_rows.contains(table, existing_row)) {
        return false;
    }
    const auto& plan = m_plan.tables[table];
    if (plan.is_partial || leaves(table, m_existing->tables[table].record(existing_row)) ||
        is_below_kept_part(table, existing_row) ||
        !m_plan.covers(plan, m_existing->tables[table].row(existing_row))) {
        return false;
    }
    if (plan.kind != schema::TableKind::values) { return !holds_own(table, existing_row); }
    // Attributes that only the destination has are its own.
    const auto attribute =
        parse_id(m_existing->tables[table]
                     .cell(existing_row, static_cast<std::size_t>(plan.attribute))
                     .text());
    return m_plan.eav.at(plan.parent).is_mapped_target(attribute);
}

bool RecordDiff::is_below_kept_part(std::size_t table, std::size_t existing_row) const
{
    const int above = m_plan.tables[table].parent;
    if (above <= 0) { return false; }
    const auto part = static_cast<std::size_t>(above);
    const auto row = m_existing->tables[table].parent_row(existing_row);
    const auto& rows = m_existing->tables[part];
    const bool may_stay = m_plan.tables[part].is_partial || leaves(part, rows.record(row)) ||
                          !m_plan.covers(m_plan.tables[part], rows.row(row));
    return (may_stay && !m_is_matched[part][row]) || is_below_kept_part(part, row);
}

bool RecordDiff::goes_with_part(std::size_t set, std::size_t existing_row) const
{
    const auto& columns = m_plan.tables[set].columns;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto* reference = columns[c].reference;
        const int part = reference == nullptr ? -1 : m_plan.find_part(reference->to);
        if (part < 0) { continue; }
        const auto& parts = m_existing->tables[static_cast<std::size_t>(part)];
        const auto& removed = m_work->tables[static_cast<std::size_t>(part)].deletes;
        const auto key =
            static_cast<std::size_t>(m_plan.tables[static_cast<std::size_t>(part)].key);
        const auto& named = m_existing->tables[set].cell(existing_row, c);
        if (std::any_of(removed.begin(), removed.end(),
                        [&](std::uint32_t row) { return parts.cell(row, key) == named; })) {
            return true;
        }
    }
    return false;
}

bool RecordDiff::holds_own(std::size_t part, std::size_t existing_row)
{
    if (!m_plan.tables[part].is_keyed()) { return false; }
    const auto& id = m_existing->tables[part].cell(
        existing_row, static_cast<std::size_t>(m_plan.tables[part].key));
    for (std::size_t t = 0; t < m_plan.tables.size(); ++t) {
        const auto& set = m_plan.tables[t];
        if (!set.is_set()) { continue; }
        for (std::size_t c = 0; c < set.columns.size(); ++c) {
            const auto* reference = set.columns[c].reference;
            if (reference == nullptr || m_plan.find_part(reference->to) != static_cast<int>(part)) {
                continue;
            }
            const auto& rows = m_existing->tables[t];
            for (std::size_t row = 0; row < rows.rows(); ++row) {
                if (rows.cell(row, c) == id && m_own_rows.contains(t, row)) { return true; }
            }
        }
    }
    return false;
}

std::string RecordDiff::name_of(std::size_t table, const Cell* cells, std::size_t column) const
{
    const auto& plan = m_plan.tables[table];
    if (plan.kind == schema::TableKind::values) {
        return m_plan.eav.at(plan.parent).target_code(parse_id(cells[plan.attribute].text()));
    }
    if (plan.kind == schema::TableKind::root) { return plan.columns[column].name; }
    return plan.is_set() ? plan.name : plan.name + "." + plan.columns[column].name;
}

} // namespace datasync::engine
