// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say where the databases are.
#include "cli/connection_options.hpp"

#include "cli/option_values.hpp"
#include "datasync/error.hpp"

#include <fmt/format.h>

namespace datasync::cli {

namespace {

constexpr unsigned k_longest_timeout_s = 86'400;

const std::string k_group = "Connections";

bool may_be_empty(ConnectionKey key)
{
    return key == ConnectionKey::password || key == ConnectionKey::prefix;
}

} // namespace

void add_side_options(CLI::App& app, const Side& side, LayerValues& values)
{
    const std::string group =
        side.noun == k_source_side.noun ? "Source database" : "Destination database";
    for (std::size_t i = 0; i < k_connection_keys; ++i) {
        const auto key = static_cast<ConnectionKey>(i);
        const std::string name = fmt::format("{}{}", side.option_prefix, k_key_spellings[i].option);
        app.add_option_function<std::string>(
               name,
               [&values, key, name](const std::string& text) {
                   if (text.empty() && !may_be_empty(key)) {
                       usage_error("{} is given with an empty value", name);
                   }
                   values[key] = text;
               },
               std::string(k_key_spellings[i].help))
            ->group(group);
    }
}

void add_connection_options(CLI::App& app, ConnectionOptions& options)
{
    add_text(app, "--env-file", options.env_file, "this file instead of .env.local and .env")
        ->type_name("FILE")
        ->group(k_group);
    add_text(app, "--defaults-file", options.defaults_file,
             "MySQL option file with [datasync_source] or [datasync_dest]")
        ->type_name("FILE")
        ->group(k_group);
    add_number(app, "--connect-timeout", options.connect_timeout_s, 1, k_longest_timeout_s,
               "seconds to wait for a connection (default 10)")
        ->group(k_group);
    add_number(app, "--read-timeout", options.read_timeout_s, 1, k_longest_timeout_s,
               "seconds to wait for an answer (default 300)")
        ->group(k_group);
    add_number(app, "--write-timeout", options.write_timeout_s, 1, k_longest_timeout_s,
               "seconds to wait while sending (default 300)")
        ->group(k_group);
    add_number(app, "--lock-wait-timeout", options.lock_wait_timeout_s, 1, k_longest_timeout_s,
               "seconds to wait for a row that is locked (default 50)")
        ->group(k_group);
}

void add_shop_root_option(CLI::App& app, ConnectionOptions& options)
{
    add_text(app, "--shop-root", options.shop_root,
             "directory of the destination shop, for app/etc/local.xml (default: here)")
        ->type_name("DIR")
        ->group(k_group);
}

void add_both_sides(CLI::App& app, ConnectionOptions& options)
{
    add_side_options(app, k_source_side, options.source);
    add_side_options(app, k_destination_side, options.destination);
    add_shop_root_option(app, options);
    add_connection_options(app, options);
}

} // namespace datasync::cli
