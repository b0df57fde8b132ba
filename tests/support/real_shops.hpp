// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Dumps of real shops on the test server, and runs of the real program from one to the other.
#pragma once

#include "support/test_server.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// An entity type, and how many records of it the source shop has.
struct Expected {
    const char* entity;
    int records;
};

/// The real source shop and one of the real destinations.
class RealShops {
public:
    explicit RealShops(std::string_view destination_dump);

    TestDatabase& source() { return m_source; }
    TestDatabase& destination() { return m_destination; }

    /// Runs one entity type under `-d update`, which has to go well, and returns its report.
    nlohmann::json sync(const std::string& entity, const std::vector<std::string>& more = {}) const;

    /// Runs entity types in turn: every record is read, none fails or is held.
    void bring(std::span<const Expected> entities, const std::vector<std::string>& more = {}) const;

    /// Two further runs find every record unchanged and leave every table of the destination as it
    /// is.
    void expect_further_runs_change_nothing(std::span<const Expected> entities);

private:
    TestDatabase m_source;
    TestDatabase m_destination;
};

} // namespace datasync::test
