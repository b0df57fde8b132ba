// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Connections given by files and by the environment, from end to end; each side comes whole from
// one of them.
#include "support/bad_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace datasync::test {

namespace {

class ConnectionFilesTest : public BadDaysTest {
protected:
    /// The lines of an env file for one side.
    std::string env_lines(const std::string& side, TestDatabase& database)
    {
        const auto settings = database.settings();
        return fmt::format(
            "DATASYNC_{0}_SOCKET={1}\nDATASYNC_{0}_USER={2}\nDATASYNC_{0}_DB='{3}'\n", side,
            settings.socket, settings.user, settings.database);
    }

    std::string local_xml(const std::string& database)
    {
        const auto settings = destination().settings();
        return fmt::format(
            "<?xml version=\"1.0\"?>\n<config><global><resources><db><table_prefix><![CDATA[]]>"
            "</table_prefix></db><default_setup><connection><host><![CDATA[localhost:{}]]></host>"
            "<username><![CDATA[{}]]></username><password><![CDATA[]]></password>"
            "<dbname><![CDATA[{}]]></dbname><initStatements><![CDATA[SET NAMES utf8]]>"
            "</initStatements><model>mysql4</model><type>pdo_mysql</type></connection>"
            "</default_setup></resources></global></config>\n",
            settings.socket, settings.user, database);
    }

    ProgramResult run_in_folder(const std::vector<std::string>& more = {},
                                const std::map<std::string, std::string>& environment = {})
    {
        std::vector<std::string> words = {"sync", "customer_group", "legacy", "-a", "openmage",
                                          "-d",   "update"};
        words.insert(words.end(), more.begin(), more.end());
        ProgramSurroundings surroundings;
        surroundings.directory = m_folder.path();
        surroundings.environment = environment;
        return run_datasync(words, surroundings);
    }

    void expect_arrived(const ProgramResult& result)
    {
        EXPECT_EQ(result.exit_code, 0) << result.err;
        EXPECT_EQ(result.err, "");
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_group WHERE "
                                      "customer_group_code = 'Trade'"),
                  "1");
    }

    TempFolder m_folder;
};

} // namespace

TEST_F(ConnectionFilesTest, EnvLocalGivesBothSides)
{
    m_folder.write(".env.local", env_lines("LIVE", source()) + env_lines("DEST", destination()));
    m_folder.write(".env", "DATASYNC_LIVE_DB=none\nDATASYNC_LIVE_HOST=nowhere.invalid\n");
    expect_arrived(run_in_folder());
}

TEST_F(ConnectionFilesTest, EnvironmentComesBeforeTheFile)
{
    m_folder.write(".env.local", env_lines("DEST", destination()) +
                                     "DATASYNC_LIVE_DB=none\nDATASYNC_LIVE_PREFIX=x_\n");
    const auto from = source().settings();
    expect_arrived(run_in_folder({}, {{"DATASYNC_LIVE_SOCKET", from.socket},
                                      {"DATASYNC_LIVE_USER", from.user},
                                      {"DATASYNC_LIVE_DB", from.database}}));
}

TEST_F(ConnectionFilesTest, ShopFolderGivesTheDestination)
{
    m_folder.write(".env.local", env_lines("LIVE", source()));
    m_folder.write("app/etc/local.xml", local_xml(destination().name()));
    expect_arrived(run_in_folder());
}

TEST_F(ConnectionFilesTest, ShopRootGivesTheDestination)
{
    m_folder.write("my shop/app/etc/local.xml", local_xml(destination().name()));
    m_folder.write("live.env", env_lines("LIVE", source()));
    expect_arrived(run_in_folder({"--env-file", "live.env", "--shop-root", "my shop"}));
}

TEST_F(ConnectionFilesTest, ShopRootGivesTheDestinationOfRunsAlongATrackerToo)
{
    m_folder.write("my shop/app/etc/local.xml", local_xml(destination().name()));
    m_folder.write("live.env", env_lines("LIVE", source()));
    for (const auto* const command : {"incremental", "watch"}) {
        ProgramSurroundings around;
        around.directory = m_folder.path();
        const auto result =
            run_datasync({command, "--env-file", "live.env", "--shop-root", "my shop"}, around);
        // Both shops have been found: what the source lacks is a tracker.
        EXPECT_EQ(result.exit_code, 7) << result.err;
        EXPECT_NE(result.err.find("datasync tracker install"), std::string::npos) << result.err;
    }
}

