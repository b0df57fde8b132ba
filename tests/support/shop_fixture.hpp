// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Two shops on the test server: a grown one to read and another one, with all ids different, to
// write into.
#pragma once

#include "support/program.hpp"
#include "support/test_server.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// The file with further tables for a shop of that schema file: "goods", "sales" or "catalog".
std::string schema_of(std::string_view part, std::string_view schema_file);

/// A source with the demo content and a destination that has a few things of its own. The shops
/// are made for each test; the files they are made of lie in tests/support/shop.
class ShopTest : public DbTest {
protected:
    void SetUp() override;

    /// The schema files; a Maho shop overrides one with schema_maho.sql.
    virtual std::string_view source_schema() const { return "schema_openmage.sql"; }
    virtual std::string_view destination_schema() const { return "schema_openmage.sql"; }

    TestDatabase& source() { return *m_source; }
    TestDatabase& destination() { return *m_destination; }

    /// The options that name both databases on a command line.
    std::vector<std::string> connection_options() const;

    /// Runs `datasync sync ENTITY legacy -a openmage`, both databases and `more`.
    ProgramResult sync(std::string_view entity, const std::vector<std::string>& more = {}) const;

    /// The same command, started but not waited for.
    std::unique_ptr<Program> start_sync(std::string_view entity,
                                        const std::vector<std::string>& more = {}) const;

private:
    std::vector<std::string> sync_words(std::string_view entity,
                                        const std::vector<std::string>& more) const;

    std::unique_ptr<TestDatabase> m_source;
    std::unique_ptr<TestDatabase> m_destination;
};

} // namespace datasync::test
