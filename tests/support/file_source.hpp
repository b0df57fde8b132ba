// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs from files.
#pragma once

#include "support/program.hpp"
#include "support/sync_test.hpp"
#include "support/test_server.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace datasync::test {

/// CSV files for one test, in a folder that goes with it, and runs that read them into a shop.
class FileSource {
public:
    explicit FileSource(TestDatabase& shop);
    ~FileSource();
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    /// Writes a file and returns its path.
    std::string write(std::string_view name, std::string_view content) const;

    /// Runs `datasync sync ENTITY erp -f` over that file; "-": over `input`.
    ProgramResult sync(std::string_view entity, const std::string& path, const Words& more = {},
                       const std::string& input = {}) const;
    /// The same over these lines; returns the JSON report.
    Json report(std::string_view entity, std::string_view content, const Words& more = {}) const;
    /// The outcomes that are not 0 of a run under `-d update`.
    std::string update(std::string_view entity, std::string_view content,
                       const Words& more = {}) const;
    /// What a run says that cannot use the file, on standard error; it must end with that code.
    std::string refusal(std::string_view entity, std::string_view content, int exit_code,
                        const Words& more = {}) const;

private:
    TestDatabase& m_shop;
    std::filesystem::path m_folder;
};

/// The path of a file of doc/examples.
std::string example(std::string_view name);

/// Checks an example and loads it twice; `created` records come, and none changes after that.
void expect_example_loads(TestDatabase& shop, std::string_view entity, std::string_view name,
                          int created);

/// A record of a report as "outcome: detail" by the line of the file it stands in.
std::string told_of_line(const Json& report, unsigned line);

} // namespace datasync::test
