// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs the real `datasync` binary the way a shell or cron would.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace datasync::test {

/// A new folder that is removed with everything in it.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

    /// Writes a file into it and returns its path; `mode` are the permission bits.
    std::filesystem::path write(const std::string& name, const std::string& content,
                                unsigned mode = 0600) const;

private:
    std::filesystem::path m_path;
};

/// What surrounds a run.
struct ProgramSurroundings {
    std::map<std::string, std::string> environment; ///< Beside PATH, HOME and LANG, nothing else.
    std::string input;                              ///< What it reads from standard input.
    std::filesystem::path directory;                ///< Working directory; empty: a new, empty one.
};

/// How a run ended and what it said.
struct ProgramResult {
    int exit_code = 0; ///< 128 + number when a signal ended it.
    std::string out;
    std::string err;
};

/// A running `datasync`; killed when it still runs at the end.
class Program {
public:
    explicit Program(const std::vector<std::string>& arguments,
                     const ProgramSurroundings& surroundings = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void send_signal(int signal) const;

    /// What it has written to standard output and to standard error so far.
    std::string out() const;
    std::string err() const;

    /// Waits until it ends.
    ProgramResult wait();

private:
    TempFolder m_folder;
    pid_t m_pid = 0;
};

/// Runs it from beginning to end.
ProgramResult run_datasync(const std::vector<std::string>& arguments,
                           const ProgramSurroundings& surroundings = {});

} // namespace datasync::test
