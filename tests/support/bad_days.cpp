// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/bad_days.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <chrono>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_first_id = 10001;
constexpr unsigned k_rows_per_statement = 500;

void add_side(std::vector<std::string>& words, const std::string& option,
              const db::ConnectionSettings& settings)
{
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) { words.insert(words.end(), {"--" + option + "-" + name, value}); }
    };
    add("socket", settings.socket);
    add("host", settings.host == "localhost" ? std::string() : settings.host);
    add("port", settings.port == 0 ? std::string() : std::to_string(settings.port));
    add("user", settings.user);
    add("pass", settings.password);
    add("name", settings.database);
    add("prefix", settings.table_prefix);
}

/// Collects rows of one table and sends them in statements of a moderate size.
class RowSender {
public:
    RowSender(TestDatabase& database, std::string head)
        : m_database(database), m_head(std::move(head))
    {
    }

    void add(const std::string& row)
    {
        m_rows += (m_rows.empty() ? "(" : ",(") + row + ")";
        if (++m_count == k_rows_per_statement) { send(); }
    }

    void send()
    {
        if (m_count != 0) {
            m_database.connection().execute("INSERT INTO " + m_head + " VALUES " + m_rows);
        }
        m_rows.clear();
        m_count = 0;
    }

private:
    TestDatabase& m_database;
    std::string m_head;
    std::string m_rows;
    unsigned m_count = 0;
};

} // namespace

TestUser::TestUser(TestDatabase& over, std::string_view label, std::string_view password)
    : m_over(over), m_name(fmt::format("x_{}_{}", label, ::getpid()))
{
    m_over.exec(fmt::format("CREATE USER '{}'@'localhost' IDENTIFIED BY '{}'", m_name, password));
}

TestUser::~TestUser()
{
    try {
        m_over.exec(fmt::format("DROP USER '{}'@'localhost'", m_name));
    } catch (const std::exception& error) {
        fmt::print(stderr, "cannot drop test user {}: {}\n", m_name, error.what());
    }
}

void TestUser::grant(const std::string& rights)
{
    m_over.exec(fmt::format("GRANT {} TO '{}'@'localhost'", rights, m_name));
}

SyncCommand BadDaysTest::command(const std::vector<std::string>& options)
{
    return {source().settings(), destination().settings(), options};
}

std::unique_ptr<Program> BadDaysTest::start(std::string_view entity,
                                            const SyncCommand& command) const
{
    std::vector<std::string> words = {"sync", std::string(entity), "legacy", "-a", "openmage"};
    add_side(words, "db", command.source);
    add_side(words, "dest", command.destination);
    words.insert(words.end(), command.options.begin(), command.options.end());
    ProgramSurroundings surroundings;
    surroundings.environment = command.environment;
    return std::make_unique<Program>(words, surroundings);
}

ProgramResult BadDaysTest::run(std::string_view entity, const SyncCommand& command) const
{
    return start(entity, command)->wait();
}

void BadDaysTest::add_customers(unsigned count)
{
    const std::string eav = " (entity_type_id, attribute_id, entity_id, value)";
    RowSender customers(source(), "customer_entity (entity_id, entity_type_id, website_id, email, "
                                  "group_id, store_id, created_at, updated_at)");
    RowSender texts(source(), "customer_entity_varchar" + eav);
    RowSender numbers(source(), "customer_entity_int" + eav);
    RowSender addresses(source(), "customer_address_entity (entity_id, entity_type_id, parent_id, "
                                  "created_at, updated_at)");
    RowSender address_texts(source(), "customer_address_entity_varchar" + eav);
    RowSender streets(source(), "customer_address_entity_text" + eav);
    RowSender regions(source(), "customer_address_entity_int" + eav);
    // The tables fill up at their own pace.
    source().exec("SET foreign_key_checks = 0");
    const std::string dates = "'2020-01-01 10:00:00', '2021-01-01 10:00:00'";
    for (unsigned id = k_first_id; id < k_first_id + count; ++id) {
        customers.add(fmt::format("{}, 1, 1, 'many{}@example.com', 1, 2, {}", id, id, dates));
        texts.add(fmt::format("1, 1, {0}, 'First {0}'), (1, 2, {0}, 'Last {0}'), (1, 4, {0}, "
                              "LEFT(SHA2({0}, 256), 32)",
                              id));
        const unsigned address = 2 * id;
        for (const unsigned one : {address, address + 1}) {
            addresses.add(fmt::format("{}, 2, {}, {}", one, id, dates));
            address_texts.add(
                fmt::format("2, 9, {0}, 'First {1}'), (2, 15, {0}, 'City {0}'", one, id));
            regions.add(fmt::format("2, 13, {}, 95", one));
            streets.add(fmt::format("2, 16, {0}, REPEAT('Street {0}\\n', 20)", one));
        }
        numbers.add(fmt::format("1, 7, {0}, {1}), (1, 8, {0}, {2}", id, address, address + 1));
    }
    for (auto* sender :
         {&customers, &texts, &numbers, &addresses, &address_texts, &regions, &streets}) {
        sender->send();
    }
    source().exec("SET foreign_key_checks = 1");
}

