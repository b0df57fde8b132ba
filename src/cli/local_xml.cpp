// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The database settings of a shop, from its app/etc/local.xml.
#include "cli/local_xml.hpp"

#include "datasync/error.hpp"
#include "util/files.hpp"
#include "util/text.hpp"

#include <pugixml.hpp>

#include <initializer_list>

namespace datasync::cli {

namespace {

/// The time zone that `SET time_zone = '...'` among the initial statements gives.
std::optional<std::string> time_zone_of(const std::string& statements)
{
    const std::size_t name = util::to_lower(statements).find("time_zone");
    if (name == std::string::npos) { return std::nullopt; }
    const std::size_t open = statements.find_first_of("'\"", name);
    if (open == std::string::npos) { return std::nullopt; }
    const std::size_t close = statements.find(statements[open], open + 1);
    if (close == std::string::npos) { return std::nullopt; }
    return statements.substr(open + 1, close - open - 1);
}

/// The shop takes "host", "host:port", "host:/path", "/path" and "[address]:port".
void read_host(std::string host, LayerValues& values)
{
    const std::size_t slash = host.find('/');
    if (slash != std::string::npos) {
        values[ConnectionKey::socket] = host.substr(slash);
        return;
    }
    const std::size_t colon = host.rfind(':');
    const bool is_bracketed = host.starts_with('[');
    const bool has_port = colon != std::string::npos &&
                          (is_bracketed ? host.find(']') < colon : host.find(':') == colon);
    if (has_port) {
        values[ConnectionKey::port] = host.substr(colon + 1);
        host.resize(colon);
    }
    if (is_bracketed) { host = host.substr(1, host.find(']') - 1); }
    values[ConnectionKey::host] = host;
}

void check_engine(const pugi::xml_node& connection, const std::string& file_name)
{
    for (const char* const tag : {"engine", "type", "model"}) {
        const std::string kind = util::to_lower(util::trim(connection.child_value(tag)));
        for (const std::string_view other : {"pgsql", "postgres", "sqlite"}) {
            if (kind.find(other) != std::string::npos) {
                usage_error("{}: the shop's database is of the kind \"{}\"; DataSync works with "
                            "MySQL and MariaDB",
                            file_name, kind);
            }
        }
    }
}

} // namespace

LayerValues parse_local_xml(const std::string& text, const std::string& file_name)
{
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(text.data(), text.size());
    if (!result) {
        usage_error("{} is not well-formed XML: {} at byte {}", file_name, result.description(),
                    result.offset);
    }
    const pugi::xml_node resources = document.child("config").child("global").child("resources");
    const pugi::xml_node connection = resources.child("default_setup").child("connection");
    if (!connection) {
        usage_error("{} has no config/global/resources/default_setup/connection", file_name);
    }
    check_engine(connection, file_name);

    LayerValues values;
    const auto take = [&](const pugi::xml_node& parent, const char* tag, ConnectionKey key) {
        const std::string value(util::trim(parent.child_value(tag)));
        if (!value.empty()) { values[key] = value; }
    };
    take(connection, "username", ConnectionKey::user);
    take(connection, "dbname", ConnectionKey::name);
    take(resources.child("db"), "table_prefix", ConnectionKey::prefix);
    take(connection, "unix_socket", ConnectionKey::socket);
    take(connection, "port", ConnectionKey::port);
    // White space may belong to a password, so it is the one value that is not trimmed.
    const std::string password = connection.child_value("password");
    if (!password.empty()) { values[ConnectionKey::password] = password; }
    const std::string host(util::trim(connection.child_value("host")));
    if (!host.empty()) { read_host(host, values); }
    values[ConnectionKey::time_zone] = time_zone_of(connection.child_value("initStatements"));
    return values;
}

LayerValues read_local_xml(const std::filesystem::path& path)
{
    return parse_local_xml(util::read_file(path), path.string());
}

} // namespace datasync::cli
