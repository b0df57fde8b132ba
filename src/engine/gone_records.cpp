// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/gone_records.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace datasync::engine {

namespace {

/// An id of the source as text on the destination; as it is where the map does not say.
std::optional<std::string> mapped(const std::optional<std::string>& value,
                                  const schema::SettingMap* setting)
{
    if (!value || setting == nullptr) { return value; }
    const auto target = setting->target(parse_id(*value));
    return target ? std::to_string(*target) : std::optional<std::string>();
}

std::string mapped_set(const std::string& members, const schema::SettingMap* setting)
{
    std::set<std::uint32_t> ids;
    for (std::string_view left = members; !left.empty();) {
        const auto comma = std::min(left.find(','), left.size());
        const auto id = parse_id(left.substr(0, comma));
        ids.insert(setting == nullptr ? id : setting->target(id).value_or(0));
        left.remove_prefix(std::min(comma + 1, left.size()));
    }
    return fmt::format("{}", fmt::join(ids, ","));
}

} // namespace

GoneRecords::GoneRecords(const ShopSession& session, const EntityHandler& handler, OnDelete policy,
                         const schema::RecordRows& rows, const schema::Settings& settings,
                         state::Registry& registry)
    : m_source(session.source()),
      m_target(session.target()),
      m_spec(handler.spec()),
      m_policy(policy),
      m_can_disable(rows.can_disable()),
      m_settings(settings),
      m_registry(registry),
      m_of_source(schema::natural_target(m_spec, handler.natural_key(session.facts()))),
      m_of_target(m_of_source)
{
    m_of_target.condition = rows.plan().source_condition;
    m_of_source.condition = schema::conditions_sql(m_source, m_spec);
}

std::unordered_set<std::uint32_t>
GoneRecords::present(std::span<const std::uint32_t> source_ids) const
{
    return schema::present_records(m_source, m_of_source, source_ids);
}

std::vector<Finding> GoneRecords::examine(std::span<const GoneRecord> gone)
{
    Ids ids;
    for (const auto& record : gone) { ids.push_back(record.source_id); }
    const auto still_there = present(ids);
    auto targets = m_registry.lookup(m_spec.root().type, false, ids);
    const Ids registered = targets;
    find_by_identifier(gone, still_there, targets);
    const auto records = read_records(targets);
    const auto others = shared(ids, targets);
    const auto twins = find_twins(targets, records);

    std::vector<Finding> findings(gone.size());
    for (std::size_t i = 0; i < gone.size(); ++i) {
        auto& event = findings[i].event;
        findings[i].is_known = registered[i] != 0;
        event.source_id = ids[i];
        event.target_id = targets[i];
        event.label = gone[i].identifier;
        if (still_there.contains(ids[i])) {
            event.outcome = RemovalOutcome::failed;
            event.detail = "the source has it: it is not gone";
            continue;
        }
        const auto record = records.find(targets[i]);
        if (record == records.end()) {
            event.detail = targets[i] == 0 ? "it has never come to the destination"
                                           : "the destination does not have it any more";
            continue;
        }
        const auto& key = record->second.key;
        event.label = m_of_target.attribute.empty() ? record->second.label : key.attribute;
        const auto other = others.find(targets[i]);
        const auto twin = twins.find(targets[i]);
        if (!m_spec.removal.never_because.empty()) {
            event.outcome = RemovalOutcome::kept;
            event.detail = m_spec.removal.never_because;
        } else if (other != others.end()) {
            event.outcome = RemovalOutcome::kept;
            event.detail = other->second;
        } else if (twin != twins.end()) {
            event.outcome = RemovalOutcome::replaced;
            event.detail = fmt::format("the source has it again as {}", twin->second);
        } else {
            decide(event);
        }
    }
    return findings;
}

void GoneRecords::decide(RemovalEvent& event) const
{
    switch (m_policy) {
    case OnDelete::hard:
        event.outcome = RemovalOutcome::removed;
        return;
    case OnDelete::ignore:
        event.outcome = RemovalOutcome::kept;
        event.detail = "as --on-delete says";
        return;
    case OnDelete::soft:
        break;
    }
    event.outcome = m_can_disable ? RemovalOutcome::disabled : RemovalOutcome::kept;
    if (!m_can_disable) {
        event.detail = fmt::format("a record of type {} cannot be disabled", m_spec.name);
    }
}

