// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/named_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace datasync::adapters {

NamedRecords::NamedRecords(const std::vector<schema::NaturalTarget>& referenced, MadeUpIds& made_up)
    : m_referenced(referenced), m_made_up(made_up)
{
    m_names.resize(referenced.size());
    m_targets.resize(referenced.size());
}

void NamedRecords::begin(EntityBatch& batch)
{
    m_batch = &batch;
    batch.reference_keys.resize(m_referenced.size());
    for (std::size_t i = 0; i < m_referenced.size(); ++i) {
        const auto& what = m_referenced[i];
        auto& keys = batch.reference_keys[i];
        keys.type = what.type;
        keys.rows.reshape(1 + what.columns.size() + (what.set_table.empty() ? 0 : 1));
        m_names[i].clear();
        m_targets[i].clear();
    }
}

int NamedRecords::index_of(std::string_view type) const
{
    const auto found = std::find_if(m_referenced.begin(), m_referenced.end(),
                                    [&](const auto& what) { return what.type == type; });
    return found == m_referenced.end() ? -1 : static_cast<int>(found - m_referenced.begin());
}

std::uint32_t NamedRecords::make_up(std::size_t index)
{
    const auto id = m_made_up.next();
    m_batch->reference_keys[index].ids.push_back(id);
    return id;
}

std::uint32_t NamedRecords::by_name(std::string_view type, std::string_view name)
{
    const auto index = static_cast<std::size_t>(index_of(type));
    const auto [entry, is_new] = m_names[index].try_emplace(std::string(name));
    if (is_new) {
        entry->second = make_up(index);
        auto* cells = m_batch->reference_keys[index].rows.add_row(0);
        const auto digits = std::to_string(entry->second);
        cells[0] = Cell(m_batch->arena.store(digits), digits.size());
        cells[1] = Cell(m_batch->arena.store(name), name.size());
    }
    return entry->second;
}

std::uint32_t NamedRecords::by_target(std::string_view type, std::uint32_t target_id)
{
    const auto index = static_cast<std::size_t>(index_of(type));
    const auto [entry, is_new] = m_targets[index].try_emplace(target_id);
    if (is_new) {
        entry->second = make_up(index);
        m_batch->reference_keys[index].targets.push_back({entry->second, target_id});
    }
    return entry->second;
}

void NamedRecords::by_id(std::string_view type, std::uint32_t id)
{
    const auto index = static_cast<std::size_t>(index_of(type));
    m_batch->reference_keys[index].ids.push_back(id);
}

void NamedRecords::add_ids(const std::vector<std::vector<std::uint32_t>>& ids)
{
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto& known = m_batch->reference_keys[i].ids;
        known.insert(known.end(), ids[i].begin(), ids[i].end());
    }
}

void NamedRecords::finish()
{
    for (auto& keys : m_batch->reference_keys) {
        std::sort(keys.ids.begin(), keys.ids.end());
        keys.ids.erase(std::unique(keys.ids.begin(), keys.ids.end()), keys.ids.end());
    }
}

} // namespace datasync::adapters