TEST_F(ConnectionFilesTest, OptionFileGivesBothSides)
{
    const auto from = source().settings();
    const auto file = m_folder.write(
        "my.cnf", fmt::format("[client]\nuser=nobody-at-all\n[datasync_source]\nsocket={0}\n"
                              "user={1}\ndatabase={2}\n[datasync_dest]\nsocket={0}\nuser={1}\n"
                              "database={3}\n",
                              from.socket, from.user, from.database, destination().name()));
    expect_arrived(run_in_folder({"--defaults-file", file.string()}));
}

TEST_F(ConnectionFilesTest, HostOfTheCommandLineTakesNothingFromAFile)
{
    m_folder.write(".env.local", env_lines("LIVE", source()) + env_lines("DEST", destination()));
    const auto result = run_in_folder({"--db-host", "nowhere.invalid"});
    EXPECT_EQ(result.exit_code, 2) << result.err;
    EXPECT_NE(result.err.find("--db-name"), std::string::npos) << result.err;
    const auto named = run_in_folder({"--db-host", "nowhere.invalid", "--db-name", "shop"});
    EXPECT_EQ(named.exit_code, 6) << named.err;
    EXPECT_NE(named.err.find("nowhere.invalid"), std::string::npos) << named.err;
}

TEST_F(ConnectionFilesTest, PasswordsWorkAndAreNeverShown)
{
    constexpr const char* k_password = "s3cret 'word\" #$\\";
    TestUser reader(source(), "files", "s3cret \\'word\" #$\\\\");
    reader.grant("SELECT ON " + source().name() + ".*");
    const auto from = source().settings();
    const std::map<std::string, std::string> environment = {{"DATASYNC_LIVE_SOCKET", from.socket},
                                                            {"DATASYNC_LIVE_USER", reader.name()},
                                                            {"DATASYNC_LIVE_DB", from.database},
                                                            {"DATASYNC_LIVE_PASS", k_password}};
    m_folder.write(".env.local", env_lines("DEST", destination()));
    expect_arrived(run_in_folder({"--log-sql-data", "--log-file", "run.log"}, environment));

    const auto to = destination().settings();
    const auto by_option = run_in_folder({"--db-socket", from.socket, "--db-user", reader.name(),
                                          "--db-name", from.database, "--db-pass", k_password,
                                          "--log-file", "run.log", "--format", "json"});
    EXPECT_EQ(by_option.exit_code, 0) << by_option.err;
    EXPECT_NE(by_option.out.find("--db-pass: command lines show"), std::string::npos)
        << by_option.out;
    const auto exposed = m_folder.write(
        ".env",
        fmt::format("DATASYNC_LIVE_PASS=\"s3cret 'word\\\" #$\\\\\"\n"
                    "DATASYNC_LIVE_SOCKET={}\nDATASYNC_LIVE_USER={}\nDATASYNC_LIVE_DB={}\n",
                    from.socket, reader.name(), from.database),
        0644);
    const auto by_file = run_in_folder();
    EXPECT_EQ(by_file.exit_code, 0) << by_file.err;
    EXPECT_NE(by_file.err.find("chmod 600"), std::string::npos) << by_file.err;

    const auto shown = by_option.err + by_option.out + by_file.err + by_file.out;
    EXPECT_EQ(shown.find("s3cret"), std::string::npos) << shown;
    const auto kept = destination().column("SELECT command FROM datasync_run");
    EXPECT_TRUE(std::none_of(kept.begin(), kept.end(), [](const std::string& line) {
        return line.find("s3cret") != std::string::npos;
    }));
    std::ifstream log(m_folder.path() / "run.log");
    const std::string text{std::istreambuf_iterator<char>(log), {}};
    EXPECT_NE(text.find("SELECT"), std::string::npos);
    EXPECT_EQ(text.find("s3cret"), std::string::npos);
}

} // namespace datasync::test