void GoneRecords::find_by_identifier(std::span<const GoneRecord> gone,
                                     const std::unordered_set<std::uint32_t>& present, Ids& targets)
{
    // Only where the key begins with what people call a record does the name say which one it was.
    const bool is_named = m_of_target.columns.front() == m_spec.label_column;
    if (!is_named || !m_spec.removal.never_because.empty()) { return; }
    std::vector<std::size_t> asking;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < gone.size(); ++i) {
        if (targets[i] != 0 || gone[i].identifier.empty() || present.contains(gone[i].source_id)) {
            continue;
        }
        asking.push_back(i);
        names.push_back(gone[i].identifier);
    }
    if (names.empty()) { return; }
    std::vector<Ids> found(names.size());
    Ids all;
    schema::find_keyed_records(m_target, m_of_target, names,
                               [&](std::size_t n, const auto& record) {
                                   found[n].push_back(record.id);
                                   all.push_back(record.id);
                               });
    std::set<std::uint32_t> claimed;
    for (const auto& claim : m_registry.claims(m_spec.root().type, all)) {
        claimed.insert(claim.target_id);
    }
    std::set<std::size_t> still_named;
    schema::find_keyed_records(m_source, m_of_source, names,
                               [&](std::size_t n, const auto&) { still_named.insert(n); });
    std::set<std::uint32_t> given;
    for (std::size_t n = 0; n < names.size(); ++n) {
        if (found[n].size() != 1 || still_named.contains(n)) { continue; }
        const auto id = found[n].front();
        if (!claimed.contains(id) && given.insert(id).second) { targets[asking[n]] = id; }
    }
}

GoneRecords::Records GoneRecords::read_records(const Ids& targets) const
{
    Records records;
    Ids asked;
    const auto reserved = m_spec.reserved_ids;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(asked), [&](auto id) {
        return id != 0 && std::find(reserved.begin(), reserved.end(), id) == reserved.end();
    });
    schema::read_keyed_records(
        m_target, m_of_target, m_spec.label_column, asked,
        [&](schema::KeyedRecord record) { records.emplace(record.id, std::move(record)); });
    return records;
}

GoneRecords::Notes GoneRecords::shared(const Ids& gone, const Ids& targets)
{
    Notes notes;
    const std::unordered_set<std::uint32_t> going(gone.begin(), gone.end());
    std::vector<state::Claim> own;
    Ids own_ids;
    for (auto& claim : m_registry.claims(m_spec.root().type, targets)) {
        if (!claim.is_own) {
            notes[claim.target_id] = fmt::format("record {} of the source {} has become it too",
                                                 claim.source_id, claim.source_system);
        } else if (!going.contains(claim.source_id)) {
            own_ids.push_back(claim.source_id);
            own.push_back(std::move(claim));
        }
    }
    const auto there = present(own_ids);
    for (const auto& claim : own) {
        if (there.contains(claim.source_id)) {
            notes[claim.target_id] =
                fmt::format("record {} of the source has become it too", claim.source_id);
        }
    }
    return notes;
}

std::unordered_map<std::uint32_t, std::uint32_t> GoneRecords::find_twins(const Ids& targets,
                                                                         const Records& records)
{
    std::unordered_map<std::uint32_t, std::uint32_t> twins;
    if (!m_spec.removal.never_because.empty()) { return twins; }
    std::vector<std::string> firsts;
    std::vector<std::uint32_t> asking;
    for (const auto target : targets) {
        const auto record = records.find(target);
        if (record == records.end()) { continue; }
        auto first = first_on_source(record->second);
        if (!first) { continue; }
        firsts.push_back(std::move(*first));
        asking.push_back(target);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs; // Destination id, source id.
    Ids candidates;
    schema::find_keyed_records(m_source, m_of_source, firsts,
                               [&](std::size_t n, const schema::KeyedRecord& record) {
                                   if (!is_same(record.key, records.at(asking[n]).key)) { return; }
                                   pairs.emplace_back(asking[n], record.id);
                                   candidates.push_back(record.id);
                               });
    // One that the destination already has as another record is not this one made anew.
    const auto known = m_registry.lookup(m_spec.root().type, false, candidates);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto [target, twin] = pairs[i];
        if (known[i] != 0 || twins.contains(target) || !m_taken.insert(twin).second) { continue; }
        twins.emplace(target, twin);
        m_successors.emplace(target, twin);
    }
    return twins;
}

std::optional<std::string> GoneRecords::first_on_source(const schema::KeyedRecord& record)
{
    const auto& first = record.key.columns.front();
    const auto& to = m_of_target.settings.front();
    if (!first || to.empty()) { return first; }
    // The key begins with a reference to another record.
    const auto id = parse_id(*first);
    if (to == m_spec.root().type) {
        const auto reserved = m_spec.reserved_ids;
        if (std::find(reserved.begin(), reserved.end(), id) != reserved.end()) { return first; }
        const auto successor = m_successors.find(id);
        if (successor != m_successors.end()) { return std::to_string(successor->second); }
    }
    const std::array asked = {id};
    const auto source = m_registry.claimed_by(to, false, asked).front();
    return source == 0 ? std::optional<std::string>() : std::to_string(source);
}

bool GoneRecords::is_same(const schema::NaturalValue& source,
                          const schema::NaturalValue& target) const
{
    for (std::size_t c = 1; c < source.columns.size(); ++c) {
        const auto* setting = m_settings.find(m_of_source.settings[c]);
        if (mapped(source.columns[c], setting) != target.columns[c]) { return false; }
    }
    return source.attribute == target.attribute &&
           (m_of_source.set_table.empty() ||
            mapped_set(source.set, m_settings.find(m_of_source.set_setting)) == target.set);
}

} // namespace datasync::engine
