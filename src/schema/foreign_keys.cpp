// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/foreign_keys.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace datasync::schema {

namespace {

/// Small tables that most rows point at: locked as a whole.
constexpr std::array<std::string_view, 3> k_locked_settings = {"core_website", "core_store",
                                                               "customer_group"};
constexpr std::array<std::string_view, 2> k_locked_attributes = {"eav_entity_type",
                                                                 "eav_attribute"};

bool is_locked_whole(const Shop& target, const AggregatePlan& plan, std::string_view table)
{
    const auto is_table = [&](std::string_view name) { return target.table(name) == table; };
    return std::any_of(k_locked_settings.begin(), k_locked_settings.end(), is_table) ||
           (!plan.eav.empty() &&
            std::any_of(k_locked_attributes.begin(), k_locked_attributes.end(), is_table));
}

} // namespace

ForeignKeys::ForeignKeys(const Shop& target, const AggregatePlan& plan)
    : m_target(target), m_plan(plan)
{
    // A column that is not in the plan gets its default, which the shop's own rows have too.
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        for (std::size_t c = 0; c < plan.tables[t].columns.size(); ++c) {
            for (const auto& key : plan.tables[t].columns[c].foreign_keys) { add(t, c, key); }
        }
    }
}

void ForeignKeys::add(std::size_t table, std::size_t column, const ForeignKey& key)
{
    const auto& plan = m_plan.tables[table];
    const bool is_parents =
        static_cast<int>(column) == plan.parent_column &&
        key.table == m_target.table(m_plan.tables[static_cast<std::size_t>(plan.parent)].name);
    if (is_parents) { return; }
    if (is_locked_whole(m_target, m_plan, key.table)) { return; }
    const auto* reference = plan.columns[column].reference;
    const bool is_own = reference != nullptr && m_plan.find_part(reference->to) >= 0;
    if (is_own) {
        m_own.push_back({table, column});
    } else {
        m_records.push_back({table, column, key});
    }
}

bool ForeignKeys::has(std::size_t table, std::size_t column) const
{
    return std::any_of(m_own.begin(), m_own.end(), [&](const OwnKey& key) {
        return key.table == table && key.column == column;
    });
}

bool ForeignKeys::answer_for(const MappedBatch& batch, const WriteSet& work) const
{
    const bool own_are_written = std::all_of(m_own.begin(), m_own.end(), [&](const OwnKey& key) {
        const auto& inserts = work.tables[key.table].inserts;
        return std::all_of(inserts.begin(), inserts.end(), [&](std::uint32_t row) {
            const auto& cell = batch.tables[key.table].cell(row, key.column);
            return cell.is_pending_id() || cell.is_null();
        });
    });
    if (!own_are_written) { return false; }
    lock_settings();
    return std::all_of(m_records.begin(), m_records.end(),
                       [&](const RecordKey& key) { return lock_records(key, batch, work); });
}

bool ForeignKeys::lock_records(const RecordKey& key, const MappedBatch& batch,
                               const WriteSet& work) const
{
    std::vector<std::uint32_t> ids;
    for (const auto row : work.tables[key.table].inserts) {
        const auto& cell = batch.tables[key.table].cell(row, key.column);
        // A reference within the batch to something that is written later.
        if (cell.is_pending_id()) { return false; }
        if (cell.is_null()) { continue; }
        ids.push_back(parse_id(cell.text()));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::size_t there = 0;
    const auto column = db::quoted(key.names.column);
    for (const auto& condition : db::id_conditions(column, ids)) {
        m_target.connection().query(
            fmt::format("SELECT {} FROM {} WHERE {} LOCK IN SHARE MODE", column,
                        db::quoted(key.names.table), condition),
            [&](const db::RowView& row) {
                there += std::binary_search(ids.begin(), ids.end(), row.id(0)) ? 1U : 0U;
            });
    }
    return there == ids.size();
}

void ForeignKeys::lock_settings() const
{
    std::string types;
    for (const auto& [owner, map] : m_plan.eav) {
        types += fmt::format("{}{}", types.empty() ? "" : ",", map.target_entity_type_id);
    }
    const auto lock = [&](std::string_view table, const std::string& condition) {
        m_target.connection().query(fmt::format("SELECT 1 FROM {}{} LOCK IN SHARE MODE",
                                                m_target.quoted_table(table), condition),
                                    [](const db::RowView&) {});
    };
    for (const auto table : k_locked_settings) { lock(table, ""); }
    if (types.empty()) { return; }
    const auto of_types = fmt::format(" WHERE entity_type_id IN ({})", types);
    for (const auto table : k_locked_attributes) { lock(table, of_types); }
}

} // namespace datasync::schema
