// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files from a web server that has bad days, and runs that do not come to their end.
#include "unit/media/media_fixture.hpp"

#include "support/web_server.hpp"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <memory>
#include <set>
#include <thread>

namespace datasync::media {

using test::WebAnswer;
using test::WebServer;

class HttpTroubleTest : public MediaTest {
protected:
    HttpTroubleTest() { m_options.base_path.clear(); }

    /// Starts a server; the address of the source is its.
    WebServer& serve()
    {
        m_server = std::make_unique<WebServer>(source());
        m_options.base_url = m_server->url();
        return *m_server;
    }

    std::unique_ptr<WebServer> m_server;
};

TEST_F(HttpTroubleTest, AsksAServerInTroubleAgain)
{
    write("source/a.jpg", "picture");
    for (const unsigned status : {429U, 500U, 502U, 503U, 504U}) {
        auto& server = serve();
        server.answer("/a.jpg", {.status = status}, 3);
        fs::remove(destination() / "a.jpg");
        EXPECT_EQ(bring({"a.jpg"}).copied, 1U) << status;
        EXPECT_EQ(server.count("GET"), 4U) << status;
        EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    }
}

TEST_F(HttpTroubleTest, AsksFourTimesAtMost)
{
    write("source/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.status = 503});
    EXPECT_EQ(reason_of_failure("a.jpg"), "the source's server answers 503");
    EXPECT_EQ(server.count("GET"), 4U);
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(HttpTroubleTest, AsksAgainWhetherAFileHasChanged)
{
    write("source/a.jpg", "picture");
    write("destination/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.status = 503}, 2);
    EXPECT_EQ(bring({"a.jpg"}).unchanged, 1U);
    EXPECT_EQ(server.count("HEAD"), 3U);
    EXPECT_EQ(server.count("GET"), 0U);
}

TEST_F(HttpTroubleTest, PausesLongerEachTime)
{
    write("source/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.status = 503}, 3);
    m_options.first_pause_ms = 40;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(40 + 80 + 160));
}

TEST_F(HttpTroubleTest, WaitsAsLongAsTheServerAsksFor)
{
    write("source/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.status = 429, .header = "Retry-After: 1"}, 1);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

TEST_F(HttpTroubleTest, DoesNotAskAgainWhatIsRefused)
{
    auto& server = serve();
    server.answer("/a.jpg", {.status = 403, .body = std::string(200'000, 'x')});
    EXPECT_EQ(reason_of_failure("a.jpg"), "the source's server answers 403");
    EXPECT_EQ(server.count("GET"), 1U);
}

TEST_F(HttpTroubleTest, NoticesThatAFileBreaksOff)
{
    const std::string big(500'000, 'b');
    write("source/a.jpg", big);
    write("source/b.jpg", big);
    auto& server = serve();
    server.answer("/a.jpg", {.cut_after = 300'000}, 2);
    server.answer("/b.jpg", {.cut_after = 300'000});
    const auto report = bring({"a.jpg", "b.jpg"});
    EXPECT_EQ(report.copied, 1U);
    EXPECT_EQ(report.failed, 1U);
    EXPECT_EQ(report.bytes, big.size());
    EXPECT_EQ(content(destination() / "a.jpg"), big);
    EXPECT_EQ(files_in(destination()), Files{"a.jpg"});
}

TEST_F(HttpTroubleTest, KeepsTheOldFileWhenTheNewOneBreaksOff)
{
    write("source/a.jpg", std::string(500'000, 'b'));
    write("destination/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.method = "GET", .cut_after = 300'000});
    EXPECT_NE(reason_of_failure("a.jpg"), "");
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    EXPECT_EQ(files_in(destination()), Files{"a.jpg"});
}

TEST_F(HttpTroubleTest, DoesNotWaitForAServerThatHasFallenSilent)
{
    write("source/a.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.stall_after = 3}, 1);
    m_options.stall_timeout_s = 1;
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_GE(server.count("GET"), 2U);
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    // Nor for one that does not even begin to answer.
    server.answer("/a.jpg", {.delay = std::chrono::seconds(20)}, 1);
    EXPECT_EQ(bring({"a.jpg"}).unchanged, 1U);
    EXPECT_GE(server.count("HEAD"), 2U);
}

TEST_F(HttpTroubleTest, SaysThatNobodyAnswers)
{
    serve();
    m_server.reset();
    const std::string reason = reason_of_failure("a.jpg");
    EXPECT_NE(reason.find("connect"), std::string::npos) << reason;
}

TEST_F(HttpTroubleTest, AsksNoFurtherWhenAllFails)
{
    auto& server = serve();
    server.answer("*", {.status = 503});
    m_options.give_up_after_files = 10;
    std::vector<std::string> paths;
    for (int i = 0; i < 100; ++i) { paths.push_back(std::to_string(i) + ".jpg"); }
    auto report = bring(paths);
    EXPECT_EQ(report.failed, 100U);
    // Those that were on their way beside the tenth come to their end.
    EXPECT_GE(server.count("GET"), 4U * 10);
    EXPECT_LE(server.count("GET"), 4U * 17);
    const bool is_said =
        std::any_of(report.failed_files.begin(), report.failed_files.end(), [](const auto& file) {
            return file.reason.starts_with("not tried: the source's server failed");
        });
    EXPECT_TRUE(is_said);
}

TEST_F(HttpTroubleTest, GoesOnWhileSomethingWorks)
{
    auto& server = serve();
    m_options.give_up_after_files = 10;
    std::vector<std::string> paths;
    for (int i = 0; i < 100; ++i) {
        paths.push_back(std::to_string(i) + ".jpg");
        server.answer("/" + paths.back(), {.status = i % 3 == 0 ? 404U : 500U});
    }
    const auto report = bring(paths);
    EXPECT_EQ(report.missing, 34U);
    EXPECT_EQ(server.count("GET"), 34U + 4 * 66);
}

TEST_F(HttpTroubleTest, EndsAtTheStop)
{
    const std::string big(500'000, 'b');
    write("source/a.jpg", big);
    write("source/b.jpg", "picture");
    auto& server = serve();
    server.answer("/a.jpg", {.stall_after = 300'000});
    m_options.connections = 1;
    MediaTransfer transfer(m_options, m_stop);
    transfer.want("a.jpg");
    transfer.want("b.jpg");
    ASSERT_TRUE(server.wait_for_stall());
    m_stop = true;
    const auto report = transfer.finish();
    EXPECT_EQ(report.left, 2U);
    EXPECT_EQ(report.wanted(), 2U);
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(HttpTroubleTest, GivesUpWhenNobodyWaits)
{
    write("source/a.jpg", std::string(500'000, 'b'));
    auto& server = serve();
    server.answer("/a.jpg", {.stall_after = 300'000});
    const auto begin = std::chrono::steady_clock::now();
    {
        MediaTransfer transfer(m_options, m_stop);
        transfer.want("a.jpg");
        ASSERT_TRUE(server.wait_for_stall());
    }
    // Not as long as it takes to find that the server has fallen silent.
    EXPECT_LT(std::chrono::steady_clock::now() - begin,
              std::chrono::seconds(m_options.stall_timeout_s));
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(HttpTroubleTest, TellsHowFarItIs)
{
    write("source/a.jpg", "picture");
    write("source/b.jpg", "picture");
    auto& server = serve();
    server.answer("/b.jpg", {.delay = std::chrono::milliseconds(1500)});
    MediaTransfer transfer(m_options, m_stop);
    transfer.want("a.jpg");
    transfer.want("b.jpg");
    std::set<std::uint64_t> heard;
    const auto report =
        transfer.finish([&](const MediaReport& so_far) { heard.insert(so_far.copied); });
    EXPECT_EQ(report.copied, 2U);
    EXPECT_TRUE(heard.contains(1));
}

TEST_F(HttpTroubleTest, ShowsNoHalfFileAfterItWasKilled)
{
    const std::string big(500'000, 'b');
    write("source/a.jpg", big);
    write("destination/b.jpg", "picture");
    write("source/b.jpg", big);
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    // Forked before the server has its threads.
    const pid_t child = ::fork();
    if (child == 0) {
        std::uint16_t port = 0;
        if (::read(pipe[0], &port, sizeof port) != sizeof port) { ::_exit(1); }
        m_options.base_url = "http://127.0.0.1:" + std::to_string(port);
        bring({"a.jpg", "b.jpg"});
        ::_exit(0);
    }
    auto& server = serve();
    server.answer("*", {.method = "GET", .stall_after = 300'000}, 2);
    const std::uint16_t port = server.port();
    ASSERT_EQ(::write(pipe[1], &port, sizeof port), static_cast<ssize_t>(sizeof port));
    const auto has_two_halves = [&] {
        unsigned halves = 0;
        for (const auto& name : files_in(destination())) {
            halves += name.starts_with('.') && fs::file_size(destination() / name) == 300'000;
        }
        return halves == 2;
    };
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!has_two_halves() && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_TRUE(has_two_halves());
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(pipe[0]);
    ::close(pipe[1]);
    EXPECT_FALSE(fs::exists(destination() / "a.jpg"));
    EXPECT_EQ(content(destination() / "b.jpg"), "picture");

    EXPECT_EQ(bring({"a.jpg", "b.jpg"}).copied, 2U);
    EXPECT_EQ(files_in(destination()), (Files{"a.jpg", "b.jpg"}));
    EXPECT_EQ(content(destination() / "b.jpg"), big);
}

} // namespace datasync::media
