// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_identity.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace datasync::engine {

RecordIdentity::RecordIdentity(const RunContext& context, const schema::Shop& target,
                               state::Registry& registry)
    : m_plan(context.plan),
      m_target(target),
      m_natural(context.natural),
      m_duplicates(context.duplicates),
      m_given(context.given_identity),
      m_context(context),
      m_registry(registry)
{
    for (const auto& column : m_natural.columns) {
        m_key_columns.push_back(static_cast<std::size_t>(m_plan.root().find(column)));
    }
    if (!m_natural.set_table.empty()) {
        m_set_table = m_plan.find(m_natural.set_table);
        m_set_column =
            m_plan.tables[static_cast<std::size_t>(m_set_table)].find(m_natural.set_column);
    }
    if (m_natural.attribute.empty()) { return; }
    for (const auto& [id, attribute] : m_plan.eav.at(0).attributes()) {
        if (attribute.code != m_natural.attribute) { continue; }
        m_attribute_id = attribute.target_id;
        m_attribute_table =
            m_plan.find(fmt::format("{}_{}", m_plan.root().name, attribute.target_backend));
    }
}

std::vector<KnownBy> RecordIdentity::resolve(schema::MappedBatch& batch, MappingNotes& notes)
{
    const auto& sources = batch.source_ids.front();
    auto& targets = batch.target_ids.front();
    std::vector<KnownBy> known(sources.size(), KnownBy::nothing);
    const auto registered = m_registry.lookup(m_plan.spec->root().type, false, sources);
    // A record that the destination has deleted since may be there again under another id.
    const auto still_there = existing_of(registered);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (!still_there.contains(registered[i])) { continue; }
        targets[i] = registered[i];
        known[i] = KnownBy::registry;
    }
    // Reserved ids are the same record in every shop, as if each registry knew them.
    const auto reserved = m_plan.spec->reserved_ids;
    const auto there = schema::existing_records(m_target, m_natural, reserved);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (std::find(reserved.begin(), reserved.end(), sources[i]) == reserved.end()) { continue; }
        if (there.contains(sources[i])) {
            targets[i] = sources[i];
            known[i] = KnownBy::registry;
        } else {
            notes.problems[i] = RecordProblem{
                Outcome::skipped, fmt::format("id {} is reserved and the destination has no such "
                                              "record",
                                              sources[i])};
        }
    }
    resolve_given(batch, known);
    resolve_natural(batch, notes, known);
    if (m_context.reads_file()) { refuse_taken(batch, notes, known); }
    resolve_parts(batch);
    return known;
}

void RecordIdentity::resolve_given(schema::MappedBatch& batch, std::vector<KnownBy>& known)
{
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] != KnownBy::nothing) { continue; }
        const auto id = given_target(batch, i);
        if (id == 0) { continue; }
        const std::array target = {id};
        const auto claimed = m_registry.claimed_by(m_plan.spec->root().type, false, target);
        // What has no id of its own is whatever has its key now.
        if (claimed.front() != 0 && !m_context.is_made_up(batch.root_source_id(i))) { continue; }
        batch.target_ids.front()[i] = id;
        known[i] = KnownBy::natural_key;
    }
}

std::uint32_t RecordIdentity::given_target(const schema::MappedBatch& batch,
                                           std::size_t record) const
{
    if (is_looked_up(batch, record)) { return *batch.looked_up[record]; }
    const auto given = m_given.find(batch.root_source_id(record));
    return given == m_given.end() ? 0 : given->second;
}

bool RecordIdentity::is_looked_up(const schema::MappedBatch& batch, std::size_t record)
{
    return record < batch.looked_up.size() && batch.looked_up[record].has_value();
}

std::unordered_set<std::uint32_t>
RecordIdentity::existing_of(const std::vector<std::uint32_t>& registered) const
{
    std::vector<std::uint32_t> ids;
    std::copy_if(registered.begin(), registered.end(), std::back_inserter(ids),
                 [](std::uint32_t id) { return id != 0; });
    return schema::existing_records(m_target, m_natural, ids);
}

