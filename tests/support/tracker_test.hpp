// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The fixture of tests of the change tracker that triggers feed.
#pragma once

#include "support/catalog_test.hpp"

#include <string>
#include <vector>

namespace datasync::test {

/// The shops of CatalogTest with all that they have sold.
class TrackerTest : public CatalogTest {
protected:
    void SetUp() override;

    /// Runs `datasync tracker ACTION` on a database.
    static ProgramResult tracker(TestDatabase& shop, const std::string& action,
                                 const Words& more = {});

    /// The same on the source; it has to end well.
    std::string tracker(const std::string& action, const Words& more = {});

    /// What `tracker status` says of the source.
    Json status();

    /// The pending rows of a shop, "product 7 update" or "product 7 delete mug-red", sorted.
    static std::vector<std::string> pending(TestDatabase& shop);

    /// Runs statements on the source and returns the rows that are pending after them; the tracker
    /// is emptied before.
    std::vector<std::string> after(const std::string& statements);

    /// Every table with its definition and content, and every trigger.
    static Snapshot all_of(TestDatabase& shop);
};

} // namespace datasync::test
