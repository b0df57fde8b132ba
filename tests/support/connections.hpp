// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ends connections of programs under test from the server's side.
#pragma once

#include "support/test_server.hpp"

#include <initializer_list>

namespace datasync::test {

/// Kills all connections to a database but the tests' own ones.
void kill_connections_to(TestDatabase& database, std::initializer_list<TestDatabase*> own);

} // namespace datasync::test
