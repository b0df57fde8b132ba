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

    bool empty() const { return records.empty() && idle_rows.empty(); }
};

/// Goes through what waited of one entity type when the run began.
class AnnouncementReader {
public:
    /// Rows of the tracker with ids up to `last`. `session` and `tracker` outlive the reader.
    AnnouncementReader(ShopSession& session, schema::ChangeTracker& tracker,
                       const TrackedType& type, std::uint32_t last);

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
    std::size_t m_word = 0;
    std::uint32_t m_after = 0;
};

} // namespace datasync::engine
