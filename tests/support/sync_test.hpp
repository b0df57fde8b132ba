// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What tests of whole runs ask again and again: what did the run say, what do the shops hold.
#pragma once

#include "support/shop_fixture.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

using Json = nlohmann::ordered_json;
using Words = std::vector<std::string>;

/// Every table of a database with its definition (so with its AUTO_INCREMENT) and its checksum.
using Snapshot = std::map<std::string, std::string>;

/// The snapshot of a database, with or without the tool's own tables.
Snapshot snapshot_of(TestDatabase& database, bool with_own_tables);

/// The outcomes of a report that are not 0, in its order: "2 created, 1 held".
std::string counts(const Json& report);

/// A record of a report as "outcome: detail", or "" when it is not in there.
std::string told(const Json& report, unsigned source_id);

/// All attribute values of one customer or address, by attribute code.
std::map<std::string, std::string> values_of(TestDatabase& shop, std::string_view entity_table,
                                             const std::string& id);

/// All customers but the destination's own, one line per fact, with every id replaced by what it
/// means: equal in two shops that hold the same customers.
std::vector<std::string> customer_lines(TestDatabase& shop);

/// Base of tests that run `datasync sync` from shop to shop.
class SyncTest : public ShopTest {
protected:
    /// Runs a sync and returns its JSON report.
    Json report(std::string_view entity, const Words& more = {}) const;

    /// Runs a sync under `-d update` and returns the outcomes that are not 0.
    std::string update(std::string_view entity, const Words& more = {}) const;

    /// Brings customers and the groups they need over.
    void sync_customers() const;

    /// What a record has become, as the registry has it; "" when it knows nothing.
    std::string target(std::string_view type, unsigned source_id);

    /// The same for an address.
    std::string target_address(unsigned source_id);

    /// Every table of the destination, and all that the tool remembers there but when it ran.
    Snapshot all_but_runs();

    /// Whether `part` is in `text`; says both when it is not.
    static ::testing::AssertionResult has(std::string_view text, std::string_view part);
};

} // namespace datasync::test
