// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows of the tracker as the records that they announce.
#pragma once

#include "engine/shop_session.hpp"
#include "engine/tracked_types.hpp"
#include "schema/change_tracker.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace datasync::engine {

/// A record that has changed, and the rows that say so.
struct Announced {
    std::vector<std::uint32_t> tracker_ids;
    std::string change;     ///< The same text as long as nobody changes the record again.
    std::string identifier; ///< What the tracker knew it by when it was deleted; may be empty.
};

/// A piece of what waits of one entity type.
struct AnnouncedRecords {
    std::map<std::uint32_t, Announced> records; ///< By source id.
    /// Rows about parts that are gone and that the destination never got.
    std::vector<std::uint32_t> idle_rows;

    /// Rows that wait on, because a record that they announce does.
    std::set<std::uint32_t> left_rows;

    bool empty() const { return records.empty() && idle_rows.empty(); }

    /// Takes a record out: it waits on, with all that announces it.
    void leave(std::uint32_t source_id)
    {
        const auto record = records.find(source_id);
        left_rows.insert(record->second.tracker_ids.begin(), record->second.tracker_ids.end());
        records.erase(record);
    }
};

/// Goes through what waited of one entity type when the run began.
class AnnouncementReader {
public:
    /// Rows of the tracker with ids up to `last`; with `takes_claimed` also those that a run which
    /// died has claimed. `session` and `tracker` outlive the reader.
    AnnouncementReader(ShopSession& session, schema::ChangeTracker& tracker,
                       const TrackedType& type, std::uint32_t last, bool takes_claimed);

    /// The next rows, at most `most`; empty at the end.
    AnnouncedRecords next(std::size_t most);

private:
    void add(const TrackedWord& word, const std::vector<schema::TrackedChange>& changes,
             AnnouncedRecords& announced);
    /// By part: the records of the source that it belongs, or has belonged, to.
    std::multimap<std::uint32_t, std::uint32_t> owners(const TrackedWord& word,
                                                       const std::vector<std::uint32_t>& parts);

    ShopSession& m_session;
    schema::ChangeTracker& m_tracker;
    const TrackedType& m_type;
    std::uint32_t m_last;
    bool m_takes_claimed;
    std::size_t m_word = 0;
    std::uint32_t m_after = 0;
};

} // namespace datasync::engine
