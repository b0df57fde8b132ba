// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/shop_fixture.hpp"

#include <fmt/format.h>

namespace datasync::test {

std::string schema_of(std::string_view part, std::string_view schema_file)
{
    constexpr std::string_view k_start = "schema_";
    return fmt::format("{}{}_{}", k_start, part, schema_file.substr(k_start.size()));
}

void ShopTest::SetUp()
{
    DbTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    m_source = std::make_unique<TestDatabase>(
        "source", std::initializer_list<std::string_view>{source_schema(), "base_source.sql",
                                                          "demo_content.sql"});
    m_destination = std::make_unique<TestDatabase>(
        "destination",
        std::initializer_list<std::string_view>{destination_schema(), "base_destination.sql",
                                                "destination_content.sql"});
}

std::vector<std::string> ShopTest::connection_options() const
{
    const auto from = m_source->settings();
    const auto to = m_destination->settings();
    return {"--db-socket",   from.socket, "--db-user",   from.user, "--db-name",   from.database,
            "--dest-socket", to.socket,   "--dest-user", to.user,   "--dest-name", to.database};
}

std::vector<std::string> ShopTest::sync_words(std::string_view entity,
                                              const std::vector<std::string>& more) const
{
    std::vector<std::string> words = {"sync", std::string(entity), "legacy", "-a", "openmage"};
    const auto options = connection_options();
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

ProgramResult ShopTest::sync(std::string_view entity, const std::vector<std::string>& more) const
{
    return run_datasync(sync_words(entity, more));
}

std::unique_ptr<Program> ShopTest::start_sync(std::string_view entity,
                                              const std::vector<std::string>& more) const
{
    return std::make_unique<Program>(sync_words(entity, more));
}

} // namespace datasync::test
