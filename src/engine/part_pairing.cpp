// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/part_pairing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace datasync::engine {

namespace {

constexpr std::string_view k_admin_store = "0";

/// What two parts have to share to be the same one.
enum class Likeness : std::uint8_t { all, all_but_dates, row_key };

/// Length-prefixed, so that no two contents run together.
void append_cell(std::string& text, const Cell& cell)
{
    text += cell.is_null() ? std::string("-") : std::to_string(cell.text().size());
    text += ':';
    text += cell.text();
}

bool tells_content(const schema::AggregatePlan& plan, const schema::PlannedTable& table,
                   std::size_t column, Likeness likeness)
{
    const auto index = static_cast<int>(column);
    const auto& planned = table.columns[column];
    const auto& type = planned.target_type.data_type;
    // Which part another one belongs to is known only when both have been paired.
    if (planned.reference != nullptr && plan.find_part(planned.reference->to) >= 0) {
        return false;
    }
    // What only new parts get says nothing of those that are there.
    if (planned.is_for_new) { return false; }
    if (likeness == Likeness::row_key) {
        return std::find(table.row_key.begin(), table.row_key.end(), index) != table.row_key.end();
    }
    const bool is_date = type == "timestamp" || type == "datetime";
    return index != table.key && index != table.parent_column &&
           (!is_date || likeness == Likeness::all) && planned.name != "increment_id";
}

/// Table of the set whose admin row names the parts of `table`, -1 for none.
int naming_table(const schema::AggregatePlan& plan, std::size_t table)
{
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& set = plan.tables[t];
        if (set.kind == schema::TableKind::set && set.parent == static_cast<int>(table) &&
            !set.spec->names_parent_by.empty()) {
            return static_cast<int>(t);
        }
    }
    return -1;
}

/// To which record each row of a part table belongs and what it says, ids aside: equal texts mean
/// equal parts. `parents` are the destination's ids of the parts above, empty below a root.
std::vector<std::string> part_contents(const schema::AggregatePlan& plan, std::size_t table,
                                       const std::vector<RowSet>& tables,
                                       const std::vector<std::uint32_t>& parents, Likeness likeness)
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
    if (const int naming = naming_table(plan, table); naming >= 0) {
        const auto& names = plan.tables[static_cast<std::size_t>(naming)];
        const auto& rows = tables[static_cast<std::size_t>(naming)];
        const auto name = static_cast<std::size_t>(names.find(names.spec->names_parent_by));
        const auto store = static_cast<std::size_t>(names.row_key.front());
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (rows.cell(row, store).text() != k_admin_store) { continue; }
            append_cell(pieces[rows.parent_row(row)].emplace_back(), rows.cell(row, name));
        }
    }
    std::vector<std::string> contents(pieces.size());
    for (std::size_t row = 0; row < pieces.size(); ++row) {
        contents[row] = std::to_string(tables[table].record(row)) + ':';
        if (!parents.empty()) {
            contents[row] += std::to_string(parents[tables[table].parent_row(row)]) + ':';
        }
        for (std::size_t c = 0; c < part.columns.size(); ++c) {
            if (tells_content(plan, part, c, likeness)) {
                append_cell(contents[row], tables[table].cell(row, c));
            }
        }
        std::sort(pieces[row].begin(), pieces[row].end());
        for (const auto& piece : pieces[row]) { contents[row] += '|' + piece; }
    }
    return contents;
}

/// The keys of existing rows.
std::vector<std::uint32_t> ids_of(const schema::PlannedTable& table, const RowSet& rows)
{
    std::vector<std::uint32_t> ids(rows.rows());
    for (std::size_t row = 0; row < ids.size(); ++row) {
        ids[row] = parse_id(rows.cell(row, static_cast<std::size_t>(table.key)).text());
    }
    return ids;
}

