// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Calls the removal of gone records between two test shops.
#pragma once

#include "datasync/removal.hpp"
#include "support/test_server.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// What a removal did and said.
struct Removal {
    RemovalResult result;
    std::vector<RemovalEvent> events;

    /// A record as "outcome: detail", or "outcome" alone; "" when nothing was said of it.
    std::string told(std::uint32_t source_id) const;
    /// The outcomes that are not 0: "2 removed, 1 kept".
    std::string counts() const;
};

/// How a removal is asked for.
struct RemovalAsk {
    RemovalOptions options = {};
    bool dry_run = false;
};

/// Removes gone records of the source "legacy".
Removal remove_gone(TestDatabase& source, TestDatabase& destination, std::string_view entity,
                    const std::vector<GoneRecord>& gone, const RemovalAsk& ask = {});

/// The same of records of which nothing but the id is known.
Removal remove_ids(TestDatabase& source, TestDatabase& destination, std::string_view entity,
                   const std::vector<std::uint32_t>& ids, const RemovalAsk& ask = {});

/// One policy for everything.
RemovalAsk with_policy(OnDelete policy);

/// Drops every foreign key of a shop, as some shops have lost them.
void drop_foreign_keys(TestDatabase& shop);

} // namespace datasync::test
