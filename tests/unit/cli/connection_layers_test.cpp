// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of where connections come from.
#include "cli/connection_layers.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <sys/stat.h>

namespace datasync::cli {

namespace {

/// A working directory of its own, and an environment in memory.
class ConnectionLayersTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string name = (std::filesystem::temp_directory_path() / "layers-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_directory = name;
    }
    void TearDown() override { std::filesystem::remove_all(m_directory); }

    void write(const std::string& name, const std::string& text, mode_t mode = 0600)
    {
        const std::filesystem::path path = m_directory / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << text;
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    }
    void write_local_xml(mode_t mode = 0600)
    {
        write("app/etc/local.xml",
              "<config><global><resources><default_setup><connection><host>h:3307</host>"
              "<password>p</password><dbname>xml</dbname></connection></default_setup></resources>"
              "</global></config>",
              mode);
    }
    Surroundings around() const
    {
        return {m_directory, [this](const std::string& name) {
                    const auto found = m_environment.find(name);
                    return found == m_environment.end() ? std::nullopt
                                                        : std::optional(found->second);
                }};
    }
    ResolvedConnection source() const { return resolve_source(m_options, around()); }
    ResolvedConnection destination() const { return resolve_destination(m_options, around()); }
    std::string source_error() const
    {
        try {
            source();
        } catch (const UsageError& error) {
            return error.what();
        }
        return {};
    }

    std::filesystem::path m_directory;
    std::map<std::string, std::string> m_environment;
    ConnectionOptions m_options;
};

} // namespace

TEST_F(ConnectionLayersTest, TheHighestLayerWinsAndNothingIsMixedIn)
{
    write(".env", "DATASYNC_LIVE_DB=env\nDATASYNC_LIVE_SOCKET=/env.sock\nDATASYNC_LIVE_PASS=e\n");
    EXPECT_EQ(source().settings.database, "env");
    write(".env.local", "DATASYNC_LIVE_DB=local\nDATASYNC_LIVE_PASS=l\n");
    EXPECT_EQ(source().settings.database, "local");
    EXPECT_EQ(source().settings.socket, "");
    m_environment = {{"DATASYNC_LIVE_DB", "environment"}};
    EXPECT_EQ(source().settings.database, "environment");
    EXPECT_EQ(source().settings.password, "");
    write("my.cnf", "[datasync_source]\ndatabase=file\nssl-mode=required\n");
    m_options.defaults_file = "my.cnf";
    EXPECT_EQ(source().settings.database, "file");
    EXPECT_EQ(source().settings.ssl_mode, db::SslMode::required);
    m_options.source[ConnectionKey::name] = "line";
    m_options.source[ConnectionKey::host] = "far.example.com";
    const db::ConnectionSettings settings = source().settings;
    EXPECT_EQ(settings.database, "line");
    EXPECT_EQ(settings.host, "far.example.com");
    EXPECT_EQ(settings.socket, "");
    EXPECT_EQ(settings.password, "");
    EXPECT_EQ(settings.origin, "the command line");
}

TEST_F(ConnectionLayersTest, ALayerWithoutADatabaseIsAnErrorThatNamesTheKey)
{
    write(".env", "DATASYNC_LIVE_DB=env\n");
    write(".env.local", "DATASYNC_LIVE_PASS=secret\n");
    EXPECT_NE(source_error().find(".env.local"), std::string::npos);
    EXPECT_NE(source_error().find("DATASYNC_LIVE_DB"), std::string::npos);
    EXPECT_EQ(source_error().find("secret"), std::string::npos);
    m_options.source[ConnectionKey::prefix] = "m1_";
    EXPECT_NE(source_error().find("--db-name"), std::string::npos);
}

TEST_F(ConnectionLayersTest, NothingAtAllIsAnErrorWithTheChoices)
{
    EXPECT_NE(source_error().find("--db-name"), std::string::npos);
    EXPECT_NE(source_error().find("DATASYNC_LIVE_DB"), std::string::npos);
    EXPECT_THROW(destination(), UsageError);
}

TEST_F(ConnectionLayersTest, AnEmptyVariableIsNotGiven)
{
    m_environment = {{"DATASYNC_LIVE_SOCKET", ""}};
    write(".env", "DATASYNC_LIVE_DB=env\nDATASYNC_LIVE_SOCKET=\n");
    EXPECT_EQ(source().settings.database, "env");
}

