// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How settings name a database in messages.
#include "db/connection_settings.hpp"

#include <fmt/format.h>

namespace datasync::db {

std::string ConnectionSettings::describe() const
{
    std::string place;
    if (!socket.empty()) {
        place = fmt::format("[{}]", socket);
    } else if (host.find(':') != std::string::npos) {
        place = fmt::format("[{}]", host); // An IPv6 address has colons of its own.
    } else {
        place = host.empty() ? "localhost" : host;
    }
    // Without a port, "localhost" is the client's default socket; any other host is TCP.
    if (socket.empty() && (port != 0 || (place != "localhost"))) {
        place += fmt::format(":{}", port == 0 ? std::uint16_t{3306} : port);
    }
    return fmt::format("{}{}{}/{}", user, user.empty() ? "" : "@", place, database);
}

} // namespace datasync::db
