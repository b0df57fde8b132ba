// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/connections.hpp"

#include <string>

namespace datasync::test {

void kill_connections_to(TestDatabase& database, std::initializer_list<TestDatabase*> own)
{
    constexpr unsigned k_no_such_thread = 1094;
    std::string spared = "0";
    for (auto* const one : own) {
        spared += ", " + one->value("SELECT CONNECTION_ID()").value_or("0");
    }
    for (const auto& id :
         database.column("SELECT id FROM information_schema.processlist WHERE db = '" +
                         database.name() + "' AND id NOT IN (" + spared + ")")) {
        try {
            database.exec("KILL " + id);
        } catch (const db::DbError& error) {
            // The program may have hung up by itself meanwhile.
            if (error.code() != k_no_such_thread) { throw; }
        }
    }
}

} // namespace datasync::test
