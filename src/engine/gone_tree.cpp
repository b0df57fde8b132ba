// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/gone_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace datasync::engine {

namespace {

/// Why a record stays, and whether that may be over once its type has been synced.
struct Obstacle {
    bool may_pass = false;
    std::string reason;
};

} // namespace

GoneTree::GoneTree(const ShopSession& session, const EntitySpec& spec,
                   const schema::RecordRows& rows, state::Registry& registry, GoneRecords& records)
    : m_target(session.target()),
      m_spec(spec),
      m_rows(rows),
      m_registry(registry),
      m_records(records)
{
}

std::vector<Finding> GoneTree::examine(std::span<const GoneRecord> gone)
{
    std::vector<Finding> findings;
    // A level at a time: what has been made anew stands below what has been made anew.
    for (const auto& [depth, records] : by_depth(gone)) {
        auto examined = m_records.examine(records);
        std::move(examined.begin(), examined.end(), std::back_inserter(findings));
    }
    for (auto& finding : findings) {
        const auto above = m_came_along.find(finding.event.source_id);
        if (above == m_came_along.end() || !finding.event.detail.empty()) { continue; }
        finding.event.detail = fmt::format("it stood below {}", above->second);
    }
    hold_back(findings);
    return findings;
}

std::map<std::size_t, std::vector<GoneRecord>> GoneTree::by_depth(std::span<const GoneRecord> gone)
{
    std::vector<std::uint32_t> ids;
    for (const auto& record : gone) { ids.push_back(record.source_id); }
    const auto present = m_records.present(ids);
    const auto targets = m_registry.lookup(m_spec.root().type, false, ids);
    std::vector<std::uint32_t> tops;
    std::set<std::uint32_t> listed;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        listed.insert(ids[i]);
        if (targets[i] != 0 && !present.contains(ids[i])) { tops.push_back(targets[i]); }
    }
    m_places = schema::places_of(m_target, m_spec, tops);
    const auto top_places = m_places;
    std::map<std::size_t, std::vector<GoneRecord>> levels;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        levels[schema::depth_of_path(place_of(targets[i]))].push_back(gone[i]);
    }

    const auto below = schema::places_below(m_target, m_spec, top_places);
    std::vector<std::uint32_t> below_ids;
    for (const auto& [id, path] : below) { below_ids.push_back(id); }
    std::vector<state::Claim> own;
    std::vector<std::uint32_t> own_ids;
    for (auto& claim : m_registry.claims(m_spec.root().type, below_ids)) {
        if (!claim.is_own || listed.contains(claim.source_id)) { continue; }
        own_ids.push_back(claim.source_id);
        own.push_back(std::move(claim));
    }
    const auto still_there = m_records.present(own_ids);
    std::unordered_map<std::uint32_t, std::uint32_t> source_of; // Of tops.
    for (std::size_t i = 0; i < ids.size(); ++i) { source_of[targets[i]] = ids[i]; }
    for (const auto& claim : own) {
        if (still_there.contains(claim.source_id)) { continue; }
        const auto& path = below.at(claim.target_id);
        m_places[claim.target_id] = path;
        levels[schema::depth_of_path(path)].push_back({claim.source_id, ""});
        for (const auto id : schema::ids_of_path(path)) {
            if (top_places.contains(id)) { m_came_along[claim.source_id] = source_of[id]; }
        }
    }
    return levels;
}

void GoneTree::hold_back(std::vector<Finding>& findings)
{
    std::map<std::uint32_t, Finding*> going;
    std::vector<std::uint32_t> ids;
    schema::TreePlaces tops;
    for (auto& finding : findings) {
        const auto& event = finding.event;
        const bool goes =
            event.outcome == RemovalOutcome::removed || event.outcome == RemovalOutcome::disabled;
        if (!goes) { continue; }
        ids.push_back(event.target_id);
        going[event.target_id] = &finding;
        tops[event.target_id] = place_of(event.target_id);
    }
    std::map<std::uint32_t, Obstacle> obstacles; // By what stays.
    for (const auto id : m_rows.roots_in_use(ids)) {
        auto& event = going.at(id)->event;
        event.outcome = RemovalOutcome::failed;
        event.detail = "a store group of the destination has it as its root category: give that "
                       "another root first";
        obstacles[id] = {false, fmt::format("category {} below it is the root of a store group of "
                                            "the destination",
                                            id)};
    }
    std::erase_if(going, [](const auto& entry) {
        return entry.second->event.outcome != RemovalOutcome::removed;
    });
    if (going.empty()) { return; }

    const auto below = schema::places_below(m_target, m_spec, tops);
    std::vector<std::uint32_t> staying;
    for (const auto& [id, path] : below) {
        if (going.contains(id) || obstacles.contains(id)) { continue; }
        staying.push_back(id);
        obstacles[id] = {false, fmt::format("the destination's own category {} stands below it: "
                                            "move or delete that first",
                                            id)};
    }
    const auto claims = m_registry.claims(m_spec.root().type, staying);
    std::vector<std::uint32_t> own_ids;
    for (const auto& claim : claims) {
        if (claim.is_own) { own_ids.push_back(claim.source_id); }
    }
    const auto still_there = m_records.present(own_ids);
    for (const auto& claim : claims) {
        auto& obstacle = obstacles[claim.target_id];
        obstacle.may_pass = claim.is_own && still_there.contains(claim.source_id);
        obstacle.reason =
            obstacle.may_pass
                ? fmt::format("category {} stands below it on the destination and elsewhere on the "
                              "source: it goes when that has been moved",
                              claim.target_id)
                : fmt::format("category {} stands below it and stays", claim.target_id);
    }
    for (const auto& [id, obstacle] : obstacles) {
        const auto place = below.find(id);
        if (place == below.end()) { continue; }
        for (const auto above : schema::ids_of_path(place->second)) {
            const auto held = going.find(above);
            if (above == id || held == going.end()) { continue; }
            auto& event = held->second->event;
            // The first one says it, or the first that does not pass by itself.
            const bool is_told = event.outcome == RemovalOutcome::failed ||
                                 (event.outcome == RemovalOutcome::held && obstacle.may_pass);
            if (is_told) { continue; }
            event.outcome = obstacle.may_pass ? RemovalOutcome::held : RemovalOutcome::failed;
            event.detail = obstacle.reason;
        }
    }
}

std::vector<std::vector<std::size_t>> GoneTree::units(const std::vector<Finding>& findings) const
{
    std::set<std::uint32_t> going;
    for (const auto& finding : findings) {
        if (finding.event.outcome == RemovalOutcome::removed) {
            going.insert(finding.event.target_id);
        }
    }
    std::vector<std::vector<std::size_t>> units;
    std::map<std::uint32_t, std::size_t> unit_of; // By the topmost record that goes.
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto& event = findings[i].event;
        if (event.outcome != RemovalOutcome::removed) {
            units.push_back({i});
            continue;
        }
        const auto path = schema::ids_of_path(place_of(event.target_id));
        const auto top = std::find_if(path.begin(), path.end(),
                                      [&](std::uint32_t id) { return going.contains(id); });
        const auto [unit, is_new] =
            unit_of.emplace(top == path.end() ? event.target_id : *top, units.size());
        if (is_new) { units.emplace_back(); }
        units[unit->second].push_back(i);
    }
    return units;
}

std::string GoneTree::place_of(std::uint32_t target_id) const
{
    const auto place = m_places.find(target_id);
    return place == m_places.end() ? std::string() : place->second;
}

} // namespace datasync::engine
