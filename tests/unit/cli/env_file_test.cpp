// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of KEY=VALUE files.
#include "cli/env_file.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace datasync::cli {

namespace {

std::string error_of(std::string_view text)
{
    try {
        parse_env(text, ".env");
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST(EnvFileTest, ReadsAllFormsOfValues)
{
    const EnvFile values = parse_env("\xEF\xBB\xBF# comment\r\n"
                                     "A=plain # comment\r\n"
                                     "export B = two words \n"
                                     "C='as \\n $it is # here' # comment\n"
                                     "D=\"line\\n \\\"q\\\" \\\\ \\$x\"\n"
                                     "E=\n"
                                     "F=pa#ss=word\n"
                                     "\n"
                                     "A2=1\nA2=2",
                                     ".env");
    EXPECT_EQ(values.at("A"), "plain");
    EXPECT_EQ(values.at("B"), "two words");
    EXPECT_EQ(values.at("C"), "as \\n $it is # here");
    EXPECT_EQ(values.at("D"), "line\n \"q\" \\ $x");
    EXPECT_EQ(values.at("E"), "");
    EXPECT_EQ(values.at("F"), "pa#ss=word");
    EXPECT_EQ(values.at("A2"), "2");
    EXPECT_EQ(values.size(), 7U);
}

TEST(EnvFileTest, NamesTheLineAndNeverTheValue)
{
    EXPECT_EQ(error_of("A=1\nsecret"), ".env, line 2: expected KEY=VALUE");
    EXPECT_EQ(error_of("A='secret"), ".env, line 1: the closing quote is missing");
    EXPECT_EQ(error_of("\n\nA=\"secret\" more"),
              ".env, line 3: there is text after the closing quote");
    EXPECT_EQ(error_of("a b=secret"), ".env, line 1: the text before = is not a name");
}

TEST(EnvFileTest, RefusesAFileThatIsNotThere)
{
    EXPECT_THROW(read_env_file("no/such/.env"), UsageError);
}

} // namespace datasync::cli
