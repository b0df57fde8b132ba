// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A database that cannot be reached or is none of a shop: one line that names it and what to look
// at, never the password, and exit code 6 or 7.
#include "support/bad_days.hpp"
#include "support/proxy.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

namespace {

class UnreachableTest : public BadDaysTest {
protected:
    /// Expects one line with all of `parts`, on either side, and a destination left as it was.
    void expect_refused(const SyncCommand& command, int exit_code,
                        const std::vector<std::string>& parts)
    {
        for (const bool is_dry : {false, true}) {
            const auto before = destination().column("SHOW TABLES");
            auto words = command;
            if (is_dry) { words.options.emplace_back("--dry-run"); }
            const auto result = run("customer", words);
            SCOPED_TRACE(result.err);
            EXPECT_EQ(result.exit_code, exit_code);
            EXPECT_EQ(result.out, "");
            EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1);
            for (const auto& part : parts) {
                EXPECT_NE(result.err.find(part), std::string::npos) << part;
            }
            EXPECT_EQ(destination().column("SHOW TABLES"), before);
        }
    }

    /// The settings of one side of a command.
    static std::vector<db::ConnectionSettings SyncCommand::*> sides()
    {
        return {&SyncCommand::source, &SyncCommand::destination};
    }
};

} // namespace

TEST_F(UnreachableTest, MissingSocket)
{
    for (const auto side : sides()) {
        auto words = command();
        (words.*side).socket = "/nowhere/at-all.sock";
        expect_refused(words, 6,
                       {"/nowhere/at-all.sock", (words.*side).database, "root", "check",
                        side == sides().front() ? "source" : "destination"});
    }
}

TEST_F(UnreachableTest, RefusedPort)
{
    std::uint16_t port = 0;
    {
        const Proxy gone(source().settings().socket);
        port = gone.port();
    }
    for (const auto side : sides()) {
        auto words = command();
        (words.*side).socket.clear();
        (words.*side).host = "127.0.0.1";
        (words.*side).port = port;
        expect_refused(words, 6,
                       {fmt::format("127.0.0.1:{}", port), "check that the server runs there"});
    }
}

TEST_F(UnreachableTest, UnknownHost)
{
    auto words = command();
    words.source.socket.clear();
    words.source.host = "no-such-host.invalid";
    expect_refused(words, 6, {"no-such-host.invalid", "check the spelling of the host name"});
}

TEST_F(UnreachableTest, SilentServer)
{
    Proxy proxy(source().settings().socket);
    proxy.after_bytes_from_server(10, Proxy::Trouble::silence);
    auto words = command({"--connect-timeout", "1", "--read-timeout", "1"});
    words.source.socket = proxy.socket();
    const auto result = run("customer", words);
    EXPECT_EQ(result.exit_code, 6) << result.err;
    EXPECT_NE(result.err.find(proxy.socket()), std::string::npos) << result.err;
}

TEST_F(UnreachableTest, WrongPassword)
{
    TestUser user(source(), "wrong", "the right one");
    user.grant("SELECT ON " + source().name() + ".*");
    for (const auto side : sides()) {
        auto words = command();
        (words.*side).user = user.name();
        for (const bool by_environment : {true, false}) {
            words.environment.clear();
            (words.*side).password = by_environment ? "" : "s3cret-word";
            const auto result = run("customer", words);
            EXPECT_EQ(result.exit_code, 6) << result.err;
            EXPECT_NE(result.err.find(user.name()), std::string::npos) << result.err;
            EXPECT_NE(result.err.find("check user and password"), std::string::npos) << result.err;
            EXPECT_EQ((result.err + result.out).find("s3cret-word"), std::string::npos);
        }
    }
}

TEST_F(UnreachableTest, UnknownDatabase)
{
    for (const auto side : sides()) {
        auto words = command();
        (words.*side).database = "x_there_is_none";
        expect_refused(words, 6, {"x_there_is_none", "check that the database"});
    }
}

TEST_F(UnreachableTest, NoShop)
{
    TestDatabase empty("empty");
    for (const auto side : sides()) {
        auto words = command();
        (words.*side).database = empty.name();
        expect_refused(words, 7,
                       {empty.name(), "is not a Magento 1, OpenMage or Maho shop", "core_website",
                        "check the database name"});
    }
    EXPECT_TRUE(empty.column("SHOW TABLES").empty());
}

TEST_F(UnreachableTest, ShopWithAPrefixThatWasForgotten)
{
    TestDatabase prefixed("prefixed");
    prefixed.exec("CREATE TABLE mage_core_website (website_id int PRIMARY KEY)");
    auto words = command();
    words.source.database = prefixed.name();
    expect_refused(words, 7, {"\"mage_\"", "--db-prefix"});
    words = command();
    words.destination.database = prefixed.name();
    expect_refused(words, 7, {"\"mage_\"", "--dest-prefix"});
}

TEST_F(UnreachableTest, ShopWithoutATableThatIsNeeded)
{
    source().exec("DROP TABLE cms_page_store, cms_page");
    const auto result = run("cms_page", command());
    EXPECT_EQ(result.exit_code, 7) << result.err;
    EXPECT_NE(result.err.find("cms_page"), std::string::npos) << result.err;
}

TEST_F(UnreachableTest, SourceThatIsTheDestination)
{
    auto words = command();
    words.source = destination().settings();
    expect_refused(words, 7, {"is the destination itself"});
    // The same one by another way there.
    const Proxy proxy(source().settings().socket);
    words.source.socket.clear();
    words.source.host = "127.0.0.1";
    words.source.port = proxy.port();
    expect_refused(words, 7, {"is the destination itself"});
}

TEST_F(UnreachableTest, TlsThatIsRequiredAndNotThere)
{
    const Proxy proxy(source().settings().socket);
    const bool has_tls = test_server()->is_mysql; // It makes itself a certificate.
    for (const auto* const option : {"--db-ssl-mode", "--dest-ssl-mode"}) {
        auto words = command({option, "required", "-d", "update"});
        auto& side = option == std::string("--db-ssl-mode") ? words.source : words.destination;
        side.socket.clear();
        side.host = "127.0.0.1";
        side.port = proxy.port();
        const auto result = run("customer_group", words);
        EXPECT_EQ(result.exit_code, has_tls ? 0 : 6) << option << result.err;
        EXPECT_EQ(result.err.find("TLS") == std::string::npos, has_tls) << result.err;
        // A certificate that nobody vouches for is no certificate.
        words.options = {option, "verify_identity"};
        EXPECT_EQ(run("customer_group", words).exit_code, 6);
        words.options = {option, "preferred", "-d", "update"};
        EXPECT_EQ(run("customer_group", words).exit_code, 0);
    }
}

} // namespace datasync::test