void pair_like(const schema::AggregatePlan& plan, std::size_t table, schema::MappedBatch& batch,
               const std::vector<RowSet>& existing_tables, std::vector<std::int64_t>& matches,
               Likeness likeness)
{
    const auto& rows = batch.tables[table];
    const auto& existing = existing_tables[table];
    const auto key = static_cast<std::size_t>(plan.tables[table].key);
    std::unordered_set<std::size_t> taken;
    for (const auto match : matches) {
        if (match >= 0) { taken.insert(static_cast<std::size_t>(match)); }
    }
    if (taken.size() == existing.rows()) { return; }
    // Values of two options may be called the same.
    std::vector<std::uint32_t> wanted_parents;
    std::vector<std::uint32_t> present_parents;
    if (const int parent = plan.tables[table].parent; parent > 0) {
        const auto above = static_cast<std::size_t>(parent);
        wanted_parents = batch.target_ids[above];
        present_parents = ids_of(plan.tables[above], existing_tables[above]);
    }
    const auto wanted = part_contents(plan, table, batch.tables, wanted_parents, likeness);
    const auto present = part_contents(plan, table, existing_tables, present_parents, likeness);
    // The last first, so that the first is taken first.
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_content;
    for (std::size_t row = existing.rows(); row-- > 0;) {
        if (!taken.contains(row)) { by_content[present[row]].push_back(row); }
    }
    std::unordered_map<std::string_view, std::size_t> wanting;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (matches[row] < 0) { ++wanting[wanted[row]]; }
    }
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (matches[row] >= 0) { continue; }
        const auto equal = by_content.find(wanted[row]);
        if (equal == by_content.end() || equal->second.empty()) { continue; }
        // Which of several is meant, a key does not say: one sku may stand in an order twice.
        const bool is_clear = wanting[wanted[row]] == 1 && equal->second.size() == 1;
        const bool in_order = plan.tables[table].spec->pairs_in_order;
        if (likeness == Likeness::row_key && !is_clear && !in_order) { continue; }
        const auto found = equal->second.back();
        equal->second.pop_back();
        matches[row] = static_cast<std::int64_t>(found);
        batch.target_ids[table][row] = parse_id(existing.cell(found, key).text());
    }
}

/// A value of a record that names one of its parts, such as its default billing address.
struct Role {
    std::uint32_t record;
    std::string attribute;
    auto operator<=>(const Role&) const = default;
};

/// Pairs parts that the record calls the same: the part that is its default billing address here is
/// the one that is so there, however much of it has changed.
void pair_by_role(const schema::AggregatePlan& plan, std::size_t table, schema::MappedBatch& batch,
                  const std::vector<RowSet>& existing, std::vector<std::int64_t>& matches)
{
    const auto key = static_cast<std::size_t>(plan.tables[table].key);
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t row = 0; row < existing[table].rows(); ++row) {
        by_id.emplace(existing[table].cell(row, key).text(), row);
    }
    std::unordered_set<std::size_t> taken;
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& values = plan.tables[t];
        if (values.kind != schema::TableKind::values || values.parent != 0) { continue; }
        const auto attribute = static_cast<std::size_t>(values.attribute);
        const auto value = static_cast<std::size_t>(values.value);
        std::map<Role, std::size_t> there;
        for (std::size_t row = 0; row < existing[t].rows(); ++row) {
            const auto named = by_id.find(existing[t].cell(row, value).text());
            if (named == by_id.end()) { continue; }
            there.emplace(
                Role{existing[t].record(row), std::string(existing[t].cell(row, attribute).text())},
                named->second);
        }
        const auto& rows = batch.tables[t];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto& cell = rows.cell(row, value);
            if (!cell.is_pending_id() || cell.pending_table() != table) { continue; }
            const auto part = cell.pending_row();
            const auto found =
                there.find(Role{rows.record(row), std::string(rows.cell(row, attribute).text())});
            if (found == there.end() || matches[part] >= 0 ||
                existing[table].record(found->second) != rows.record(row) ||
                !taken.insert(found->second).second) {
                continue;
            }
            matches[part] = static_cast<std::int64_t>(found->second);
            batch.target_ids[table][part] =
                parse_id(existing[table].cell(found->second, key).text());
        }
    }
}

} // namespace

void pair_parts(const schema::AggregatePlan& plan, std::size_t table, schema::MappedBatch& batch,
                const std::vector<RowSet>& existing, std::vector<std::int64_t>& matches)
{
    const auto pair = [&](Likeness likeness) {
        pair_like(plan, table, batch, existing, matches, likeness);
    };
    if (plan.tables[table].is_partial) { pair_by_role(plan, table, batch, existing, matches); }
    // What refers to such parts tells equal names apart by their order alone.
    if (plan.tables[table].spec->pairs_in_order) {
        pair(Likeness::row_key);
        return;
    }
    // What the registry does not keep is known by its key, which is cheap to compare.
    if (!plan.tables[table].is_registered()) { pair(Likeness::row_key); }
    // The more alike first: of parts that differ in their dates alone, those with equal dates
    // belong together; what is left may have been changed on the destination.
    pair(Likeness::all);
    pair(Likeness::all_but_dates);
    if (!plan.tables[table].row_key.empty() || naming_table(plan, table) >= 0) {
        pair(Likeness::row_key);
    }
}

} // namespace datasync::engine
