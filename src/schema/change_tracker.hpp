// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The table in which a source shop writes down what has changed, and what becomes of its rows.
#pragma once

#include "datasync/incremental.hpp"
#include "schema/shop.hpp"

#include <atomic>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// A row of the tracker that waits. What it says has happened is not asked: whether the record is
/// there counts.
struct TrackedChange {
    std::uint32_t tracker_id = 0;
    std::uint32_t entity_id = 0;
    std::string created_at; ///< By the source's clock: never compared with another one.
    std::string identifier; ///< sku, email, ... of what was deleted; empty where unknown.
};

/// A piece of what waits.
struct TrackerPage {
    std::uint32_t after = 0; ///< Ids above this one ...
    std::uint32_t last = 0;  ///< ... and up to this one.
    std::size_t most = 0;
    bool takes_claimed = false; ///< Whether claimed rows count as well.
};

/// The tracker behind a connection of its own, on which nothing else is under way.
///
/// A row waits (0), is claimed by a run (2) or done (1). A change that comes after the claim is a
/// new row that waits: so what was read before it is acknowledged, and the change is not. Each
/// call may be made again after an error that a second try can mend; nothing is lost between its
/// statements.
class ChangeTracker {
public:
    /// Throws FatalError (refused) when the shop has no tracker. `shop` outlives the object.
    explicit ChangeTracker(Shop& shop);

    /// The source as it is now, whatever snapshot is open elsewhere.
    const Shop& shop() const { return m_shop; }

    /// Throws FatalError (refused) naming the GRANT when the user may not acknowledge.
    void check_rights();

    /// Whether any row is not done.
    bool has_changes();
    /// Which of these kinds, one or more, have rows that are not done; one query for all of them.
    std::set<std::string_view> waiting(std::span<const std::string_view> kinds);
    /// What waits, by kind.
    std::vector<PendingChanges> pending();
    /// The id of the newest row, 0 for none.
    std::uint32_t newest();
    /// Rows of a kind that wait, the oldest first.
    std::vector<TrackedChange> next(std::string_view entity_type, const TrackerPage& page);

    /// Lets wait again what a run that died had claimed; returns how many rows.
    std::uint64_t take_back_claims();
    /// Claims rows that wait; returns once that is committed. Rows among which the shop holds some
    /// are left and returned.
    std::vector<std::uint32_t> claim(std::span<const std::uint32_t> tracker_ids);
    /// Marks claimed rows as done; an older done row of the same record gives way.
    void acknowledge(std::span<const std::uint32_t> tracker_ids);
    /// Lets claimed rows wait again; a row that has come since says the same.
    void release(std::span<const std::uint32_t> tracker_ids);

private:
    friend class TrackerLock;

    const Shop& m_shop;
    db::Connection& m_connection;
    std::string m_table; ///< Quoted.
    bool m_has_identifier = false;
};

/// Keeps other runs, also those of other destinations, from claiming changes of the same source.
class TrackerLock {
public:
    /// Throws FatalError (locked) when another run is at it for so many seconds, or until `stop` is
    /// set (null: never). `tracker` outlives the lock.
    TrackerLock(ChangeTracker& tracker, unsigned wait_s, const std::atomic<bool>* stop);
    ~TrackerLock();
    TrackerLock(const TrackerLock&) = delete;
    TrackerLock& operator=(const TrackerLock&) = delete;

private:
    ChangeTracker& m_tracker;
    std::string m_name; ///< As a literal.
};

} // namespace datasync::schema
