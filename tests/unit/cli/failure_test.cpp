// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of what errors become.
#include "cli/failure.hpp"

#include "datasync/error.hpp"
#include "db/db_error.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace datasync::cli {

TEST(FailureTest, EveryErrorHasItsExitCode)
{
    const auto code_of = [](const auto& error) {
        return failure_of(std::make_exception_ptr(error)).exit_code;
    };
    EXPECT_EQ(code_of(UsageError("x")), ExitCode::usage);
    EXPECT_EQ(code_of(FatalError(ExitCode::locked, "x")), ExitCode::locked);
    EXPECT_EQ(code_of(db::DbError(2013, "lost")), ExitCode::unreachable);
    EXPECT_EQ(code_of(db::DbError(1142, "denied")), ExitCode::refused);
    EXPECT_EQ(code_of(db::DbError(1064, "syntax")), ExitCode::internal_error);
    EXPECT_EQ(code_of(std::runtime_error("x")), ExitCode::internal_error);
    EXPECT_EQ(code_of(7), ExitCode::internal_error);
}

TEST(FailureTest, TheMessageIsOneLine)
{
    EXPECT_EQ(failure_of(std::make_exception_ptr(UsageError("a\nb"))).message, "a\\nb");
}

} // namespace datasync::cli
