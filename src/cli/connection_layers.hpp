// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where each connection's settings come from: exactly one layer of configuration per side.
#pragma once

#include "cli/layer_search.hpp"
#include "db/connection_settings.hpp"

#include <string>
#include <vector>

namespace datasync::cli {

/// A connection and what is worth a warning about how it was given.
struct ResolvedConnection {
    db::ConnectionSettings settings;
    std::vector<std::string> warnings;
};

/// The source: command line, option file, environment, .env.local, .env. Throws UsageError.
ResolvedConnection resolve_source(const ConnectionOptions& options, const Surroundings& around);

/// The destination: the same layers, then app/etc/local.xml. Throws UsageError.
ResolvedConnection resolve_destination(const ConnectionOptions& options,
                                       const Surroundings& around);

} // namespace datasync::cli
