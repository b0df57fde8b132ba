// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that choose records.
#pragma once

#include "datasync/sync_options.hpp"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

namespace datasync::cli {

/// Declares the options that choose records; their values are checked while they are read.
void add_filter_options(CLI::App& app, Filter& filter);

/// Checks what no option can check alone. Throws UsageError.
void check_filter(const Filter& filter);

/// Declares an option for code pairs, SRC=DST, repeatable and separated by commas.
CLI::Option* add_code_map(CLI::App& app, const std::string& name, CodeMap& map,
                          const std::string& help);

} // namespace datasync::cli
