// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/reference_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace datasync::engine {

namespace {

/// Answers kept per type for later batches.
constexpr std::size_t k_most_remembered = 20'000;

/// "1,3" in source stores as "11,31" in destination stores, ascending by number.
std::optional<std::string> map_members(std::string_view list, const schema::SettingMap* setting)
{
    std::vector<std::uint32_t> ids;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const auto id = parse_id(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        const auto mapped = setting == nullptr ? id : setting->target(id);
        if (!mapped) { return std::nullopt; }
        ids.push_back(*mapped);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return fmt::format("{}", fmt::join(ids, ","));
}

} // namespace

std::optional<schema::NaturalValue> natural_value(const schema::NaturalTarget& what,
                                                  const Cell* columns, const Cell* set,
                                                  const schema::Settings& settings)
{
    schema::NaturalValue value;
    for (std::size_t i = 0; i < what.columns.size(); ++i) {
        const auto& cell = columns[i];
        if (cell.is_null()) {
            value.columns.emplace_back(std::nullopt);
            continue;
        }
        const auto* setting = what.settings[i].empty() ? nullptr : settings.find(what.settings[i]);
        if (setting == nullptr) {
            value.columns.emplace_back(std::string(cell.text()));
            continue;
        }
        const auto mapped = setting->target(parse_id(cell.text()));
        if (!mapped) { return std::nullopt; }
        value.columns.emplace_back(std::to_string(*mapped));
    }
    if (set != nullptr) {
        auto members = map_members(set->text(), settings.find(what.set_setting));
        if (!members) { return std::nullopt; }
        value.set = std::move(*members);
    }
    return value;
}

ReferenceTable::ReferenceTable(const schema::Shop& target, const schema::Settings& settings,
                               const std::vector<schema::NaturalTarget>& referenced,
                               state::Registry& registry, bool reads_file)
    : m_target(target),
      m_settings(settings),
      m_referenced(referenced),
      m_registry(registry),
      m_reads_file(reads_file)
{
}

void ReferenceTable::load(const EntityBatch& batch)
{
    for (std::size_t i = 0; i < m_referenced.size(); ++i) { load_type(batch, i); }
}

void ReferenceTable::load_type(const EntityBatch& batch, std::size_t index)
{
    const auto& what = m_referenced[index];
    auto& known = m_types[what.type];
    // Orders name the same products over and over: what has an answer is not asked for again.
    std::erase_if(known, [](const auto& entry) { return entry.second.target_id == 0; });
    if (known.size() > k_most_remembered) { known.clear(); }
    std::vector<std::uint32_t> ids;
    std::copy_if(batch.reference_keys[index].ids.begin(), batch.reference_keys[index].ids.end(),
                 std::back_inserter(ids), [&](std::uint32_t id) { return !known.contains(id); });
    if (ids.empty()) { return; }
    auto targets = m_registry.lookup(what.type, what.is_part, ids);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto reserved = what.reserved_ids;
        if (std::find(reserved.begin(), reserved.end(), ids[i]) != reserved.end()) {
            targets[i] = ids[i];
        }
    }
    std::vector<std::uint32_t> registered;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(registered),
                 [](std::uint32_t id) { return id != 0; });
    // What the destination has deleted since must not be pointed at.
    if (what.first_is_unique) {
        const auto numbers = schema::document_numbers(m_target, what, registered);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto number = numbers.find(targets[i]);
            known[ids[i]] = number == numbers.end()
                                ? ReferencedRecord{}
                                : ReferencedRecord{targets[i], false, number->second, {}};
        }
    } else {
        const auto existing = schema::existing_records(m_target, what, registered);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            known[ids[i]].target_id = existing.contains(targets[i]) ? targets[i] : 0;
        }
    }

    for (const auto id : ids) {
        // A file does not say what else its source has.
        if (m_reads_file && id < k_first_made_up_id) { known[id].exists = true; }
    }
    for (const auto& [id, target] : batch.reference_keys[index].targets) {
        known[id] = {.target_id = target, .exists = true, .number = {}, .name = {}};
    }
    if (const auto pretended = m_pretended.find(what.type); pretended != m_pretended.end()) {
        for (const auto id : ids) {
            const auto found = pretended->second.find(id);
            auto& target = known[id].target_id;
            if (found != pretended->second.end() && target == 0) { target = found->second; }
        }
    }

    std::vector<std::uint32_t> asked;
    std::vector<schema::NaturalValue> values;
    const auto& keys = batch.reference_keys[index].rows;
    for (std::size_t row = 0; row < keys.rows(); ++row) {
        const auto* cells = keys.row(row);
        const auto id = parse_id(cells[0].text());
        auto& record = known[id];
        record.exists = true;
        const bool is_named = m_reads_file && id >= k_first_made_up_id;
        if (is_named && !what.columns.empty()) { record.name = cells[1].text(); }
        // Of records that may be alike, only the registry says which is which.
        if (record.target_id != 0 || what.columns.empty() || what.may_repeat) { continue; }
        const Cell* set = what.set_table.empty() ? nullptr : cells + 1 + what.columns.size();
        if (auto value = natural_value(what, cells + 1, set, m_settings)) {
            asked.push_back(id);
            values.push_back(std::move(*value));
        }
    }
    if (values.empty() || m_target.find_table(what.table) == nullptr) { return; }
    const auto found = schema::find_by_natural_key(m_target, what, values);
    std::vector<std::uint32_t> matched;
    for (const auto& match : found) {
        if (match.ids.size() == 1) { matched.push_back(match.ids.front()); }
    }
    const auto claims = m_registry.claimed_by(what.type, what.is_part, matched);
    std::size_t next = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        // An ambiguous key leads nowhere for sure: the reference stays open. So it does where
        // another record of the source has become that one.
        if (found[i].ids.size() != 1) { continue; }
        const auto claim = claims[next++];
        // What a file names is whatever is called so now.
        const bool is_named = m_reads_file && asked[i] >= k_first_made_up_id;
        if (claim == 0 || claim == asked[i] || is_named) {
            known[asked[i]].target_id = found[i].ids.front();
        }
    }
}

void ReferenceTable::pretend(std::string_view type, std::uint32_t source_id,
                             std::uint32_t target_id)
{
    m_pretended[std::string(type)][source_id] = target_id;
}

ReferencedRecord ReferenceTable::find(std::string_view type, std::uint32_t source_id) const
{
    const auto of_type = m_types.find(type);
    if (of_type == m_types.end()) { return {}; }
    const auto record = of_type->second.find(source_id);
    return record == of_type->second.end() ? ReferencedRecord{} : record->second;
}

} // namespace datasync::engine
