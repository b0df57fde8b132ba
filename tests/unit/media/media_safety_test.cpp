// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is never written, and what is left alone.
#include "unit/media/media_fixture.hpp"

#include "util/file_handle.hpp"

#include <fcntl.h>
#include <sys/file.h>

namespace datasync::media {

using MediaSafetyTest = MediaTest;

/// The temporary name of every file x.jpg. Programs that come later have to find it too.
constexpr const char* k_temporary_of_x = ".datasync-a75d31406c5b669a";

TEST_F(MediaSafetyTest, RefusesPathsThatLeadOutOfTheFolder)
{
    write("outside/x.jpg", "picture");
    EXPECT_NE(reason_of_failure("../outside/x.jpg").find("upwards"), std::string::npos);
    EXPECT_NE(reason_of_failure(outside() / "x.jpg").find("absolute"), std::string::npos);
    EXPECT_NE(reason_of_failure(std::string("x\0.jpg", 6)).find("control"), std::string::npos);
    EXPECT_EQ(files_in(destination()), Files{});
}

TEST_F(MediaSafetyTest, WritesNothingThroughALinkThatLeadsOut)
{
    write("source/a/x.jpg", "picture");
    write("source/a/b/c/x.jpg", "picture");
    write("source/q/b/x.jpg", "picture");
    fs::create_directory_symlink(outside(), destination() / "a");
    fs::create_directory(destination() / "q");
    fs::create_directory_symlink("../../outside", destination() / "q/b");
    for (const char* const path : {"a/x.jpg", "a/b/c/x.jpg", "q/b/x.jpg"}) {
        const std::string reason = reason_of_failure(path);
        EXPECT_NE(reason.find("leads out of the media folder"), std::string::npos) << reason;
    }
    EXPECT_EQ(files_in(outside()), Files{});
    EXPECT_TRUE(fs::is_empty(outside()));
    // Not even what looks right over there counts.
    write("outside/x.jpg", "picture");
    EXPECT_NE(reason_of_failure("a/x.jpg"), "");
}

TEST_F(MediaSafetyTest, FollowsLinksThatStayInside)
{
    write("source/a/x.jpg", "picture");
    fs::create_directory(destination() / "elsewhere");
    fs::create_directory_symlink(destination() / "elsewhere", destination() / "a");
    EXPECT_EQ(bring({"a/x.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "elsewhere/x.jpg"), "picture");
}

TEST_F(MediaSafetyTest, TakesAMediaFolderThatIsALink)
{
    write("source/a/x.jpg", "picture");
    fs::create_directory_symlink(destination(), m_folder.path() / "link");
    m_options.media_path = m_folder.path() / "link";
    EXPECT_EQ(bring({"a/x.jpg"}).copied, 1U);
    EXPECT_EQ(content(destination() / "a/x.jpg"), "picture");
}

TEST_F(MediaSafetyTest, LeavesAFileThatIsALinkAlone)
{
    write("source/x.jpg", "picture");
    write("outside/x.jpg", "somebody's own");
    fs::create_symlink(outside() / "x.jpg", destination() / "x.jpg");
    EXPECT_NE(reason_of_failure("x.jpg").find("symbolic link"), std::string::npos);
    EXPECT_EQ(content(outside() / "x.jpg"), "somebody's own");
    EXPECT_TRUE(fs::is_symlink(destination() / "x.jpg"));
    // It is good as it is when what it leads to is the file.
    write("outside/x.jpg", "picture");
    EXPECT_EQ(bring({"x.jpg"}).unchanged, 1U);
    fs::remove(outside() / "x.jpg");
    EXPECT_NE(reason_of_failure("x.jpg").find("symbolic link"), std::string::npos);
    EXPECT_EQ(files_in(outside()), Files{});
}

TEST_F(MediaSafetyTest, DoesNothingWhereBothAreOne)
{
    write("source/a.jpg", "picture");
    write("source/b.jpg", "picture");
    fs::create_hard_link(source() / "a.jpg", destination() / "a.jpg");
    m_options.force = true;
    EXPECT_EQ(bring({"a.jpg"}).unchanged, 1U);
    EXPECT_EQ(facts(destination() / "a.jpg").st_nlink, 2U);

    m_options.media_path = source();
    const auto before = facts(source() / "b.jpg");
    const auto report = bring({"a.jpg", "b.jpg"});
    EXPECT_EQ(report.unchanged, 2U);
    EXPECT_EQ(facts(source() / "b.jpg").st_ino, before.st_ino);
    EXPECT_EQ(content(source() / "b.jpg"), "picture");
}

TEST_F(MediaSafetyTest, CopiesFilesAlone)
{
    fs::create_directory(source() / "folder.jpg");
    ASSERT_EQ(::mkfifo((source() / "pipe.jpg").c_str(), 0666), 0);
    EXPECT_NE(reason_of_failure("folder.jpg").find("no file"), std::string::npos);
    EXPECT_NE(reason_of_failure("pipe.jpg").find("no file"), std::string::npos);

    write("source/x.jpg", "picture");
    fs::create_directory(destination() / "x.jpg");
    EXPECT_NE(reason_of_failure("x.jpg").find("no file"), std::string::npos);
    write("source/a/x.jpg", "picture");
    write("destination/a", "a file where a folder should be");
    EXPECT_NE(reason_of_failure("a/x.jpg").find("folder a"), std::string::npos);
    EXPECT_EQ(files_in(destination()), Files{"a"});
}

TEST_F(MediaSafetyTest, SaysWhatItMayNotDo)
{
    write("source/x.jpg", "picture");
    write("source/a/y.jpg", "picture");
    write("source/b/y.jpg", "picture");
    fs::permissions(source() / "x.jpg", fs::perms::none);
    fs::create_directory(destination() / "a");
    fs::permissions(destination() / "a", k_only_to_pass);
    const NobodySpecial nobody;
    fs::create_directory(destination() / "b");
    fs::permissions(destination() / "b", fs::perms::none);
    EXPECT_EQ(reason_of_failure("x.jpg"), "cannot read: Permission denied");
    EXPECT_EQ(reason_of_failure("a/y.jpg"), "cannot write: Permission denied");
    EXPECT_NE(reason_of_failure("b/y.jpg").find("Permission denied"), std::string::npos);
    fs::permissions(destination() / "b", fs::perms::owner_all);
    EXPECT_EQ(files_in(destination() / "b"), Files{});
}

TEST_F(MediaSafetyTest, RemovesWhatAKilledRunHasLeftOfTheFile)
{
    write("source/a/x.jpg", "picture");
    EXPECT_EQ(bring({"a/x.jpg"}).copied, 1U);
    fs::remove(destination() / "a/x.jpg");
    // What stands there could as well be anybody's file under a second name.
    const auto leftover = write("outside/own", "somebody's own");
    fs::create_hard_link(leftover, destination() / "a" / k_temporary_of_x);
    EXPECT_EQ(bring({"a/x.jpg"}).copied, 1U);
    EXPECT_EQ(files_in(destination()), Files{"a/x.jpg"});
    EXPECT_EQ(content(leftover), "somebody's own");
}

TEST_F(MediaSafetyTest, LeavesTheFileToAnotherRunThatBringsIt)
{
    write("source/x.jpg", "picture");
    const auto temporary = write(std::string("destination/") + k_temporary_of_x, "half a pict");
    const util::FileHandle other(::open(temporary.c_str(), O_RDWR | O_CLOEXEC));
    ASSERT_EQ(::flock(other.get(), LOCK_EX), 0);
    EXPECT_NE(reason_of_failure("x.jpg").find("another run"), std::string::npos);
    EXPECT_EQ(content(temporary), "half a pict");
    EXPECT_EQ(files_in(destination()), Files{k_temporary_of_x});
}

} // namespace datasync::media
