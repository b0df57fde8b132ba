// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A source shop that tracks its changes, for tests of what `incremental` and `watch` have around
// their runs.
#pragma once

#include "support/sync_test.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace datasync::test {

/// The shops of ShopTest with an empty tracker in the source, which the tests fill themselves.
class TrackedShopTest : public SyncTest {
protected:
    void SetUp() override;

    /// Announces a change.
    void announce(std::string_view entity_type, unsigned id, std::string_view action = "update");
    /// Changes a block of the source and announces it.
    void change_block(unsigned id, const std::string& content);
    /// Puts a customer of the source into a group that never comes by itself, and announces it.
    void hold_customer(unsigned id);
    /// The content of the destination's block of that identifier.
    std::string block(std::string_view identifier);
    /// How many rows of the tracker are not done.
    unsigned waiting();

    /// The words of a command with `more` and, where that does not say, both databases.
    Words words(const std::string& command, const Words& more = {}) const;
    /// Runs `incremental --mark-synced`.
    ProgramResult incremental(const Words& more = {}) const;
    /// Starts `watch` with a short interval and waits until its first cycle is over.
    std::unique_ptr<Program> watch(const Words& more = {});
    /// Ends it the way systemd does.
    static ProgramResult stop(Program& program);

    /// Looks again and again; false when it has not become true within half a minute.
    static bool becomes_true(const std::function<bool()>& condition);
};

} // namespace datasync::test
