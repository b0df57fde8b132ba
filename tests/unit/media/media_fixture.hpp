// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Two media folders, and what is in them afterwards.
#pragma once

#include "media/media_transfer.hpp"
#include "support/program.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace datasync::media {

namespace fs = std::filesystem;

/// A moment long past, so that no test depends on the clock.
inline constexpr time_t k_long_ago = 1'500'000'000;

/// For the superuser no file is out of reach; while this lives, the process is somebody else.
class NobodySpecial {
public:
    NobodySpecial() : m_user(::geteuid())
    {
        if (m_user == 0) { EXPECT_EQ(::seteuid(65534), 0); }
    }
    ~NobodySpecial() { EXPECT_EQ(::seteuid(m_user), 0); }
    NobodySpecial(const NobodySpecial&) = delete;
    NobodySpecial& operator=(const NobodySpecial&) = delete;

private:
    uid_t m_user;
};

/// Rights to a folder that nobody may write into.
inline constexpr fs::perms k_only_to_pass =
    fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;

inline void set_time(const fs::path& path, time_t seconds, long nanoseconds = 0)
{
    const std::array<timespec, 2> times = {timespec{seconds, nanoseconds},
                                           timespec{seconds, nanoseconds}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);
}

inline struct stat facts(const fs::path& path)
{
    struct stat info = {};
    EXPECT_EQ(::lstat(path.c_str(), &info), 0) << path;
    return info;
}

inline std::string content(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything in a folder that is no folder, by relative path, hidden files too.
inline std::set<std::string> files_in(const fs::path& folder)
{
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.symlink_status().type() != fs::file_type::directory) {
            files.insert(entry.path().lexically_relative(folder).string());
        }
    }
    return files;
}

using Files = std::set<std::string>;

/// Has a source and a destination folder.
class MediaTest : public testing::Test {
protected:
    MediaTest()
    {
        // Somebody else has to come in here.
        fs::permissions(m_folder.path(), fs::perms::all);
        for (const auto& folder : {source(), destination(), outside()}) {
            fs::create_directory(folder);
            fs::permissions(folder, fs::perms::all);
        }
        m_options.base_path = source();
        m_options.media_path = destination();
        m_options.first_pause_ms = 1;
    }

    fs::path source() const { return m_folder.path() / "source"; }
    fs::path destination() const { return m_folder.path() / "destination"; }
    fs::path outside() const { return m_folder.path() / "outside"; }

    /// Writes a file below the temporary folder ("source/a.jpg") with a time.
    fs::path write(const std::string& name, const std::string& text, time_t time = k_long_ago) const
    {
        const auto path = m_folder.write(name, text, 0644);
        set_time(path, time);
        return path;
    }

    /// Brings files and waits for them.
    MediaReport bring(const std::vector<std::string>& paths)
    {
        MediaTransfer transfer(m_options, m_stop);
        for (const auto& path : paths) { transfer.want(path); }
        return transfer.finish();
    }

    /// Brings one file that has to fail, and says why it did.
    std::string reason_of_failure(const std::string& path)
    {
        const auto report = bring({path});
        EXPECT_EQ(report.failed, 1U);
        EXPECT_EQ(report.wanted(), 1U);
        if (report.failed_files.size() != 1) { return {}; }
        EXPECT_EQ(report.failed_files[0].path, path);
        return report.failed_files[0].reason;
    }

    test::TempFolder m_folder;
    MediaOptions m_options;
    std::atomic<bool> m_stop{false};
};

} // namespace datasync::media
