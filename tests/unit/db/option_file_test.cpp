// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Option files as people write them.
#include "db/option_file.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <fstream>

namespace datasync::db {
namespace {

class OptionFileTest : public ::testing::Test {
protected:
    ~OptionFileTest() override { std::filesystem::remove(m_path); }

    OptionFile read(const std::string& text)
    {
        std::ofstream(m_path, std::ios::binary) << text;
        return read_option_file(m_path);
    }

    std::string error_of(const std::string& text)
    {
        try {
            read(text);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "no error";
    }

    std::filesystem::path m_path = std::filesystem::temp_directory_path() /
                                   ("datasync-options-" + std::to_string(::getpid()) + ".cnf");
};

TEST_F(OptionFileTest, ReadsGroupsKeysAndValues)
{
    const auto options =
        read("# shop\n; old\n\n[client]\nuser=shop\n  host =  db.example  \r\n"
             "ssl-ca=/etc/ca.pem\nssl_key=/etc/key.pem\nquick\n\n[ mysqld ]\nport=1\n"
             "[client]\nuser=later\n");
    EXPECT_EQ(options.at("client").at("user"), "later");
    EXPECT_EQ(options.at("client").at("host"), "db.example");
    EXPECT_EQ(options.at("client").at("ssl_ca"), "/etc/ca.pem");
    EXPECT_EQ(options.at("client").at("ssl_key"), "/etc/key.pem");
    EXPECT_EQ(options.at("client").at("quick"), "");
    EXPECT_EQ(options.at("mysqld").at("port"), "1");
}

TEST_F(OptionFileTest, ReadsPasswordsAsTheClientsDo)
{
    const auto value = [&](const std::string& text) {
        return read("[client]\npassword=" + text + "\n").at("client").at("password");
    };
    EXPECT_EQ(value("\"a # b\""), "a # b");
    EXPECT_EQ(value("'it\"s'"), "it\"s");
    EXPECT_EQ(value("abc # comment"), "abc");
    EXPECT_EQ(value("a=b;c"), "a=b;c");
    EXPECT_EQ(value("a\\sb\\\\c\\d"), "a b\\c\\d");
    EXPECT_EQ(value("\"a\\\"b\""), "a\"b");
    EXPECT_EQ(value(""), "");
    EXPECT_EQ(value("\"\""), "");
}

TEST_F(OptionFileTest, TakesAFileWithAByteOrderMark)
{
    EXPECT_EQ(read("\xEF\xBB\xBF[client]\nuser=x").at("client").at("user"), "x");
}

TEST_F(OptionFileTest, RefusesIncludesWithTheLine)
{
    EXPECT_NE(error_of("[client]\n!include /etc/x.cnf\n").find("line 2: include"),
              std::string::npos);
    EXPECT_NE(error_of("!includedir /etc/conf.d\n").find("line 1: include"), std::string::npos);
}

TEST_F(OptionFileTest, NeverRepeatsALineThatMayHoldAPassword)
{
    const auto message = error_of("password=secret\n");
    EXPECT_NE(message.find("before the first group"), std::string::npos);
    EXPECT_EQ(message.find("secret"), std::string::npos);
    EXPECT_NE(error_of("[client\nuser=x").find("line 1"), std::string::npos);
    EXPECT_NE(error_of("[client]\n=secret").find("no key"), std::string::npos);
}

TEST_F(OptionFileTest, SaysWhatCannotBeRead)
{
    EXPECT_THROW(read_option_file("/nonexistent/my.cnf"), UsageError);
    EXPECT_THROW(read_option_file("/"), UsageError);
}

} // namespace
} // namespace datasync::db
