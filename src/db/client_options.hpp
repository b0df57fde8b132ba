// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What the client library is told before it connects; the two libraries differ mostly here.
#pragma once

#include "db/connection_settings.hpp"

#include <mysql.h>

#include <string>

namespace datasync::db {

/// Sets timeouts, character set, packet size, TLS and protocol on a handle not yet connected.
void apply_client_options(MYSQL& mysql, const ConnectionSettings& settings);

/// Whether what the settings ask of TLS is missing on the open connection.
bool lacks_required_tls(MYSQL& mysql, const ConnectionSettings& settings);

/// What to check after connecting failed with a client or server error number.
std::string connect_hint(unsigned code, const ConnectionSettings& settings);

/// Makes the library ready in the calling thread; its share is released when the thread ends.
void enter_client_thread();

} // namespace datasync::db
