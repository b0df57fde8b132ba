// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What an error means to the one who called the program.
#include "cli/failure.hpp"

#include "datasync/error.hpp"
#include "db/db_error.hpp"
#include "util/text.hpp"

#include <new>

namespace datasync::cli {

namespace {

ExitCode exit_code_of(db::DbErrorKind kind)
{
    switch (kind) {
    case db::DbErrorKind::connection:
        return ExitCode::unreachable;
    case db::DbErrorKind::rights:
        return ExitCode::refused;
    case db::DbErrorKind::retry:
    case db::DbErrorKind::record:
    case db::DbErrorKind::other:
        return ExitCode::internal_error;
    }
    return ExitCode::internal_error;
}

} // namespace

Failure failure_of(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const UsageError& usage) {
        return {ExitCode::usage, util::printable(usage.what())};
    } catch (const FatalError& fatal_error) {
        return {fatal_error.exit_code(), util::printable(fatal_error.what())};
    } catch (const db::DbError& db_error) {
        return {exit_code_of(db_error.kind()), util::printable(db_error.what())};
    } catch (const std::bad_alloc&) {
        return {ExitCode::internal_error, "out of memory; try a smaller --batch-size"};
    } catch (const std::exception& other) {
        return {ExitCode::internal_error,
                fmt::format("internal error: {}", util::printable(other.what()))};
    } catch (...) {
        return {ExitCode::internal_error, "internal error of an unknown kind"};
    }
}

} // namespace datasync::cli
