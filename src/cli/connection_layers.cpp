// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where each connection's settings come from: exactly one layer of configuration per side.
#include "cli/connection_layers.hpp"

#include "cli/local_xml.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "util/files.hpp"

#include <array>
#include <sys/stat.h>
#include <utility>

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, db::SslMode>, 5> k_ssl_modes = {{
    {"disabled", db::SslMode::disabled},
    {"preferred", db::SslMode::preferred},
    {"required", db::SslMode::required},
    {"verify_ca", db::SslMode::verify_ca},
    {"verify_identity", db::SslMode::verify_identity},
}};

constexpr mode_t k_others_read = S_IRGRP | S_IROTH;

/// A socket and a server elsewhere contradict each other; `localhost` with a port means TCP, which
/// the client libraries would not do by themselves.
void settle_address(db::ConnectionSettings& settings, const Layer& layer, const Side& side)
{
    const bool is_local = settings.host == "localhost";
    if (!settings.socket.empty() && !is_local) {
        usage_error("{} gives both the host {} and a socket for the {}; leave one of {} and {} out",
                    layer.origin, settings.host, side.noun,
                    spelled(ConnectionKey::host, layer.spelling, side),
                    spelled(ConnectionKey::socket, layer.spelling, side));
    }
    if (settings.socket.empty() && is_local && settings.port != 0) { settings.host = "127.0.0.1"; }
}

db::ConnectionSettings settings_of(const Layer& layer, const Side& side,
                                   const ConnectionOptions& options)
{
    db::ConnectionSettings settings;
    const auto take = [&](ConnectionKey key, std::string& target) {
        if (layer.values[key]) { target = *layer.values[key]; }
    };
    const auto named = [&](ConnectionKey key) {
        return fmt::format("{}: {}", layer.origin, spelled(key, layer.spelling, side));
    };
    take(ConnectionKey::host, settings.host);
    take(ConnectionKey::socket, settings.socket);
    take(ConnectionKey::name, settings.database);
    take(ConnectionKey::user, settings.user);
    take(ConnectionKey::password, settings.password);
    take(ConnectionKey::prefix, settings.table_prefix);
    take(ConnectionKey::ssl_ca, settings.ssl_ca);
    take(ConnectionKey::ssl_cert, settings.ssl_cert);
    take(ConnectionKey::ssl_key, settings.ssl_key);
    if (const auto& port = layer.values[ConnectionKey::port]) {
        settings.port = static_cast<std::uint16_t>(
            number_in_range(named(ConnectionKey::port), *port, 1, 65'535));
    }
    if (const auto& mode = layer.values[ConnectionKey::ssl_mode]) {
        settings.ssl_mode = choice_of(named(ConnectionKey::ssl_mode), *mode, k_ssl_modes);
    }
    if (settings.database.empty()) {
        usage_error("the {} comes from {}, which names no database: add {} there (a side comes "
                    "whole from one place; values of other places are not mixed in)",
                    side.noun, layer.origin, spelled(ConnectionKey::name, layer.spelling, side));
    }
    settle_address(settings, layer, side);
    settings.origin = layer.origin;
    settings.is_destination = side.noun == k_destination_side.noun;
    settings.connect_timeout_s = options.connect_timeout_s;
    settings.read_timeout_s = options.read_timeout_s;
    settings.write_timeout_s = options.write_timeout_s;
    settings.lock_wait_timeout_s = options.lock_wait_timeout_s;
    return settings;
}

void warn_of_exposed_password(const Layer& layer, const Side& side,
                              std::vector<std::string>& warnings)
{
    const auto& password = layer.values[ConnectionKey::password];
    if (!password || password->empty()) { return; }
    if (layer.spelling == Spelling::command_line) {
        warnings.push_back(fmt::format(
            "{0}pass: command lines show in process lists; give the password as {1}PASS in the "
            "environment or in a file that only you can read",
            side.option_prefix, side.environment_prefix));
    }
    // A shop's own settings are shared with its web server, mostly through the group.
    const mode_t mask = layer.spelling == Spelling::local_xml ? S_IROTH : k_others_read;
    if (!layer.file.empty() && util::has_permission(layer.file, mask)) {
        warnings.push_back(fmt::format("{} holds a password and can be read by others: chmod {} {}",
                                       layer.origin, mask == S_IROTH ? "o-r" : "600",
                                       layer.file.string()));
    }
}

ResolvedConnection resolved(LayerSearch& search, const Side& side, const ConnectionOptions& options)
{
    const Layer& layer = *search.found();
    ResolvedConnection connection{settings_of(layer, side, options), std::move(search.warnings())};
    if (search.time_zone()) { connection.settings.time_zone = *search.time_zone(); }
    warn_of_exposed_password(layer, side, connection.warnings);
    return connection;
}

} // namespace

ResolvedConnection resolve_source(const ConnectionOptions& options, const Surroundings& around)
{
    LayerSearch search(k_source_side, options, around);
    if (!search.find(options.source)) {
        usage_error("no source database is given: use --db-name with --db-host or --db-socket and "
                    "--db-user, DATASYNC_LIVE_DB and its relatives in the environment, .env.local "
                    "or .env, or [datasync_source] in a --defaults-file (.env.example shows it)");
    }
    return resolved(search, k_source_side, options);
}

ResolvedConnection resolve_destination(const ConnectionOptions& options, const Surroundings& around)
{
    LayerSearch search(k_destination_side, options, around);
    const std::filesystem::path root = around.directory / options.shop_root;
    const std::filesystem::path local_xml = root / "app" / "etc" / "local.xml";
    if (search.find(options.destination)) {
        // Whoever names a shop must not write into another one because of a forgotten variable.
        if (!options.shop_root.empty()) {
            usage_error("--shop-root {} would not be used: the destination already comes from {}; "
                        "leave one of them out",
                        options.shop_root, search.found()->origin);
        }
        return resolved(search, k_destination_side, options);
    }
    std::error_code error;
    if (options.shop_root.empty() && !std::filesystem::exists(local_xml, error)) {
        usage_error("no destination database is given: use --dest-name with --dest-host or "
                    "--dest-socket and --dest-user, DATASYNC_DEST_DB and its relatives in the "
                    "environment, .env.local or .env, [datasync_dest] in a --defaults-file, or run "
                    "in the shop's directory (--shop-root), where app/etc/local.xml is");
    }
    const std::string name = options.shop_root.empty() ? "app/etc/local.xml" : local_xml.string();
    if (!search.offer({name, Spelling::local_xml, read_local_xml(local_xml), local_xml})) {
        usage_error("{} says nothing about the shop's database", name);
    }
    return resolved(search, k_destination_side, options);
}

} // namespace datasync::cli
