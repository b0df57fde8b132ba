// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/tracker_installation.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

namespace datasync::schema {

namespace {

constexpr unsigned k_lock_wait_timeout = 1205;
constexpr unsigned k_binary_log = 1419;
/// What a trigger that was to follow one that does not exist is refused with, by MariaDB and MySQL.
constexpr unsigned k_no_such_trigger_mariadb = 4031;
constexpr unsigned k_no_such_trigger_mysql = 3011;
/// What servers say to FOLLOWS that allow one trigger only.
constexpr unsigned k_syntax = 1064;

/// While a statement waits for a table, every new query of the shop waits behind it.
constexpr unsigned k_patience_s = 3;
constexpr auto k_pause = std::chrono::milliseconds(200);

constexpr std::string_view k_rights = "SELECT, INSERT, UPDATE, CREATE, DROP, TRIGGER";

[[noreturn]] void refuse_right(const Shop& shop, std::string_view what)
{
    fatal(ExitCode::refused, "{} user may not {}; grant it with: {}", shop.connection().name(),
          what, grant_for(shop.connection(), k_rights));
}

/// The same place of a table, whatever the trigger does there.
std::string place(const Trigger& trigger)
{
    return fmt::format("{} of {}", trigger.event, trigger.table);
}

bool has_name(const std::vector<Trigger>& triggers, const std::string& name)
{
    return std::any_of(triggers.begin(), triggers.end(),
                       [&](const Trigger& trigger) { return trigger.name == name; });
}

/// The triggers of `from` that `others` does not have.
std::vector<Trigger> without(const std::vector<Trigger>& from, const std::vector<Trigger>& others)
{
    std::vector<Trigger> rest;
    std::copy_if(from.begin(), from.end(), std::back_inserter(rest),
                 [&](const Trigger& trigger) { return !has_name(others, trigger.name); });
    return rest;
}

/// How long a single statement waits.
void set_patience(db::Connection& connection)
{
    connection.execute(
        fmt::format("SET lock_wait_timeout = {}",
                    std::min(k_patience_s, connection.settings().lock_wait_timeout_s)));
}

/// Asks for the right to make a trigger, by a statement that fails in any case. A right is asked
/// for before anything else, the trigger to follow afterwards.
void probe_trigger(const Shop& shop, const std::string& table)
{
    try {
        shop.connection().execute(
            fmt::format("CREATE TRIGGER datasync_probe AFTER INSERT ON {} FOR EACH ROW FOLLOWS "
                        "datasync_no_such_trigger SET @datasync_probe = 1",
                        db::quoted(table)));
    } catch (const db::DbError& error) {
        if (error.code() == k_binary_log) {
            fatal(ExitCode::refused,
                  "{} server writes a binary log and lets only users with SUPER make or remove "
                  "triggers; allow it with: SET GLOBAL log_bin_trust_function_creators = 1",
                  shop.connection().name());
        }
        if (error.kind() == db::DbErrorKind::rights) {
            refuse_right(shop, fmt::format("make triggers on table {}", table));
        }
        if (error.code() == k_syntax) {
            fatal(ExitCode::refused,
                  "{} server {} takes one trigger for each table and event, and others may need "
                  "it: MariaDB 10.2, MySQL 5.7 or later takes several",
                  shop.connection().name(), shop.connection().server().version);
        }
        const bool is_allowed = error.code() == k_no_such_trigger_mariadb ||
                                error.code() == k_no_such_trigger_mysql ||
                                error.code() == k_lock_wait_timeout;
        if (!is_allowed) { throw; }
    }
}

/// Runs a statement that is refused for want of a right or fails for another reason.
void probe_right(const Shop& shop, const std::string& sql, std::string_view what)
{
    try {
        shop.connection().query(sql, [](const db::RowView&) {});
    } catch (const db::DbError& error) {
        if (error.kind() == db::DbErrorKind::rights) { refuse_right(shop, what); }
    }
}

} // namespace

TrackerInstallation::TrackerInstallation(Shop& shop, std::span<const EntitySpec* const> specs)
    : m_shop(shop), m_specs(specs.begin(), specs.end()), m_table(find_tracker(shop))
{
    std::set<std::string> names;
    for (const auto* spec : m_specs) {
        for (auto& name : spec_tables(*spec)) { names.insert(std::move(name)); }
        for (const auto& condition : spec->conditions) {
            for (auto& name : tables_of_setting(condition.setting)) {
                names.insert(std::move(name));
            }
        }
    }
    m_shop.load_tables(std::vector<std::string>(names.begin(), names.end()));
    m_installed = installed_triggers(m_shop, m_table);
}

TrackerStatus TrackerInstallation::status() const
{
    TrackerStatus status;
    status.table = m_table;
    status.keeps_echo_out = std::any_of(m_installed.begin(), m_installed.end(), keeps_echo_out);
    const auto wanted = wanted_triggers(m_shop, m_table, m_specs, status.keeps_echo_out);
    status.wanted = wanted.size();
    const auto lacking = without(wanted, m_installed);
    status.complete = wanted.size() - lacking.size();
    std::set<std::string> places;
    for (const auto& trigger : m_installed) { places.insert(place(trigger)); }
    for (const auto& trigger : lacking) {
        const bool has_other = places.contains(place(trigger));
        (has_other ? status.outdated : status.missing).push_back(place(trigger));
    }
    status.left_over = without(m_installed, wanted).size() - status.outdated.size();
    std::set<std::string> definers;
    for (const auto& trigger : m_installed) { definers.insert(trigger.definer); }
    status.definers.assign(definers.begin(), definers.end());
    if (m_table.exists) {
        status.rows = count_tracker_rows(m_shop, m_table);
        status.ids_used_percent = used_ids_percent(m_shop, m_table);
    }
    return status;
}

TrackerChange TrackerInstallation::installation(bool no_echo) const
{
    auto table = m_table;
    table.has_identifier = !table.exists || table.has_identifier;
    const auto wanted = wanted_triggers(m_shop, table, m_specs, no_echo);
    return {.creates_table = !table.exists,
            .created = without(wanted, m_installed),
            .dropped = without(m_installed, wanted)};
}

TrackerChange TrackerInstallation::removal(bool keep_table) const
{
    return {.drops_table = m_table.is_made_here && m_table.module.empty() && !keep_table,
            .created = {},
            .dropped = m_installed};
}

std::uint64_t TrackerInstallation::pending() const
{
    std::uint64_t pending = 0;
    for (const auto& rows : count_tracker_rows(m_shop, m_table)) {
        pending += rows.pending + rows.claimed;
    }
    return pending;
}

std::vector<std::string> TrackerInstallation::statements(const TrackerChange& change) const
{
    std::vector<std::string> statements;
    if (change.creates_table) { statements.push_back(create_tracker_sql(m_table)); }
    // First, because only this may be refused: triggers without their table do no harm.
    if (change.drops_table) { statements.push_back("DROP TABLE " + db::quoted(m_table.name)); }
    for (const auto& trigger : change.created) { statements.push_back(trigger.create_sql()); }
    for (const auto& trigger : change.dropped) { statements.push_back(drop_sql(trigger)); }
    return statements;
}

void TrackerInstallation::check_rights(const TrackerChange& change) const
{
    set_patience(m_shop.connection());
    // Who may not make triggers sees none: a removal asks about the tables that would have them.
    const auto asked =
        change.created.empty() ? wanted_triggers(m_shop, m_table, m_specs, false) : change.created;
    std::set<std::string> tables;
    for (const auto& trigger : asked) { tables.insert(trigger.table); }
    for (const auto& table : tables) { probe_trigger(m_shop, table); }
    if (change.created.empty()) { return; }
    const auto name = db::quoted(m_table.name);
    if (change.creates_table) {
        // A table that is there cannot be made again, but who may make none hears that first.
        probe_right(m_shop,
                    fmt::format("CREATE TABLE {} (id INT)", m_shop.quoted_table("core_store")),
                    fmt::format("create table {}", m_table.name));
    }
    // The triggers run with the rights of this user.
    probe_right(m_shop,
                fmt::format("EXPLAIN INSERT INTO {} (entity_id) VALUES (0) ON DUPLICATE KEY UPDATE "
                            "entity_id = 0",
                            name),
                fmt::format("write table {}", m_table.name));
    probe_right(m_shop, fmt::format("SELECT entity_id FROM {} LIMIT 0", name),
                fmt::format("read table {}", m_table.name));
}

void TrackerInstallation::run(const std::string& sql) const
{
    auto& connection = m_shop.connection();
    const auto limit = std::chrono::seconds(connection.settings().lock_wait_timeout_s);
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        try {
            connection.execute(sql);
            return;
        } catch (const db::DbError& error) {
            const bool is_over = std::chrono::steady_clock::now() - start >= limit;
            if (error.code() != k_lock_wait_timeout || is_over) { throw; }
        }
        std::this_thread::sleep_for(k_pause);
    }
}

