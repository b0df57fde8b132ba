// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Of announced records: which are still there, and what becomes of those that are not.
#pragma once

#include "datasync/removal.hpp"
#include "datasync/sync_result.hpp"
#include "engine/announced_records.hpp"
#include "engine/shop_session.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace datasync::engine {

/// The gone records of one piece of one entity type.
class GonePass {
public:
    /// Adds what becomes of them to `results`. The arguments but `options` outlive the object.
    GonePass(ShopSession& session, SyncOptions options, const RemovalOptions& removal,
             RunListener& listener, std::vector<RemovalResult>& results);

    /// Looks which of `ids` the source still has, and removes the others.
    void remove(const AnnouncedRecords& announced, const std::vector<std::uint32_t>& ids);
    /// Tries once more what had to wait for records of the type.
    void ask_again();

    /// Those that are there.
    const std::vector<std::uint32_t>& present() const { return m_present; }
    /// Those that could not be removed.
    const std::map<std::uint32_t, RemovalEvent>& failed() const { return m_failed; }
    /// Whether it stays because too many would have gone.
    bool is_refused(std::uint32_t source_id) const { return m_refused.contains(source_id); }
    /// Whether it is gone and something has become of it.
    bool has_ended(std::uint32_t source_id) const { return m_ended.contains(source_id); }

    /// Puts those that failed on the list of rejected records, and takes the others off.
    void remember() const;

private:
    enum class Try : std::uint8_t { first, last };

    /// What is held at the first try is told only if it still is at the last.
    void remove(const std::vector<GoneRecord>& gone, Try which);
    /// Adds the numbers to those of the entity type.
    void add(RemovalResult part);

    ShopSession& m_session;
    SyncOptions m_options;
    const RemovalOptions& m_removal;
    RunListener& m_listener;
    std::vector<std::uint32_t> m_present;
    std::map<std::uint32_t, RemovalEvent> m_failed;
    std::set<std::uint32_t> m_refused;
    std::set<std::uint32_t> m_ended;
    std::vector<RemovalResult>& m_results;
};

} // namespace datasync::engine
