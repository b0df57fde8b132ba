// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gone records of a tree: shops delete what stands below a record without saying so, and a record
// cannot go while something below it stays.
#pragma once

#include "engine/gone_records.hpp"
#include "schema/subtrees.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace datasync::engine {

/// All gone records of a tree at once. Reads both shops, writes nothing.
class GoneTree {
public:
    /// The arguments outlive the object.
    GoneTree(const ShopSession& session, const EntitySpec& spec, const schema::RecordRows& rows,
             state::Registry& registry, GoneRecords& records);

    /// What is to become of these records, and of those below them that are gone as well; parents
    /// before what stands below them.
    std::vector<Finding> examine(std::span<const GoneRecord> gone);

    /// Positions in the findings that have to go together, or not at all.
    std::vector<std::vector<std::size_t>> units(const std::vector<Finding>& findings) const;

    /// Where a record stood when it was examined; empty for one that is not there.
    std::string place_of(std::uint32_t target_id) const;

private:
    /// The gone records and those below them, by depth on the destination.
    std::map<std::size_t, std::vector<GoneRecord>> by_depth(std::span<const GoneRecord> gone);
    /// Makes records stay that others forbid to go.
    void hold_back(std::vector<Finding>& findings);

    const schema::Shop& m_target;
    const EntitySpec& m_spec;
    const schema::RecordRows& m_rows;
    state::Registry& m_registry;
    GoneRecords& m_records;
    schema::TreePlaces m_places;                         ///< Of gone records.
    std::map<std::uint32_t, std::uint32_t> m_came_along; ///< Source id to that of the one above.
};

} // namespace datasync::engine