void TrackerInstallation::apply(const TrackerChange& change)
{
    set_patience(m_shop.connection());
    std::size_t done = 0;
    const auto all = statements(change);
    try {
        for (const auto& sql : all) {
            run(sql);
            ++done;
        }
    } catch (const db::DbError& error) {
        const auto failed = all[done].substr(0, all[done].find('\n'));
        std::string hint;
        if (error.code() == k_lock_wait_timeout) {
            hint = "; a transaction uses that table, end it or try again later";
        } else if (error.kind() == db::DbErrorKind::rights) {
            hint = "; grant it with: " + grant_for(m_shop.connection(), k_rights);
        }
        fatal(ExitCode::refused, "{}{}: {}; {}", error.what(), hint, failed,
              take_back(change, done));
    }
}

std::string TrackerInstallation::take_back(const TrackerChange& change, std::size_t done) const
{
    const std::size_t before = change.creates_table ? 1 : 0;
    const bool has_begun =
        change.created.empty() ? done > 0 : done > before + change.created.size();
    // What was to be made is there: only what was to go is left.
    if (has_begun) { return "the same command goes on"; }
    std::string left;
    try {
        for (std::size_t i = before; i < done; ++i) {
            left = change.created[i - before].name;
            run(drop_sql(change.created[i - before]));
        }
        if (before > 0 && done > 0) {
            left = m_table.name;
            run("DROP TABLE " + db::quoted(m_table.name));
        }
    } catch (const db::DbError&) {
        return fmt::format("{} and what came after it stay behind: `datasync tracker uninstall` "
                           "removes them",
                           left);
    }
    return "nothing has been changed";
}

} // namespace datasync::schema
