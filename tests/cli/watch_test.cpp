// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync watch` carries what changes while it runs, outlives what servers do, and lets others of
// its destination have their turn.
#include "state/run_lock.hpp"
#include "state/source_register.hpp"
#include "support/bad_days.hpp"
#include "support/connections.hpp"
#include "support/tracked_shop.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>

namespace datasync::test {

namespace {

class WatchTest : public TrackedShopTest {
protected:
    /// Changes a block and waits until the destination has that.
    bool arrives(const std::string& content)
    {
        change_block(3, content);
        return becomes_true([&] { return block("footer_links") == content && waiting() == 0; });
    }

    void kill_connections_to(TestDatabase& database)
    {
        test::kill_connections_to(database, {&source(), &destination()});
    }

    static std::vector<std::string> lines_of(const std::string& text)
    {
        std::vector<std::string> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) { lines.push_back(line); }
        return lines;
    }

    /// How many lines of a text hold that part.
    static auto count(const std::string& text, const std::string& part)
    {
        const auto lines = lines_of(text);
        return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.find(part) != std::string::npos;
        });
    }
};

} // namespace

TEST_F(WatchTest, TakesChangesAsTheyComeAndSaysALineForEach)
{
    const auto program = watch();
    EXPECT_EQ(block("footer_links"), "before it began");
    EXPECT_TRUE(arrives("first"));
    EXPECT_TRUE(arrives("second"));
    const auto result = stop(*program);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.err, "");
    const auto lines = lines_of(result.out);
    ASSERT_EQ(lines.size(), 3U) << result.out;
    const std::string stamp = "2000-00-00 00:00:00 ";
    EXPECT_EQ(lines[0].substr(stamp.size()), "cms_block: 1 updated; 1 change acknowledged");
    EXPECT_EQ(lines[2].substr(stamp.size()), "cms_block: 1 updated; 1 change acknowledged");
}

TEST_F(WatchTest, StopsWhileItSleeps)
{
    for (const int signal : {SIGTERM, SIGINT}) {
        const auto program = watch({"--interval", "86400"});
        program->send_signal(signal);
        EXPECT_EQ(program->wait().exit_code, 0);
    }
}

TEST_F(WatchTest, AsksOneQuestionWhereNothingHasChanged)
{
    const TempFolder folder;
    const auto log = folder.path() / "log";
    const auto program = watch({"--log-file", log.string(), "--log-sql"});
    const auto statements = [&] {
        std::ifstream in(log);
        std::vector<std::string> found;
        for (std::string line; std::getline(in, line);) {
            const auto at = line.find(": SELECT ");
            if (line.find(" #") != std::string::npos) {
                found.push_back(at == std::string::npos ? line : line.substr(at));
            }
        }
        return found;
    };
    // So many cycles without a change: of the last ones, none says anything else.
    constexpr std::size_t k_cycles = 3;
    EXPECT_TRUE(becomes_true([&] {
        const auto all = statements();
        return all.size() > k_cycles &&
               all.back().find("datasync_change_tracker") != std::string::npos &&
               std::count(all.end() - k_cycles, all.end(), all.back()) ==
                   static_cast<std::ptrdiff_t>(k_cycles);
    }));
    EXPECT_EQ(stop(*program).exit_code, 0);
}

TEST_F(WatchTest, OutlivesLostConnections)
{
    const auto program = watch();
    for (auto* const side : {&source(), &destination()}) {
        kill_connections_to(*side);
        EXPECT_TRUE(arrives("after " + side->name()));
    }
    const auto result = stop(*program);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(count(result.err, "; trying again"), 2) << result.err;
    EXPECT_EQ(count(result.out, " Works again."), 2) << result.out;
}

TEST_F(WatchTest, WaitsForASideThatStaysAway)
{
    TestUser user(source(), "watcher");
    user.grant("ALL ON " + source().name() + ".*");
    const auto program = watch({"--db-user", user.name()});
    const auto account = "'" + user.name() + "'@'localhost'";
    source().exec("ALTER USER " + account + " ACCOUNT LOCK");
    kill_connections_to(source());
    change_block(3, "meanwhile");
    EXPECT_TRUE(becomes_true([&] { return count(program->err(), user.name()) > 0; }));
    source().exec("ALTER USER " + account + " ACCOUNT UNLOCK");
    EXPECT_TRUE(becomes_true([&] { return block("footer_links") == "meanwhile"; }));
    const auto result = stop(*program);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(count(result.err, user.name()), 1) << result.err;
}

