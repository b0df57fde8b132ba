// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/test_server.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace datasync::test {

namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::string unique_name(std::string_view label)
{
    static unsigned number = 0;
    return fmt::format("x_{}_{}_{}", label, ::getpid(), ++number);
}

db::ConnectionSettings settings_for(std::string database)
{
    const auto server = test_server();
    if (!server) {
        throw std::runtime_error("no test server: run through tests/support/with_server.sh");
    }
    db::ConnectionSettings settings;
    settings.socket = server->socket;
    settings.user = server->user;
    settings.database = std::move(database);
    settings.origin = "the test";
    return settings;
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) { throw std::runtime_error(fmt::format("cannot read {}", path.string())); }
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Cuts a text into statements at semicolons that end a line; whole-line comments are left out.
std::vector<std::string> split_statements(std::string_view sql)
{
    std::vector<std::string> statements;
    std::string statement;
    while (!sql.empty()) {
        const auto end = std::min(sql.find('\n'), sql.size());
        const auto line = sql.substr(0, end);
        sql.remove_prefix(std::min(end + 1, sql.size()));
        if (line.empty() || line.starts_with("--")) { continue; }
        statement.append(line).push_back('\n');
        if (line.ends_with(';')) {
            statement.resize(statement.size() - 2);
            statements.push_back(std::exchange(statement, {}));
        }
    }
    if (!statement.empty()) { statements.push_back(statement); }
    return statements;
}

} // namespace

std::optional<ServerAddress> test_server()
{
    const auto socket = environment("DATASYNC_TEST_SOCKET");
    if (socket.empty()) { return std::nullopt; }
    const auto user = environment("DATASYNC_TEST_USER");
    return ServerAddress{socket, user.empty() ? "root" : user,
                         environment("DATASYNC_TEST_SERVER") == "mysql"};
}

std::filesystem::path shop_dump(std::string_view name)
{
    auto path = std::filesystem::path(environment("DATASYNC_SHOPS")) / name;
    if (!std::filesystem::exists(path)) {
        throw std::runtime_error(
            fmt::format("no dump {}: DATASYNC_SHOPS has to name their folder", path.string()));
    }
    return path;
}

TestDatabase::TestDatabase(std::string_view label,
                           std::initializer_list<std::string_view> sql_files)
    : m_name(unique_name(label))
{
    // No database yet: the schema of the same server that is always there takes its place.
    db::Connection(settings_for("information_schema"), "test-create")
        .execute("CREATE DATABASE " + m_name + " CHARACTER SET utf8mb3");
    m_connection = std::make_unique<db::Connection>(settings(), "test");
    for (const auto file : sql_files) { load(file); }
}

TestDatabase::~TestDatabase()
{
    if (!environment("DATASYNC_KEEP_TEST_DB").empty()) {
        fmt::print(stderr, "kept database {}\n", m_name);
        return;
    }
    try {
        m_connection->execute("DROP DATABASE " + m_name);
    } catch (const std::exception& error) {
        fmt::print(stderr, "cannot drop test database {}: {}\n", m_name, error.what());
    }
}

db::ConnectionSettings TestDatabase::settings() const
{
    return settings_for(m_name);
}

void TestDatabase::load(std::string_view sql_file)
{
    m_connection->execute("SET foreign_key_checks = 0");
    exec(read_file(std::filesystem::path(DATASYNC_TEST_DATA) / sql_file));
    m_connection->execute("SET foreign_key_checks = 1");
}

void TestDatabase::load_dump(const std::filesystem::path& dump)
{
    const auto server = settings();
    const auto command = fmt::format(
        "xz -dc '{}' | $(command -v mariadb || command -v mysql) --no-defaults --user='{}' "
        "--socket='{}' --init-command=\"SET sql_mode='', foreign_key_checks=0\" '{}'",
        dump.string(), server.user, server.socket, m_name);
    if (std::system(command.c_str()) != 0) { // NOLINT(cert-env33-c): the shell joins the two
        throw std::runtime_error(fmt::format("cannot load {}", dump.string()));
    }
}

void TestDatabase::exec(std::string_view sql)
{
    for (const auto& statement : split_statements(sql)) { m_connection->execute(statement); }
}

std::optional<std::string> TestDatabase::value(std::string_view sql)
{
    return m_connection->value(sql);
}

Rows TestDatabase::rows(std::string_view sql)
{
    Rows rows;
    m_connection->query(sql, [&](const db::RowView& view) {
        auto& row = rows.emplace_back();
        for (unsigned i = 0; i < view.columns(); ++i) {
            row.push_back(view.is_null(i) ? std::nullopt : std::optional(view.string(i)));
        }
    });
    return rows;
}

std::vector<std::string> TestDatabase::column(std::string_view sql)
{
    std::vector<std::string> cells;
    for (auto& row : rows(sql)) { cells.push_back(row.at(0).value_or("NULL")); }
    return cells;
}

std::map<std::string, std::string> TestDatabase::checksums(const std::vector<std::string>& except)
{
    std::string list;
    for (const auto& table :
         column("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
                "AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'datasync\\_%'")) {
        if (std::find(except.begin(), except.end(), table) == except.end()) {
            list += (list.empty() ? "`" : ", `") + table + "`";
        }
    }
    std::map<std::string, std::string> sums;
    for (auto& row : rows("CHECKSUM TABLE " + list)) {
        const auto& table = row.at(0).value();
        sums[table.substr(table.find('.') + 1)] = row.at(1).value_or("NULL");
    }
    return sums;
}

void DbTest::SetUp()
{
    if (test_server()) { return; }
    if (environment("DATASYNC_SKIP_DB") == "1") {
        GTEST_SKIP() << "needs a server; DATASYNC_SKIP_DB=1 asks to go without";
    }
    FAIL()
        << "needs a server: run tests/run, or put tests/support/with_server.sh before the command";
}

} // namespace datasync::test
