// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say where the databases are.
#pragma once

#include "cli/connection_keys.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace datasync::cli {

/// What the command line says about connections.
struct ConnectionOptions {
    LayerValues source;
    LayerValues destination;
    std::string env_file;
    std::string defaults_file;
    std::string shop_root;
    unsigned connect_timeout_s = 10;
    unsigned read_timeout_s = 300;
    unsigned write_timeout_s = 300;
    unsigned lock_wait_timeout_s = 50;
};

/// Declares the --db-* or --dest-* options.
void add_side_options(CLI::App& app, const Side& side, LayerValues& values);

/// Declares --shop-root, for commands with a destination.
void add_shop_root_option(CLI::App& app, ConnectionOptions& options);

/// Declares the options that both sides share: files and waiting times.
void add_connection_options(CLI::App& app, ConnectionOptions& options);

/// Declares all of it, for commands that read one shop and write the other.
void add_both_sides(CLI::App& app, ConnectionOptions& options);

} // namespace datasync::cli