void RecordIdentity::resolve_natural(schema::MappedBatch& batch, MappingNotes& notes,
                                     std::vector<KnownBy>& known)
{
    std::vector<std::size_t> asked;
    std::vector<schema::NaturalValue> values;
    const auto attributes = key_attribute(batch);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] != KnownBy::nothing || notes.problems[i] || is_looked_up(batch, i)) {
            continue;
        }
        const auto duplicate = m_duplicates.find(batch.root_source_id(i));
        if (duplicate != m_duplicates.end()) {
            notes.problems[i] = RecordProblem{
                Outcome::failed, fmt::format("the source has the same {} under id {}: only one of "
                                             "them can arrive; change or remove the other",
                                             describe_key(), duplicate->second)};
            continue;
        }
        asked.push_back(i);
        values.push_back(natural_value(batch, i));
        if (!attributes.empty()) { values.back().attribute = attributes[i]; }
    }
    if (asked.empty()) { return; }
    auto found = schema::find_by_natural_key(m_target, m_natural, values);
    std::vector<std::uint32_t> matched;
    for (const auto& match : found) {
        if (match.ids.size() != 1 && !m_natural.may_repeat) { continue; }
        matched.insert(matched.end(), match.ids.begin(), match.ids.end());
    }
    const auto claims = m_registry.claimed_by(m_plan.spec->root().type, false, matched);
    std::unordered_map<std::uint32_t, std::uint32_t> claimed_by;
    for (std::size_t i = 0; i < matched.size(); ++i) {
        if (claims[i] != 0) { claimed_by[matched[i]] = claims[i]; }
    }
    const auto leave_claimed = [&](std::size_t i) {
        // What has no id of its own is whatever has its key now.
        if (m_context.is_made_up(batch.root_source_id(asked[i]))) { return; }
        std::erase_if(found[i].ids, [&](std::uint32_t id) { return claimed_by.contains(id); });
    };
    for (std::size_t i = 0; m_natural.may_repeat && i < asked.size(); ++i) { leave_claimed(i); }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto record = asked[i];
        auto& match = found[i];
        if (m_natural.pairs_in_order) {
            // Of several, the first that no record before this one has become.
            leave_claimed(i);
            if (!match.ids.empty()) { match.ids.resize(1); }
        }
        if (match.ids.empty() && match.in_the_way == 0) { continue; }
        if (match.ids.size() != 1) {
            notes.problems[record] = no_match(match);
            continue;
        }
        const auto id = match.ids.front();
        if (m_context.is_made_up(batch.root_source_id(record))) {
            batch.target_ids.front()[record] = id;
            known[record] = KnownBy::natural_key;
            continue;
        }
        const auto [claim, is_free] = claimed_by.try_emplace(id, batch.root_source_id(record));
        if (is_free) {
            batch.target_ids.front()[record] = id;
            known[record] = KnownBy::natural_key;
        } else if (!m_natural.may_repeat) {
            notes.problems[record] = RecordProblem{
                Outcome::failed, fmt::format("the destination's record {} has the same {}, but "
                                             "source record {} has become that one",
                                             id, describe_key(), claim->second)};
        }
    }
}

void RecordIdentity::refuse_taken(schema::MappedBatch& batch, MappingNotes& notes,
                                  std::vector<KnownBy>& known)
{
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i] == KnownBy::nothing || notes.problems[i]) { continue; }
        if (m_context.taken->take(batch.target_ids.front()[i])) { continue; }
        notes.problems[i] = RecordProblem{
            Outcome::failed, fmt::format("a record above it in the file is the same one ({}): "
                                         "only one of them can arrive",
                                         describe_key())};
        known[i] = KnownBy::nothing;
    }
}

RecordProblem RecordIdentity::no_match(const schema::NaturalMatch& match) const
{
    if (match.ids.empty()) {
        return {
            Outcome::failed,
            fmt::format("the destination's record {} has the same {} and is another one ({} "
                        "differ): give the arriving ones numbers of their own with "
                        "--increment-prefix or --increment-suffix",
                        match.in_the_way, m_natural.columns.front(),
                        fmt::join(m_natural.columns.begin() + 1, m_natural.columns.end(), " or "))};
    }
    return {Outcome::failed,
            fmt::format("{} records of the destination have the same {} (ids {}): it cannot be "
                        "told which one is meant",
                        match.ids.size(), describe_key(), fmt::join(match.ids, ", "))};
}

void RecordIdentity::resolve_parts(schema::MappedBatch& batch)
{
    for (std::size_t t = 1; t < m_plan.tables.size(); ++t) {
        if (!m_plan.tables[t].is_registered()) { continue; }
        const auto targets =
            m_registry.lookup(m_plan.tables[t].spec->type, true, batch.source_ids[t]);
        for (std::size_t row = 0; row < targets.size(); ++row) {
            if (targets[row] != 0) { batch.target_ids[t][row] = targets[row]; }
        }
    }
}

schema::NaturalValue RecordIdentity::natural_value(const schema::MappedBatch& batch,
                                                   std::size_t record) const
{
    schema::NaturalValue value;
    for (const auto column : m_key_columns) {
        const auto& cell = batch.tables.front().cell(record, column);
        value.columns.push_back(cell.is_null() ? std::nullopt
                                               : std::optional<std::string>(cell.text()));
    }
    if (m_set_table < 0) { return value; }
    std::vector<std::uint32_t> members;
    const auto& rows = batch.tables[static_cast<std::size_t>(m_set_table)];
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (rows.record(row) != record) { continue; }
        members.push_back(parse_id(rows.cell(row, static_cast<std::size_t>(m_set_column)).text()));
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    value.set = fmt::format("{}", fmt::join(members, ","));
    return value;
}

std::vector<std::string> RecordIdentity::key_attribute(const schema::MappedBatch& batch) const
{
    if (m_attribute_table < 0) { return {}; }
    const auto& plan = m_plan.tables[static_cast<std::size_t>(m_attribute_table)];
    const auto& rows = batch.tables[static_cast<std::size_t>(m_attribute_table)];
    std::vector<std::string> values(batch.tables.front().rows());
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto* cells = rows.row(row);
        const bool is_admin = plan.store < 0 || parse_id(cells[plan.store].text()) == 0;
        if (is_admin && parse_id(cells[plan.attribute].text()) == m_attribute_id) {
            values[rows.record(row)] = cells[plan.value].text();
        }
    }
    return values;
}

std::string RecordIdentity::describe_key() const
{
    auto names = m_natural.columns;
    if (!m_natural.attribute.empty()) { names.push_back(m_natural.attribute); }
    if (!m_natural.set_column.empty()) { names.push_back(m_natural.set_column + " set"); }
    return fmt::format("{}", fmt::join(names, " and "));
}

} // namespace datasync::engine