TEST_F(WatchTest, BeginsOnlyWhereEverythingIsInItsPlace)
{
    EXPECT_EQ(run_datasync(words("watch", {"--interval", "0"})).exit_code, 2);
    EXPECT_EQ(run_datasync(words("watch", {"--dry-run"})).exit_code, 2);
    EXPECT_EQ(run_datasync(words("watch", {"--db-name", "no_such_shop"})).exit_code, 6);
    source().exec("DROP TABLE datasync_change_tracker");
    const auto result = run_datasync(words("watch"));
    EXPECT_EQ(result.exit_code, 7);
    EXPECT_EQ(count(result.err, "does not track its changes"), 1) << result.err;
}

TEST_F(WatchTest, LetsOtherRunsHaveTheirTurn)
{
    const TempFolder folder;
    const auto program = watch({"--lock-dir", folder.path().string(), "--wait-lock", "1"});
    const auto other = run_datasync(words(
        "sync", {"cms_page", "live", "-a", "openmage", "--lock-dir", folder.path().string()}));
    EXPECT_NE(other.exit_code, 5) << other.err;
    std::optional<state::RunLock> lock;
    state::LockOptions options;
    options.folder = folder.path();
    options.wait_s = 30;
    lock.emplace(state::database_identity(destination().connection()), "a long run", options);
    change_block(3, "meanwhile");
    EXPECT_TRUE(becomes_true([&] { return count(program->err(), "a long run") == 1; }));
    EXPECT_NE(block("footer_links"), "meanwhile");
    lock.reset();
    EXPECT_TRUE(becomes_true([&] { return block("footer_links") == "meanwhile"; }));
    EXPECT_EQ(stop(*program).exit_code, 0);
}

TEST_F(WatchTest, GoesOnWhereDeletionsAreRefused)
{
    for (const unsigned id : {3U, 8U}) { change_block(id, "gone soon"); }
    ASSERT_EQ(incremental().exit_code, 0);
    source().exec("DELETE FROM cms_block WHERE block_id = 8");
    announce("cms_block", 8, "delete");
    const auto program = std::make_unique<Program>(
        words("watch", {"--interval", "1", "--max-delete", "0", "--format", "json"}));
    for (const std::string content : {"first", "second", "third"}) {
        change_block(3, content);
        EXPECT_TRUE(becomes_true([&] { return block("footer_links") == content; }));
    }
    EXPECT_TRUE(becomes_true([&] { return waiting() == 1; }));
    EXPECT_EQ(block("promo_de"), "gone soon");
    const auto result = stop(*program);
    EXPECT_EQ(result.exit_code, 0);
    unsigned blocks = 0;
    for (const auto& line : lines_of(result.out)) {
        const auto document = Json::parse(line);
        EXPECT_EQ(document.at("command"), "watch");
        EXPECT_EQ(document.at("exit_code"), 7);
        EXPECT_TRUE(document.at("records").empty()) << line;
        blocks += document.at("entities").empty() ? 0U : 1U;
    }
    EXPECT_GE(blocks, 2U) << result.out;
    EXPECT_LE(lines_of(result.out).size(), blocks + 1) << result.out;
}

TEST_F(WatchTest, SaysWhatFailsAndGoesOn)
{
    const auto program = watch({"--no-pull-dependencies"});
    hold_customer(3);
    EXPECT_TRUE(becomes_true([&] { return count(program->err(), "held customer 3") == 1; }));
    change_block(3, "after that");
    EXPECT_TRUE(becomes_true([&] { return block("footer_links") == "after that"; }));
    const auto result = stop(*program);
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(count(result.err, "held customer 3"), 1) << result.err;
    EXPECT_EQ(waiting(), 1U);
}

} // namespace datasync::test
