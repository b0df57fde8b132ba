// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The fixture of tests of `datasync incremental`: two shops, and a source that tells what changes.
#pragma once

#include "support/catalog_lines.hpp"
#include "support/sales_lines.hpp"
#include "support/tracker_test.hpp"

#include <memory>
#include <string>

namespace datasync::test {

/// The shops of TrackerTest; triggers on the source announce every change from now on.
class IncrementalTest : public TrackerTest {
protected:
    void SetUp() override;

    /// The command with both databases and `more`.
    Words incremental_words(const Words& more) const;
    /// Runs it with --mark-synced and returns its JSON report, which has to end with `exit_code`.
    Json incremental(const Words& more = {}, int exit_code = 0) const;
    /// Runs it as it stands.
    ProgramResult run_incremental(const Words& more) const;

    /// Announces every record of the source, as if all of them had just been saved.
    void announce_all();

    /// Rows of the tracker: "customer 3 update 0", sorted.
    std::vector<std::string> tracked();

    /// What became of an entity type's records: "2 created, 1 held"; "" when it was not taken.
    static std::string done(const Json& report, std::string_view entity);
    /// What became of gone records of a type: "1 removed"; "" when none was gone.
    static std::string gone(const Json& report, std::string_view entity);
};

} // namespace datasync::test