unsigned BadDaysTest::arrived()
{
    return static_cast<unsigned>(
        std::stoul(destination()
                       .value("SELECT COUNT(*) FROM customer_entity WHERE email LIKE 'many%'")
                       .value_or("0")));
}

void BadDaysTest::expect_whole_customers()
{
    // One line per customer that is not whole: each part is counted where its rows belong.
    const std::string parts =
        "SELECT c.email,"
        " (SELECT COUNT(*) FROM customer_entity d WHERE d.email = c.email) AS same,"
        " (SELECT COUNT(*) FROM customer_entity_varchar v WHERE v.entity_id = c.entity_id) AS "
        "texts,"
        " (SELECT COUNT(*) FROM customer_address_entity a WHERE a.parent_id = c.entity_id) AS "
        "homes,"
        " (SELECT COUNT(*) FROM customer_entity_int v JOIN customer_address_entity a"
        "  ON a.entity_id = v.value AND a.parent_id = v.entity_id"
        "  WHERE v.entity_id = c.entity_id) AS defaults,"
        " (SELECT COUNT(*) FROM customer_address_entity a JOIN customer_address_entity_varchar v"
        "  ON v.entity_id = a.entity_id WHERE a.parent_id = c.entity_id) AS home_texts,"
        " (SELECT COUNT(*) FROM customer_address_entity a JOIN customer_address_entity_int v"
        "  ON v.entity_id = a.entity_id WHERE a.parent_id = c.entity_id) AS home_regions,"
        " (SELECT COUNT(*) FROM customer_address_entity a JOIN customer_address_entity_text v"
        "  ON v.entity_id = a.entity_id WHERE a.parent_id = c.entity_id) AS streets,"
        " (SELECT COUNT(*) FROM datasync_entity_registry r WHERE r.entity_type = 'customer'"
        "  AND r.target_id = c.entity_id"
        "  AND r.source_id = SUBSTRING(c.email, 5, LOCATE('@', c.email) - 5)) AS known"
        " FROM customer_entity c WHERE c.email LIKE 'many%'";
    EXPECT_EQ(lines(destination(), "SELECT * FROM (" + parts +
                                       ") p WHERE same <> 1 OR texts <> 3 OR homes <> 2"
                                       " OR defaults <> 2 OR home_texts <> 4 OR home_regions <> 2"
                                       " OR streets <> 2"
                                       " OR known <> 1"),
              std::vector<std::string>());
    const auto nothing = std::vector<std::string>();
    EXPECT_EQ(lines(destination(), "SELECT r.source_id, r.target_id FROM datasync_entity_registry r"
                                   " LEFT JOIN customer_entity c ON c.entity_id = r.target_id"
                                   " WHERE r.entity_type = 'customer' AND c.entity_id IS NULL"),
              nothing);
    EXPECT_EQ(lines(destination(), "SELECT a.entity_id FROM customer_address_entity a"
                                   " LEFT JOIN customer_entity c ON c.entity_id = a.parent_id"
                                   " WHERE c.entity_id IS NULL"),
              nothing);
}

void BadDaysTest::expect_customers(unsigned count)
{
    expect_whole_customers();
    EXPECT_EQ(arrived(), count);
}

void BadDaysTest::hold_customer(TestDatabase& holder, std::string_view email)
{
    // By its id: a search by email would keep others from being added beside it.
    const auto id = destination().value(
        fmt::format("SELECT entity_id FROM customer_entity WHERE email = '{}'", email));
    holder.exec(fmt::format("START TRANSACTION;\nUPDATE {}.customer_entity SET is_active = 5 "
                            "WHERE entity_id = {}",
                            destination().name(), id.value_or("0")));
}

std::string BadDaysTest::wait_for_lock_wait()
{
    // The server's own list of waiting transactions stands still while it is asked often; a
    // statement that takes this long on a handful of rows waits.
    constexpr unsigned k_times = 15;
    const auto sql = fmt::format("SELECT id, info FROM information_schema.processlist WHERE db = "
                                 "'{}' AND command <> 'Sleep' AND info IS NOT NULL",
                                 destination().name());
    std::map<Row, unsigned> seen;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
        std::map<Row, unsigned> now;
        for (const auto& row : source().rows(sql)) {
            now[row] = seen[row] + 1;
            if (now[row] == k_times) { return row[0].value_or("0"); }
        }
        seen = std::move(now);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ADD_FAILURE() << "no run waits for a lock";
    return "0";
}

std::vector<std::string> BadDaysTest::lines(TestDatabase& database, std::string_view sql)
{
    std::vector<std::string> result;
    for (const auto& row : database.rows(sql)) {
        std::string line;
        for (const auto& cell : row) { line += (line.empty() ? "" : "|") + cell.value_or("NULL"); }
        result.push_back(line);
    }
    return result;
}

} // namespace datasync::test
