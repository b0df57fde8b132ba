// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What tests of bad days have in common: other ways to the two shops, many customers, and the
// question whether everything that arrived is whole.
#pragma once

#include "db/connection_settings.hpp"
#include "support/shop_fixture.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// One run: where from, where to, and what else is said.
struct SyncCommand {
    db::ConnectionSettings source;
    db::ConnectionSettings destination;
    std::vector<std::string> options;
    std::map<std::string, std::string> environment = {};
};

/// A user of the test server, dropped at the end.
class TestUser {
public:
    /// Creates the user; `over` is a connection that may do so.
    TestUser(TestDatabase& over, std::string_view label, std::string_view password = {});
    ~TestUser();
    TestUser(const TestUser&) = delete;
    TestUser& operator=(const TestUser&) = delete;

    const std::string& name() const { return m_name; }

    /// GRANT `rights` (such as "SELECT ON x.y") to the user.
    void grant(const std::string& rights);

private:
    TestDatabase& m_over;
    std::string m_name;
};

/// Base of these tests. Source ids of the customers it adds are 10001 and up.
class BadDaysTest : public ShopTest {
protected:
    /// A run with both databases reached directly.
    SyncCommand command(const std::vector<std::string>& options = {"-d", "update"});

    /// Runs `datasync sync ENTITY legacy -a openmage` that way.
    ProgramResult run(std::string_view entity, const SyncCommand& command) const;
    std::unique_ptr<Program> start(std::string_view entity, const SyncCommand& command) const;

    /// Adds customers with names, a password, two addresses and defaults to the source.
    void add_customers(unsigned count);

    /// Everything that has arrived of the added customers is whole and known to the registry once.
    void expect_whole_customers();

    /// The same, and that so many of them have arrived.
    void expect_customers(unsigned count);

    /// How many of the added customers the destination has.
    unsigned arrived();

    /// Keeps a customer of the destination for a transaction of `holder`, which it begins.
    void hold_customer(TestDatabase& holder, std::string_view email);

    /// Waits until a run waits for a row of the destination that another one holds; its thread.
    std::string wait_for_lock_wait();

    /// Rows that a query returns, rendered "a|b|NULL".
    static std::vector<std::string> lines(TestDatabase& database, std::string_view sql);
};

} // namespace datasync::test
