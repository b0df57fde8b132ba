// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files from a folder on this machine.
#include "unit/media/media_fixture.hpp"

#include "datasync/error.hpp"

#include <thread>

namespace datasync::media {

using LocalMediaTest = MediaTest;

TEST_F(LocalMediaTest, CopiesWhatIsNotThere)
{
    const std::string big(3'000'000, 'b');
    write("source/catalog/product/a/b/x.jpg", "picture");
    write("source/catalog/category/Gr\xC3\xB6\xC3\x9F"
          "e 100%.png",
          big);
    write("source/logo.gif", "");
    set_time(source() / "logo.gif", k_long_ago, 123'456'789);
    const auto report = bring({"catalog/product/a/b/x.jpg",
                               "catalog/category/Gr\xC3\xB6\xC3\x9F"
                               "e 100%.png",
                               "logo.gif"});
    EXPECT_EQ(report.copied, 3U);
    EXPECT_EQ(report.bytes, 7 + big.size());
    EXPECT_EQ(report.wanted(), 3U);
    EXPECT_EQ(files_in(destination()), files_in(source()));
    EXPECT_EQ(content(destination() / "catalog/product/a/b/x.jpg"), "picture");
    EXPECT_EQ(content(destination() / "catalog/category/Gr\xC3\xB6\xC3\x9F"
                                      "e 100%.png"),
              big);
    EXPECT_EQ(facts(destination() / "logo.gif").st_mtim.tv_sec, k_long_ago);
    EXPECT_EQ(facts(destination() / "logo.gif").st_mtim.tv_nsec, 123'456'789);
}

TEST_F(LocalMediaTest, ASecondRunChangesNothing)
{
    write("source/a/x.jpg", "picture");
    EXPECT_EQ(bring({"a/x.jpg"}).copied, 1U);
    const auto before = facts(destination() / "a/x.jpg");
    const auto report = bring({"a/x.jpg"});
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(report.wanted(), 1U);
    EXPECT_EQ(facts(destination() / "a/x.jpg").st_ino, before.st_ino);
}

TEST_F(LocalMediaTest, CopiesWhatHasChanged)
{
    write("destination/size.jpg", "longer than in the source");
    write("source/size.jpg", "picture", k_long_ago - 5);
    write("destination/newer.jpg", "picture");
    write("source/newer.jpg", "pictvre", k_long_ago + 1);
    write("destination/little_newer.jpg", "picture");
    write("source/little_newer.jpg", "pictvre");
    set_time(destination() / "little_newer.jpg", k_long_ago, 1000);
    set_time(source() / "little_newer.jpg", k_long_ago, 3000);
    write("destination/older.jpg", "my own!");
    write("source/older.jpg", "picture", k_long_ago - 1);
    const auto report = bring({"size.jpg", "newer.jpg", "little_newer.jpg", "older.jpg"});
    EXPECT_EQ(report.copied, 3U);
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(content(destination() / "size.jpg"), "picture");
    EXPECT_EQ(facts(destination() / "size.jpg").st_mtim.tv_sec, k_long_ago - 5);
    EXPECT_EQ(content(destination() / "newer.jpg"), "pictvre");
    EXPECT_EQ(content(destination() / "little_newer.jpg"), "pictvre");
    EXPECT_EQ(content(destination() / "older.jpg"), "my own!");
}

TEST_F(LocalMediaTest, UnderstandsFileSystemsThatKeepWholeSeconds)
{
    write("destination/a.jpg", "picture");
    write("source/a.jpg", "picture");
    set_time(source() / "a.jpg", k_long_ago, 500'000'000);
    EXPECT_EQ(bring({"a.jpg"}).unchanged, 1U);
}

TEST_F(LocalMediaTest, BringsEachFileWhenForced)
{
    write("source/a.jpg", "picture");
    write("destination/a.jpg", "my own!");
    m_options.force = true;
    EXPECT_EQ(bring({"a.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "a.jpg"), "picture");
}

TEST_F(LocalMediaTest, ADryRunSaysWhatWouldCome)
{
    write("source/a/b/new.jpg", "picture");
    write("source/changed.jpg", "picture");
    write("destination/changed.jpg", "longer than in the source");
    write("source/same.jpg", "picture");
    write("destination/same.jpg", "picture");
    write("source/out/a/x.jpg", "picture");
    fs::create_directory_symlink(outside(), destination() / "out");
    m_options.dry_run = true;
    const auto report =
        bring({"a/b/new.jpg", "changed.jpg", "same.jpg", "none.jpg", "out/a/x.jpg"});
    EXPECT_EQ(report.copied, 2U);
    EXPECT_EQ(report.bytes, 14U);
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_EQ(report.missing, 1U);
    EXPECT_EQ(report.failed, 1U);
    EXPECT_EQ(files_in(destination()), (Files{"changed.jpg", "out", "same.jpg"}));
    EXPECT_FALSE(fs::exists(destination() / "a"));
    EXPECT_EQ(content(destination() / "changed.jpg"), "longer than in the source");
}

TEST_F(LocalMediaTest, TakesTheUmaskForItsFilesAndFolders)
{
    write("source/a/b/x.jpg", "picture");
    const mode_t before = ::umask(0007);
    EXPECT_EQ(bring({"a/b/x.jpg"}).copied, 1U);
    ::umask(before);
    EXPECT_EQ(facts(destination() / "a").st_mode & 07777U, 0770U);
    EXPECT_EQ(facts(destination() / "a/b").st_mode & 07777U, 0770U);
    EXPECT_EQ(facts(destination() / "a/b/x.jpg").st_mode & 07777U, 0660U);
}

TEST_F(LocalMediaTest, ReportsMissingFilesAndBringsTheOthers)
{
    write("source/file", "x");
    const auto report = bring({"b/none.jpg", "file", "file/below.jpg", "a/none.jpg"});
    EXPECT_EQ(report.copied, 1U);
    EXPECT_EQ(report.missing, 3U);
    ASSERT_EQ(report.missing_files.size(), 3U);
    EXPECT_EQ(report.missing_files[0].path, "a/none.jpg");
    EXPECT_EQ(report.missing_files[2].path, "file/below.jpg");
    EXPECT_EQ(report.missing_files[0].reason, "the source's media folder does not have it");
    EXPECT_EQ(files_in(destination()), Files{"file"});
}

TEST_F(LocalMediaTest, NamesAHundredAndCountsAll)
{
    std::vector<std::string> paths;
    for (int i = 0; i < 250; ++i) { paths.push_back(std::to_string(i) + ".jpg"); }
    for (int i = 0; i < 150; ++i) { paths.push_back("../" + std::to_string(i)); }
    const auto report = bring(paths);
    EXPECT_EQ(report.missing, 250U);
    EXPECT_EQ(report.missing_files.size(), 100U);
    EXPECT_EQ(report.failed, 150U);
    EXPECT_EQ(report.failed_files.size(), 100U);
}

TEST_F(LocalMediaTest, BringsAFileOnceHoweverManyAskForIt)
{
    std::vector<std::string> paths;
    for (int i = 0; i < 300; ++i) {
        paths.push_back("a/" + std::to_string(i) + ".jpg");
        write("source/" + paths.back(), "picture");
    }
    m_options.copiers = 4;
    m_options.force = true;
    MediaTransfer transfer(m_options, m_stop);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&] {
            for (const auto& path : paths) { transfer.want(path); }
            for (const auto& path : paths) { transfer.want("./" + path); }
            transfer.want("../x");
        });
    }
    for (auto& thread : writers) { thread.join(); }
    const auto report = transfer.finish();
    EXPECT_EQ(report.copied, 300U);
    EXPECT_EQ(report.bytes, 300U * 7);
    EXPECT_EQ(report.failed, 1U);
    EXPECT_EQ(report.wanted(), 301U);
    EXPECT_EQ(files_in(destination()), files_in(source()));
}

TEST_F(LocalMediaTest, BringsNothingMoreOnceStopped)
{
    write("source/a.jpg", "picture");
    write("source/b.jpg", "picture");
    m_stop = true;
    const auto report = bring({"a.jpg", "b.jpg", "../c.jpg"});
    EXPECT_EQ(report.left, 2U);
    EXPECT_EQ(report.failed, 1U);
    EXPECT_EQ(report.wanted(), 3U);
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(LocalMediaTest, RefusesFoldersThatAreGone)
{
    m_options.base_path = m_folder.path() / "none";
    EXPECT_THROW(MediaTransfer(m_options, m_stop), UsageError);
    m_options.base_path = source();
    m_options.media_path = m_folder.path() / "none";
    EXPECT_THROW(MediaTransfer(m_options, m_stop), UsageError);
}

} // namespace datasync::media
