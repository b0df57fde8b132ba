// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The run lock: who is kept out, who is let in, and what the one who waits is told.
#include "state/run_lock.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace datasync::state {
namespace {

namespace fs = std::filesystem;

/// Gives each test a lock folder of its own.
class RunLockTest : public testing::Test {
protected:
    RunLockTest()
    {
        std::string folder = (fs::temp_directory_path() / "datasync-lock-test-XXXXXX").string();
        m_folder = mkdtemp(folder.data());
        if (const char* const before = std::getenv("DATASYNC_LOCK_DIR")) { m_before = before; }
        setenv("DATASYNC_LOCK_DIR", m_folder.c_str(), 1);
    }
    ~RunLockTest() override
    {
        if (m_before) {
            setenv("DATASYNC_LOCK_DIR", m_before->c_str(), 1);
        } else {
            unsetenv("DATASYNC_LOCK_DIR");
        }
        fs::remove_all(m_folder);
    }

    static std::string content(const fs::path& path)
    {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }

    /// The message of the refusal, empty when the lock is free.
    static std::string refusal(const std::string& identity)
    {
        try {
            const RunLock lock(identity, "datasync second");
        } catch (const FatalError& error) {
            EXPECT_EQ(error.exit_code(), ExitCode::locked);
            return error.what();
        }
        return {};
    }

    fs::path m_folder;
    std::optional<std::string> m_before;
};

TEST_F(RunLockTest, KeepsASecondRunOfTheSameDestinationOut)
{
    const RunLock lock("server/shop", "datasync sync customer legacy");
    const std::string message = refusal("server/shop");
    EXPECT_NE(message.find("pid " + std::to_string(getpid())), std::string::npos) << message;
    EXPECT_NE(message.find("started 2"), std::string::npos) << message;
    EXPECT_NE(message.find("datasync sync customer legacy"), std::string::npos) << message;
    EXPECT_NE(message.find(lock.path().string()), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
}

TEST_F(RunLockTest, LetsRunsOfOtherDestinationsPass)
{
    const RunLock lock("server/shop", "datasync");
    EXPECT_EQ(refusal("server/shop2"), "");
    EXPECT_EQ(refusal("server2/shop"), "");
}

TEST_F(RunLockTest, IsFreeAgainAfterwardsAndLeavesTheFile)
{
    fs::path path;
    {
        const RunLock lock("server/shop", "datasync");
        path = lock.path();
        EXPECT_NE(content(path), "");
    }
    EXPECT_TRUE(fs::exists(path));
    EXPECT_EQ(content(path), "");
    EXPECT_EQ(refusal("server/shop"), "");
}

TEST_F(RunLockTest, NameFollowsFromTheIdentityAloneAndNeverChanges)
{
    const RunLock lock("server/shop", "datasync");
    EXPECT_EQ(lock.path().parent_path(), m_folder);
    EXPECT_EQ(lock.path().filename(), "datasync-1fb9d9dcd1c61e5b.lock");
}

TEST_F(RunLockTest, IsFreedWhenItsHolderIsKilled)
{
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const RunLock lock("server/shop", "datasync first");
        const bool told = write(ready[1], "x", 1) == 1;
        while (told) { pause(); }
        _exit(1);
    }
    char byte = 0;
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    EXPECT_NE(refusal("server/shop").find("pid " + std::to_string(child)), std::string::npos);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_EQ(refusal("server/shop"), "");
    close(ready[0]);
    close(ready[1]);
}

TEST_F(RunLockTest, AHostileCommandLineStaysOnOneLine)
{
    const RunLock lock("server/shop", "datasync \x1b[2J\nsync");
    const std::string message = refusal("server/shop");
    EXPECT_NE(message.find("datasync"), std::string::npos);
    EXPECT_EQ(message.find_first_of("\x1b\n"), std::string::npos) << message;
}

TEST_F(RunLockTest, DoesNotFollowASymbolicLink)
{
    const fs::path path = std::make_unique<RunLock>("server/shop", "datasync")->path();
    const fs::path victim = m_folder / "victim";
    std::ofstream(victim) << "precious";
    fs::remove(path);
    fs::create_symlink(victim, path);
    EXPECT_THROW(RunLock("server/shop", "datasync"), UsageError);
    EXPECT_EQ(content(victim), "precious");
}

TEST_F(RunLockTest, APipeInItsPlaceIsRefusedAtOnce)
{
    const fs::path path = std::make_unique<RunLock>("server/shop", "datasync")->path();
    fs::remove(path);
    ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
    EXPECT_THROW(RunLock("server/shop", "datasync"), UsageError);
}

TEST_F(RunLockTest, AFolderThatIsNotThereIsAUsageErrorNamingTheVariable)
{
    setenv("DATASYNC_LOCK_DIR", (m_folder / "missing").c_str(), 1);
    try {
        const RunLock lock("server/shop", "datasync");
        FAIL() << "the lock was taken in a folder that does not exist";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("DATASYNC_LOCK_DIR"), std::string::npos);
    }
}

} // namespace
} // namespace datasync::state
