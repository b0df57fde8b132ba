// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files from a web server that works.
#include "unit/media/media_fixture.hpp"

#include "support/tls_server.hpp"
#include "support/web_server.hpp"

#include <memory>

namespace datasync::media {

using test::WebAnswer;
using test::WebServer;

/// The source folder behind a web server.
class HttpMediaTest : public MediaTest {
protected:
    HttpMediaTest()
    {
        m_options.base_path.clear();
        m_options.base_url = m_server.url();
    }

    /// Answers any request for a path so.
    void answer(const std::string& path, const WebAnswer& answer) { m_server.answer(path, answer); }

    /// Brings one file that has to be missing, and says why it is.
    std::string reason_it_is_missing(const std::string& path)
    {
        const auto report = bring({path});
        EXPECT_EQ(report.missing, 1U);
        EXPECT_EQ(report.wanted(), 1U);
        return report.missing_files.empty() ? "" : report.missing_files[0].reason;
    }

    WebServer m_server{source()};
};

TEST_F(HttpMediaTest, FetchesWhatIsNotThere)
{
    const std::string big(3'000'000, 'b');
    write("source/catalog/product/a/b/x.jpg", "picture");
    write("source/downloadable/s/o/song.mp3", big);
    write("source/logo.gif", "");
    const auto report =
        bring({"catalog/product/a/b/x.jpg", "downloadable/s/o/song.mp3", "logo.gif"});
    EXPECT_EQ(report.copied, 3U);
    EXPECT_EQ(report.bytes, 7 + big.size());
    EXPECT_EQ(files_in(destination()), files_in(source()));
    EXPECT_EQ(content(destination() / "catalog/product/a/b/x.jpg"), "picture");
    EXPECT_EQ(content(destination() / "downloadable/s/o/song.mp3"), big);
    EXPECT_EQ(facts(destination() / "logo.gif").st_mtim.tv_sec, k_long_ago);
    EXPECT_EQ(m_server.count("HEAD"), 0U);
    EXPECT_EQ(m_server.count("GET"), 3U);
}

TEST_F(HttpMediaTest, EncodesNames)
{
    fs::create_directory(source() / "media");
    m_options.base_url += "/media/";
    const std::vector<std::string> names = {"a/with blank.jpg", "a/100%.jpg",
                                            "a/%41.jpg",        "a/#1?x=2&y.jpg",
                                            "a/a+b.jpg",        "a/\xC3\xA9t\xC3\xA9.jpg",
                                            "a/\xFF.jpg",       "a/b\\c;:@=,'\"<>|.jpg"};
    for (const auto& name : names) { write("source/media/" + name, name); }
    EXPECT_EQ(bring(names).copied, names.size());
    for (const auto& name : names) { EXPECT_EQ(content(destination() / name), name); }
}

TEST_F(HttpMediaTest, ASecondRunTransfersNothing)
{
    write("source/a.jpg", "picture");
    write("source/b.jpg", "picture");
    EXPECT_EQ(bring({"a.jpg", "b.jpg"}).copied, 2U);
    EXPECT_EQ(bring({"a.jpg", "b.jpg"}).unchanged, 2U);
    EXPECT_EQ(m_server.count("GET"), 2U);
    EXPECT_EQ(m_server.count("HEAD"), 2U);
}

TEST_F(HttpMediaTest, FetchesWhatHasChanged)
{
    write("destination/size.jpg", "longer than in the source");
    write("source/size.jpg", "picture", k_long_ago - 5);
    write("destination/newer.jpg", "picture");
    write("source/newer.jpg", "pictvre", k_long_ago + 1);
    write("destination/older.jpg", "my own!");
    write("source/older.jpg", "picture", k_long_ago - 1);
    const auto report = bring({"size.jpg", "newer.jpg", "older.jpg"});
    EXPECT_EQ(report.copied, 2U);
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(content(destination() / "size.jpg"), "picture");
    EXPECT_EQ(facts(destination() / "size.jpg").st_mtim.tv_sec, k_long_ago - 5);
    EXPECT_EQ(content(destination() / "newer.jpg"), "pictvre");
    EXPECT_EQ(content(destination() / "older.jpg"), "my own!");
}

TEST_F(HttpMediaTest, FetchesEachFileWhenForced)
{
    write("source/a.jpg", "picture");
    write("destination/a.jpg", "my own!");
    m_options.force = true;
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    EXPECT_EQ(m_server.count("HEAD"), 0U);
}

TEST_F(HttpMediaTest, ADryRunAsksAndFetchesNothing)
{
    write("source/a/new.jpg", "picture");
    write("source/changed.jpg", "picture");
    write("destination/changed.jpg", "longer than in the source");
    write("source/same.jpg", "picture");
    write("destination/same.jpg", "picture");
    const std::vector<std::string> paths = {"a/new.jpg", "changed.jpg", "same.jpg", "none.jpg"};
    m_options.dry_run = true;
    for (int round = 0; round < 2; ++round) {
        const auto report = bring(paths);
        EXPECT_EQ(report.copied, 2U);
        EXPECT_EQ(report.bytes, 14U);
        EXPECT_EQ(report.unchanged, 1U);
        EXPECT_EQ(report.missing, 1U);
        EXPECT_EQ(files_in(destination()), (Files{"changed.jpg", "same.jpg"}));
        EXPECT_FALSE(fs::exists(destination() / "a"));
        // The second time by GET.
        EXPECT_EQ(m_server.count("GET") != 0, round == 1);
        answer("*", {.method = "HEAD", .status = 405});
    }
    m_options.force = true;
    EXPECT_EQ(bring(paths).copied, 3U);
}

TEST_F(HttpMediaTest, FetchesAgainWhereTheServerTellsNoTime)
{
    answer("*", {.tells_time = false});
    write("source/a.jpg", "picture");
    write("destination/a.jpg", "my own!");
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    EXPECT_GT(facts(destination() / "a.jpg").st_mtim.tv_sec, k_long_ago);
}

TEST_F(HttpMediaTest, TakesTheTimeWhereTheServerTellsNoLength)
{
    answer("*", {.tells_length = false});
    write("source/a.jpg", "picture");
    write("destination/a.jpg", "longer than in the source");
    write("source/b.jpg", "picture");
    const auto report = bring({"a.jpg", "b.jpg"});
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(report.copied, 1U);
    EXPECT_EQ(content(destination() / "b.jpg"), "picture");
}

TEST_F(HttpMediaTest, AsksAnotherWayWhereTheServerKnowsNoHead)
{
    for (const unsigned status : {403U, 405U, 501U}) {
        answer("/" + std::to_string(status) + ".jpg", {.method = "HEAD", .status = status});
        write("source/" + std::to_string(status) + ".jpg", "picture");
        write("destination/" + std::to_string(status) + ".jpg", "my own!");
    }
    answer("/new.jpg", {.method = "HEAD", .status = 405});
    write("source/new.jpg", "pictvre", k_long_ago + 1);
    write("destination/new.jpg", "picture");
    answer("/size.jpg", {.method = "HEAD", .status = 405});
    write("source/size.jpg", "picture");
    write("destination/size.jpg", "longer than in the source");
    answer("/none.jpg", {.method = "HEAD", .status = 405});
    write("destination/none.jpg", "my own!");
    const auto report = bring({"403.jpg", "405.jpg", "501.jpg", "new.jpg", "size.jpg", "none.jpg"});
    EXPECT_EQ(report.unchanged, 3U);
    EXPECT_EQ(report.copied, 2U);
    EXPECT_EQ(report.missing, 1U);
    EXPECT_EQ(content(destination() / "403.jpg"), "my own!");
    EXPECT_EQ(content(destination() / "new.jpg"), "pictvre");
    EXPECT_EQ(content(destination() / "size.jpg"), "picture");
}

TEST_F(HttpMediaTest, ReportsMissingFilesAndDoesNotAskAgain)
{
    answer("/gone.jpg", {.status = 410});
    write("destination/mine.jpg", "my own!");
    EXPECT_EQ(reason_it_is_missing("none.jpg"), "the source's server answers 404");
    EXPECT_EQ(reason_it_is_missing("gone.jpg"), "the source's server answers 410");
    EXPECT_EQ(reason_it_is_missing("mine.jpg"), "the source's server answers 404");
    EXPECT_EQ(m_server.requests().size(), 3U);
    EXPECT_EQ(content(destination() / "mine.jpg"), "my own!");
}

TEST_F(HttpMediaTest, TakesAPageForAnImageAsMissing)
{
    write("source/a.jpg", "<html>");
    write("source/page.html", "<html>");
    write("destination/b.jpg", "picture");
    write("source/b.jpg", "<html> and more");
    answer("*", {.type = "Text/HTML; charset=UTF-8"});
    const auto report = bring({"a.jpg", "b.jpg", "page.html"});
    EXPECT_EQ(report.missing, 2U);
    EXPECT_EQ(report.copied, 1U);
    ASSERT_EQ(report.missing_files.size(), 2U);
    EXPECT_NE(report.missing_files[0].reason.find("web page"), std::string::npos);
    EXPECT_EQ(files_in(destination()), (Files{"b.jpg", "page.html"}));
    EXPECT_EQ(content(destination() / "b.jpg"), "picture");
}

TEST_F(HttpMediaTest, FollowsRedirections)
{
    write("source/there/a.jpg", "picture");
    answer("/a.jpg", {.status = 301, .header = "Location: /b.jpg", .body = "<html>moved"});
    answer("/b.jpg", {.status = 302, .header = "Location: " + m_server.url() + "/there/a.jpg"});
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
    EXPECT_EQ(bring({"a.jpg"}).unchanged, 1U);
}

TEST_F(HttpMediaTest, FollowsNoRedirectionInCirclesOrElsewhere)
{
    const auto secret = write("outside/secret.jpg", "secret");
    answer("/circle.jpg", {.status = 302, .header = "Location: /circle.jpg"});
    answer("/file.jpg", {.status = 302, .header = "Location: file://" + secret.string()});
    answer("/ftp.jpg", {.status = 302, .header = "Location: ftp://127.0.0.1/x.jpg"});
    answer("/lost.jpg", {.status = 302});
    const auto report = bring({"circle.jpg", "file.jpg", "ftp.jpg", "lost.jpg"});
    EXPECT_EQ(report.failed, 4U);
    EXPECT_EQ(m_server.count("GET"), 6U + 3U);
    ASSERT_EQ(report.failed_files.size(), 4U);
    for (const std::size_t other : {1U, 2U}) { // By path: circle, file, ftp, lost.
        const std::string& reason = report.failed_files[other].reason;
        EXPECT_NE(reason.find("rotocol"), std::string::npos) << reason;
    }
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(HttpMediaTest, RefusesPathsAndLinksThatLeadOut)
{
    write("source/a/x.jpg", "picture");
    write("outside/x.jpg", "somebody's own");
    fs::create_directory_symlink(outside(), destination() / "a");
    fs::create_symlink(outside() / "x.jpg", destination() / "x.jpg");
    write("source/x.jpg", "picture");
    EXPECT_NE(reason_of_failure("../x.jpg").find("upwards"), std::string::npos);
    EXPECT_NE(reason_of_failure("a/x.jpg").find("leads out"), std::string::npos);
    EXPECT_EQ(m_server.requests().size(), 0U);
    EXPECT_NE(reason_of_failure("x.jpg").find("symbolic link"), std::string::npos);
    answer("/x.jpg", {.method = "HEAD", .status = 405});
    EXPECT_NE(reason_of_failure("x.jpg").find("symbolic link"), std::string::npos);
    EXPECT_EQ(files_in(outside()), Files{"x.jpg"});
    EXPECT_EQ(content(outside() / "x.jpg"), "somebody's own");
}

TEST_F(HttpMediaTest, SaysWhatItMayNotWrite)
{
    write("source/a/x.jpg", std::string(300'000, 'x'));
    fs::create_directory(destination() / "a");
    fs::permissions(destination() / "a", k_only_to_pass);
    const NobodySpecial nobody;
    EXPECT_EQ(reason_of_failure("a/x.jpg"), "cannot write: Permission denied");
    EXPECT_EQ(m_server.count("GET"), 1U);
}

TEST_F(HttpMediaTest, UsesItsConnectionsAgainAndSeveralAtATime)
{
    std::vector<std::string> paths;
    for (int i = 0; i < 200; ++i) {
        paths.push_back("a/" + std::to_string(i) + ".jpg");
        write("source/" + paths.back(), "picture");
    }
    paths.emplace_back("none.jpg"); // An answer without a file does not end the connection either.
    answer("*", {.delay = std::chrono::milliseconds(2)});
    const auto report = bring(paths);
    EXPECT_EQ(report.copied, 200U);
    EXPECT_EQ(files_in(destination()), files_in(source()));
    EXPECT_LE(m_server.connections(), 8U);
    EXPECT_LE(m_server.most_at_once(), 8U);
    EXPECT_GT(m_server.most_at_once(), 1U);
}

TEST_F(HttpMediaTest, SendsUserAndPasswordAndRepeatsNeither)
{
    m_options.base_url = "http://user:secret@127.0.0.1:" + std::to_string(m_server.port());
    write("source/a.jpg", "picture");
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_NE(m_server.requests().back().headers.find("authorization: basic "), std::string::npos);
    answer("*", {.status = 401});
    EXPECT_EQ(reason_of_failure("b.jpg"), "the source's server answers 401");
}

TEST_F(HttpMediaTest, RefusesACertificateThatNobodyVouchesFor)
{
    write("source/a.jpg", "picture");
    const test::TlsServer server(source());
    m_options.base_url = server.url();
    const std::string reason = reason_of_failure("a.jpg");
    EXPECT_NE(reason.find("certificate"), std::string::npos) << reason;
    EXPECT_EQ(files_in(destination()), Files{});
}

} // namespace datasync::media
