// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Statements and results on one connection.
#include "db/connection.hpp"

#include "datasync/error.hpp"
#include "db/array_statement.hpp"
#include "db/client_options.hpp"
#include "db/local_feed.hpp"
#include "db/session.hpp"
#include "db/sql_log.hpp"
#include "db/sql_text.hpp"
#include "db/value_arrays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>

namespace datasync::db {

namespace {

constexpr unsigned k_server_gone = 2006;

struct CloseConnection {
    void operator()(MYSQL* mysql) const { mysql_close(mysql); }
};

/// Freeing a result that was not read to its end reads the rest away.
struct FreeResult {
    void operator()(MYSQL_RES* result) const { mysql_free_result(result); }
};

using Result = std::unique_ptr<MYSQL_RES, FreeResult>;

const char* or_null(const std::string& text)
{
    return text.empty() ? nullptr : text.c_str();
}

std::string one_line(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// The numbers of LOAD DATA's message in their order; its words depend on the server's language.
std::array<std::uint64_t, 4> numbers_of(std::string_view info)
{
    std::array<std::uint64_t, 4> numbers{};
    std::size_t index = 0;
    bool inside = false;
    for (const char c : info) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && index < numbers.size()) {
            numbers[index] = numbers[index] * 10 + static_cast<std::uint64_t>(c - '0');
        } else if (inside && !digit) {
            ++index;
        }
        inside = digit;
    }
    return numbers;
}

} // namespace

struct Connection::Impl {
    ConnectionSettings settings;
    std::string name;
    ServerInfo server;
    SqlLogTarget log = current_sql_log();
    std::uint64_t statement = 0;
    LocalFeed feed; ///< Before the handle, which refers to it.
    std::unique_ptr<MYSQL, CloseConnection> mysql;

    void open();
    void announce(std::string_view sql, const std::function<std::string()>& data = {});
    void start(std::string_view sql);
    void send(std::string_view sql);
    void next_results();
    void check();
    [[noreturn]] void fail(unsigned code, std::string_view message) const;
};

void Connection::Impl::open()
{
    enter_client_thread();
    mysql.reset(mysql_init(nullptr));
    if (!mysql) { fatal(ExitCode::internal_error, "No memory for a database connection."); }
    apply_client_options(*mysql, settings);
    feed.install(*mysql);
    const auto* const connected = mysql_real_connect(
        mysql.get(), or_null(settings.socket.empty() ? settings.host : std::string{}),
        or_null(settings.user), settings.password.c_str(), or_null(settings.database),
        settings.port, or_null(settings.socket), 0);
    const auto origin =
        settings.origin.empty() ? std::string{} : fmt::format(" (from {})", settings.origin);
    if (connected == nullptr) {
        const auto code = mysql_errno(mysql.get());
        fatal(ExitCode::unreachable, "Cannot connect to the {} database {}{}: {} (error {}); {}.",
              name, settings.describe(), origin, one_line(mysql_error(mysql.get())), code,
              connect_hint(code, settings));
    }
    if (lacks_required_tls(*mysql, settings)) {
        fatal(ExitCode::unreachable,
              "Cannot connect to the {} database {}{}: the server offers no TLS; turn it on there "
              "or choose another TLS mode.",
              name, settings.describe(), origin);
    }
}

void Connection::Impl::fail(unsigned code, std::string_view message) const
{
    throw DbError(code,
                  fmt::format("{}: {} (error {})", name, one_line(std::string(message)), code));
}

/// Throws what the library remembers as the last call's error, if anything.
void Connection::Impl::check()
{
    const auto code = mysql_errno(mysql.get());
    if (code != 0) { fail(code, mysql_error(mysql.get())); }
}

/// Makes ready for a statement and tells the SQL log of it.
void Connection::Impl::announce(std::string_view sql, const std::function<std::string()>& data)
{
    enter_client_thread();
    if (!mysql) { fail(k_server_gone, "the connection is closed"); }
    ++statement;
    if (!log.log) { return; }
    if (!log.with_values) {
        log.log(name, statement, without_values(sql));
    } else if (data) {
        log.log(name, statement, fmt::format("{}\n{}", sql, data()));
    } else {
        log.log(name, statement, sql);
    }
}

/// Sends a statement; the caller deals with its result.
void Connection::Impl::start(std::string_view sql)
{
    announce(sql);
    send(sql);
}

void Connection::Impl::send(std::string_view sql)
{
    if (mysql_real_query(mysql.get(), sql.data(), static_cast<unsigned long>(sql.size())) != 0) {
        fail(mysql_errno(mysql.get()), mysql_error(mysql.get()));
    }
}