TEST_F(ConnectionLayersTest, TheTimeZoneIsNoLayerOfItsOwn)
{
    write(".env", "DATASYNC_LIVE_DB=env\nDATASYNC_LIVE_TIME_ZONE=+02:00\n");
    EXPECT_EQ(source().settings.time_zone, "+02:00");
    m_options.source[ConnectionKey::time_zone] = "+01:00";
    EXPECT_EQ(source().settings.database, "env");
    EXPECT_EQ(source().settings.time_zone, "+01:00");
}

TEST_F(ConnectionLayersTest, AnEnvFileReplacesBothOthers)
{
    write(".env.local", "DATASYNC_LIVE_DB=local\n");
    write("other.env", "DATASYNC_LIVE_DB=other\n");
    m_options.env_file = "other.env";
    EXPECT_EQ(source().settings.database, "other");
    m_options.env_file = "missing.env";
    EXPECT_THROW(source(), UsageError);
}

TEST_F(ConnectionLayersTest, LocalhostMeansTheSocketUnlessAPortIsGiven)
{
    m_options.source[ConnectionKey::name] = "shop";
    EXPECT_EQ(source().settings.host, "localhost");
    m_options.source[ConnectionKey::port] = "3307";
    EXPECT_EQ(source().settings.host, "127.0.0.1");
    EXPECT_EQ(source().settings.port, 3307);
    m_options.source[ConnectionKey::port] = "70000";
    EXPECT_THROW(source(), UsageError);
    m_options.source[ConnectionKey::port] = std::nullopt;
    m_options.source[ConnectionKey::host] = "elsewhere";
    m_options.source[ConnectionKey::socket] = "/x.sock";
    EXPECT_THROW(source(), UsageError);
}

TEST_F(ConnectionLayersTest, TheDestinationFallsBackToTheShopItself)
{
    write_local_xml();
    const ResolvedConnection found = destination();
    EXPECT_EQ(found.settings.database, "xml");
    EXPECT_EQ(found.settings.host, "h");
    EXPECT_EQ(found.settings.port, 3307);
    EXPECT_TRUE(found.warnings.empty());
    m_environment = {{"DATASYNC_DEST_DB", "other"}};
    EXPECT_EQ(destination().settings.database, "other");
    m_options.shop_root = ".";
    EXPECT_THROW(destination(), UsageError);
    m_environment.clear();
    EXPECT_EQ(destination().settings.database, "xml");
    m_options.shop_root = "nowhere";
    EXPECT_THROW(destination(), UsageError);
}

TEST_F(ConnectionLayersTest, WarnsOfPasswordsThatOthersCanRead)
{
    write(".env", "DATASYNC_LIVE_DB=a\nDATASYNC_LIVE_PASS=geheim\n", 0640);
    ASSERT_EQ(source().warnings.size(), 1U);
    EXPECT_EQ(source().warnings[0].find("geheim"), std::string::npos);
    write(".env", "DATASYNC_LIVE_DB=a\nDATASYNC_LIVE_PASS=geheim\n", 0600);
    EXPECT_TRUE(source().warnings.empty());
    write(".env", "DATASYNC_LIVE_DB=a\n", 0644);
    EXPECT_TRUE(source().warnings.empty());
    write_local_xml(0640);
    EXPECT_TRUE(destination().warnings.empty());
    write_local_xml(0644);
    EXPECT_EQ(destination().warnings.size(), 1U);
    m_options.source[ConnectionKey::name] = "a";
    m_options.source[ConnectionKey::password] = "geheim";
    ASSERT_EQ(source().warnings.size(), 1U);
    EXPECT_NE(source().warnings[0].find("--db-pass"), std::string::npos);
}

TEST_F(ConnectionLayersTest, MisspelledKeysAreNotIgnored)
{
    write(".env", "DATASYNC_LIVE_DB=a\nDATASYNC_LIVE_HSOT=b\nDATASYNC_LIVE_NAME=live\n");
    ASSERT_EQ(source().warnings.size(), 1U);
    EXPECT_NE(source().warnings[0].find("DATASYNC_LIVE_HOST"), std::string::npos);
    write("my.cnf", "[datasync_source]\ndatabse=file\n");
    m_options.defaults_file = "my.cnf";
    EXPECT_THROW(source(), UsageError);
    write("my.cnf", "[client]\nuser=x\n");
    EXPECT_THROW(source(), UsageError);
}

} // namespace datasync::cli
