// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/own_rows.hpp"

namespace datasync::engine {

OwnRows::OwnRows(const schema::AggregatePlan& plan, const schema::Settings& settings,
                 state::Registry& registry)
    : m_plan(plan), m_settings(settings), m_registry(registry)
{
}

void OwnRows::reset(const schema::AggregateRows& existing)
{
    m_existing = &existing;
    m_own.clear();
}

bool OwnRows::contains(std::size_t table, std::size_t existing_row)
{
    const auto& plan = m_plan.tables[table];
    if (plan.parent > 0 && contains(static_cast<std::size_t>(plan.parent),
                                    m_existing->tables[table].parent_row(existing_row))) {
        return true;
    }
    if (plan.kind == schema::TableKind::values) {
        if (plan.store < 0) { return false; }
        const auto store = static_cast<std::size_t>(plan.store);
        return !counterparts(m_settings.get("store"))
                    .contains(parse_id(m_existing->tables[table].cell(existing_row, store).text()));
    }
    // What a file speaks of it says whole.
    if (!plan.spec->keeps_own || m_plan.covered_values) { return false; }
    auto known = m_own.find(table);
    if (known == m_own.end()) { known = m_own.emplace(table, find(table)).first; }
    return known->second[existing_row];
}

std::vector<bool> OwnRows::find(std::size_t table)
{
    const auto& plan = m_plan.tables[table];
    std::vector<bool> own(m_existing->tables[table].rows(), false);
    if (plan.is_keyed()) {
        mark(table, static_cast<std::size_t>(plan.key), std::string(plan.spec->type), true, own);
        return own;
    }
    for (const int column : plan.row_key) {
        const auto index = static_cast<std::size_t>(column);
        const auto* reference = plan.columns[index].reference;
        if (reference != nullptr) { mark(table, index, std::string(reference->to), false, own); }
    }
    return own;
}

void OwnRows::mark(std::size_t table, std::size_t column, const std::string& type, bool is_part,
                   std::vector<bool>& own)
{
    const auto& rows = m_existing->tables[table];
    std::vector<std::uint32_t> ids(rows.rows());
    for (std::size_t row = 0; row < ids.size(); ++row) {
        ids[row] = parse_id(rows.cell(row, column).text());
    }
    if (const auto* setting = is_part ? nullptr : m_settings.find(type)) {
        const auto& known = counterparts(*setting);
        // 0 is none, or all of them, in any shop.
        for (std::size_t row = 0; row < ids.size(); ++row) {
            own[row] = own[row] || (ids[row] != 0 && !known.contains(ids[row]));
        }
        return;
    }
    const auto sources = m_registry.claimed_by(type, is_part, ids);
    for (std::size_t row = 0; row < ids.size(); ++row) { own[row] = own[row] || sources[row] == 0; }
}

const std::unordered_set<std::uint32_t>& OwnRows::counterparts(const schema::SettingMap& setting)
{
    const auto [entry, is_new] = m_counterparts.try_emplace(setting.name());
    if (is_new) {
        for (const auto id : setting.source_ids()) {
            if (const auto target = setting.target(id)) { entry->second.insert(*target); }
        }
    }
    return entry->second;
}

} // namespace datasync::engine