/// Reads away what follows the first result, which is the end of a procedure call if anything.
void Connection::Impl::next_results()
{
    while (mysql_more_results(mysql.get())) {
        if (mysql_next_result(mysql.get()) > 0) { check(); }
        const Result rest(mysql_use_result(mysql.get()));
    }
}

Connection::Connection(ConnectionSettings settings, std::string name)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->settings = std::move(settings);
    m_impl->name = std::move(name);
    m_impl->open();
    try {
        prepare_session(*this);
        m_impl->server = read_server_info(*this);
        m_impl->server.array_binding = has_array_binding(*m_impl->mysql);
    } catch (const DbError& error) {
        fatal(ExitCode::unreachable,
              "Connected to {}, but the session cannot be set up: {}; check the server's version "
              "and the configured time zone.",
              m_impl->settings.describe(), error.what());
    }
}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;

const ConnectionSettings& Connection::settings() const
{
    return m_impl->settings;
}

const std::string& Connection::name() const
{
    return m_impl->name;
}

const ServerInfo& Connection::server() const
{
    return m_impl->server;
}

std::uint64_t StatementResult::duplicates() const
{
    constexpr std::string_view label = "Duplicates: ";
    const auto at = info.find(label);
    // Of a single row the server counts 2 when it was there, and says no more.
    if (at == std::string::npos) { return affected_rows / 2; }
    std::uint64_t count = 0;
    const auto* const begin = info.data() + at + label.size();
    std::from_chars(begin, info.data() + info.size(), count);
    return count;
}

StatementResult Connection::execute(std::string_view sql)
{
    m_impl->start(sql);
    auto* const mysql = m_impl->mysql.get();
    StatementResult result;
    if (mysql_field_count(mysql) == 0) {
        result.affected_rows = mysql_affected_rows(mysql);
        result.last_insert_id = mysql_insert_id(mysql);
    } else {
        const Result rows(mysql_use_result(mysql));
        while (rows && mysql_fetch_row(rows.get()) != nullptr) {}
        m_impl->check();
    }
    result.warnings = mysql_warning_count(mysql);
    if (const char* const info = mysql_info(mysql)) { result.info = info; }
    m_impl->next_results();
    return result;
}

void Connection::query(std::string_view sql, const std::function<void(const RowView&)>& on_row)
{
    m_impl->start(sql);
    auto* const mysql = m_impl->mysql.get();
    {
        const Result result(mysql_use_result(mysql));
        if (!result) {
            m_impl->check();
            if (mysql_field_count(mysql) != 0) { m_impl->fail(k_server_gone, "no result came"); }
            m_impl->next_results();
            return;
        }
        const auto columns = mysql_num_fields(result.get());
        while (const MYSQL_ROW row = mysql_fetch_row(result.get())) {
            on_row(RowView(row, mysql_fetch_lengths(result.get()), columns));
        }
        // The end of the rows and a broken line look alike until one asks.
        m_impl->check();
    }
    m_impl->next_results();
}

std::optional<std::string> Connection::value(std::string_view sql)
{
    std::optional<std::string> first;
    bool seen = false;
    query(sql, [&](const RowView& row) {
        if (!seen && !row.is_null(0)) { first = row.string(0); }
        seen = true;
    });
    return first;
}

LoadResult Connection::load_local(std::string_view sql, std::string_view data)
{
    /// Whatever happens, the offer ends with this call.
    struct Offer {
        LocalFeed& feed;
        ~Offer() { feed.withdraw(); }
    };
    m_impl->feed.offer(data);
    const Offer offer{m_impl->feed};
    m_impl->announce(sql, [&] { return std::string(data); });
    m_impl->send(sql);
    auto* const mysql = m_impl->mysql.get();
    const char* const info = mysql_info(mysql);
    if (info == nullptr) { m_impl->fail(0, "the server did not say what LOAD DATA did"); }
    const auto [records, deleted, skipped, warnings] = numbers_of(info);
    return {records, skipped, std::max<std::uint64_t>(warnings, mysql_warning_count(mysql))};
}

std::uint64_t Connection::execute_arrays(std::string_view sql, const ValueArrays& values)
{
    m_impl->announce(sql, [&] { return values.text(); });
    const auto done = db::execute_arrays(*m_impl->mysql, sql, values);
    if (done.error != 0) { m_impl->fail(done.error, done.message); }
    return done.affected_rows;
}

void Connection::set_time_zone(std::string_view zone)
{
    execute("SET time_zone=" + literal(zone));
}

std::vector<std::string> Connection::warnings(unsigned most)
{
    std::vector<std::string> messages;
    query(fmt::format("SHOW WARNINGS LIMIT {}", most), [&](const RowView& row) {
        messages.push_back(fmt::format("{} (error {})", row.text(2), row.text(1)));
    });
    return messages;
}

void Connection::disconnect() noexcept
{
    m_impl->mysql.reset();
}

} // namespace datasync::db
