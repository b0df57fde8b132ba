// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/lint.hpp"

#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace datasync::test {

ProgramResult lint(std::string_view entity, std::string_view content,
                   const std::vector<std::string>& more)
{
    static std::atomic<unsigned> count = 0;
    const auto path = std::filesystem::temp_directory_path() /
                      fmt::format("datasync-lint-{}-{}.csv", ::getpid(), ++count);
    std::ofstream(path, std::ios::binary) << content;
    std::vector<std::string> words = {"lint", std::string(entity), "-f", path.string()};
    words.insert(words.end(), more.begin(), more.end());
    auto result = run_datasync(words);
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return result;
}

} // namespace datasync::test
