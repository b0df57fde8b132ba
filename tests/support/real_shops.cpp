// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/real_shops.hpp"

#include "support/program.hpp"

#include <gtest/gtest.h>

namespace datasync::test {

RealShops::RealShops(std::string_view destination_dump)
    : m_source("source"), m_destination("destination")
{
    m_source.load_dump(shop_dump("source_shop.sql.xz"));
    m_destination.load_dump(shop_dump(destination_dump));
    for (auto* database : {&m_source, &m_destination}) {
        database->exec("SET SESSION group_concat_max_len = 1000000");
    }
}

nlohmann::json RealShops::sync(const std::string& entity,
                               const std::vector<std::string>& more) const
{
    const auto from = m_source.settings();
    const auto to = m_destination.settings();
    std::vector<std::string> words = {"sync",     entity,        "legacy",      "-a",
                                      "openmage", "-d",          "update",      "--format",
                                      "json",     "--db-socket", from.socket,   "--db-user",
                                      from.user,  "--db-name",   from.database, "--dest-socket",
                                      to.socket,  "--dest-user", to.user,       "--dest-name",
                                      to.database};
    words.insert(words.end(), more.begin(), more.end());
    const auto result = run_datasync(words);
    EXPECT_EQ(result.exit_code, 0) << entity << '\n' << result.err << result.out;
    return nlohmann::json::parse(result.out, nullptr, false);
}

void RealShops::bring(std::span<const Expected> entities,
                      const std::vector<std::string>& more) const
{
    for (const auto& [entity, records] : entities) {
        const auto report = sync(entity, more);
        if (!report.is_object()) { continue; }
        EXPECT_EQ(report["summary"]["read"], records) << entity;
        EXPECT_EQ(report["summary"]["failed"], 0) << entity;
        EXPECT_EQ(report["summary"]["held"], 0) << entity;
    }
}

void RealShops::expect_further_runs_change_nothing(std::span<const Expected> entities)
{
    const auto sums = m_destination.checksums();
    for (int round = 0; round < 2; ++round) {
        for (const auto& [entity, records] : entities) {
            const auto report = sync(entity);
            if (!report.is_object()) { continue; }
            EXPECT_EQ(report["summary"]["unchanged"], records) << entity;
        }
    }
    for (const auto& [table, sum] : m_destination.checksums()) {
        EXPECT_EQ(sum, sums.at(table)) << table;
    }
}

} // namespace datasync::test
