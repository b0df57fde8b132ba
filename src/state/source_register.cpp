// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Names, numbers and identities of the sources a destination has taken data from.
#include "state/source_register.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <limits>

namespace datasync::state {

namespace {

/// Length of the source_system columns.
constexpr std::size_t k_max_name_chars = 50;

/// How the identity of a source begins whose records come from files.
constexpr std::string_view k_files_of = "files of ";

/// Refuses an identity that is known under another name. The server compares the names, so that
/// it and the keys of the own tables agree on which are the same.
void refuse_other_name(db::Connection& destination, const OwnTables& tables,
                       std::string_view source_system, std::string_view identity)
{
    const auto other = destination.value(
        db::bind(fmt::format("SELECT source_system FROM {} WHERE identity = ? AND "
                             "source_system <> ?",
                             db::quoted(tables.source)),
                 {identity, source_system}));
    if (other) {
        fatal(ExitCode::refused,
              "the source \"{}\" ({}) is known to this destination as \"{}\"; under a second name "
              "its records would come twice, run again with the name \"{}\"",
              source_system, identity, *other, *other);
    }
}

} // namespace

std::string database_identity(db::Connection& connection)
{
    return fmt::format("{}/{}", connection.server().identity,
                       connection.value("SELECT DATABASE()").value_or(""));
}

std::string file_identity(std::string_view source_system)
{
    return fmt::format("{}{}", k_files_of, source_system);
}

std::string check_source(db::Connection& destination, const OwnTables& tables, bool installed,
                         std::string_view source_system, std::string_view source_identity)
{
    const std::size_t chars = util::utf8_length(source_system).value_or(0);
    if (chars == 0 || chars > k_max_name_chars) {
        usage_error("the name of the source, \"{}\", needs 1 to {} characters", source_system,
                    k_max_name_chars);
    }
    const std::string own_identity = database_identity(destination);
    if (source_identity == own_identity) {
        fatal(ExitCode::refused,
              "the source \"{}\" ({}) is the destination itself ({}); check host and database name "
              "of both sides",
              source_system, source_identity, own_identity);
    }
    if (!installed) { return {}; }
    refuse_other_name(destination, tables, source_system, source_identity);

    // A shop's data may come from its database and from files in turn.
    if (source_identity.starts_with(k_files_of)) { return {}; }
    const auto last_identity = destination.value(db::bind(
        fmt::format("SELECT identity FROM {} WHERE source_system = ? AND identity NOT LIKE "
                    "CONCAT(?, '%') ORDER BY last_seen_at DESC LIMIT 1",
                    db::quoted(tables.source)),
        {source_system, k_files_of}));
    if (!last_identity || *last_identity == source_identity) { return {}; }
    return fmt::format(
        "the source \"{}\" was {} the last time and is {} now; if it is not the same "
        "shop, stop and give it a name of its own, because its ids would be taken "
        "for those of the other",
        source_system, *last_identity, source_identity);
}

std::uint16_t register_source(db::Connection& destination, const OwnTables& tables,
                              std::string_view source_system, std::string_view source_identity)
{
    refuse_other_name(destination, tables, source_system, source_identity);
    std::uint32_t number = source_number(destination, tables, source_system);
    if (number == 0) {
        number = parse_id(destination
                              .value(fmt::format("SELECT MAX(source_no) FROM {}",
                                                 db::quoted(tables.source)))
                              .value_or("0")) +
                 1;
    }
    if (number > std::numeric_limits<std::uint16_t>::max()) {
        fatal(ExitCode::refused,
              "the destination cannot number another source than the {} it knows", number - 1);
    }
    destination.execute(
        db::bind(fmt::format("INSERT INTO {} (source_no, source_system, identity, first_seen_at, "
                             "last_seen_at) VALUES ({}, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)) "
                             "ON DUPLICATE KEY UPDATE last_seen_at = UTC_TIMESTAMP(6)",
                             db::quoted(tables.source), number),
                 {source_system, source_identity}));
    return static_cast<std::uint16_t>(number);
}

std::uint16_t source_number(db::Connection& destination, const OwnTables& tables,
                            std::string_view source_system)
{
    const auto number = destination.value(
        db::bind(fmt::format("SELECT source_no FROM {} WHERE source_system = ? LIMIT 1",
                             db::quoted(tables.source)),
                 {source_system}));
    return static_cast<std::uint16_t>(parse_id(number.value_or("0")));
}

} // namespace datasync::state
