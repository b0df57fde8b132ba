// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/file_source.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <unistd.h>

namespace datasync::test {

FileSource::FileSource(TestDatabase& shop) : m_shop(shop)
{
    static std::atomic<unsigned> count = 0;
    m_folder = std::filesystem::temp_directory_path() /
               fmt::format("datasync-files-{}-{}", ::getpid(), ++count);
    std::filesystem::create_directories(m_folder);
}

FileSource::~FileSource()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

std::string FileSource::write(std::string_view name, std::string_view content) const
{
    const auto path = m_folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
}

ProgramResult FileSource::sync(std::string_view entity, const std::string& path, const Words& more,
                               const std::string& input) const
{
    const auto to = m_shop.settings();
    Words words = {"sync",  std::string(entity), "erp",      "-f",
                   path,    "--dest-socket",     to.socket,  "--dest-user",
                   to.user, "--dest-name",       to.database};
    words.insert(words.end(), more.begin(), more.end());
    ProgramSurroundings surroundings;
    surroundings.input = input;
    return run_datasync(words, surroundings);
}

Json FileSource::report(std::string_view entity, std::string_view content, const Words& more) const
{
    auto words = more;
    words.insert(words.end(), {"--format", "json"});
    const auto result = sync(entity, write("data.csv", content), words);
    EXPECT_EQ(result.err, "");
    auto report = Json::parse(result.out, nullptr, false);
    EXPECT_FALSE(report.is_discarded()) << result.out << result.err;
    return report;
}

std::string FileSource::update(std::string_view entity, std::string_view content,
                               const Words& more) const
{
    auto words = more;
    words.insert(words.end(), {"-d", "update"});
    return counts(report(entity, content, words));
}

std::string FileSource::refusal(std::string_view entity, std::string_view content, int exit_code,
                                const Words& more) const
{
    const auto result = sync(entity, write("data.csv", content), more);
    EXPECT_EQ(result.exit_code, exit_code) << result.err;
    return result.err;
}

std::string example(std::string_view name)
{
    return (std::filesystem::path(DATASYNC_EXAMPLES) / name).string();
}

void expect_example_loads(TestDatabase& shop, std::string_view entity, std::string_view name,
                          int created)
{
    SCOPED_TRACE(name);
    const auto lint = run_datasync({"lint", std::string(entity), "-f", example(name)});
    EXPECT_EQ(lint.exit_code, 0) << lint.out << lint.err;
    const FileSource files(shop);
    for (const auto* const outcome : {"created", "unchanged"}) {
        const auto result = files.sync(entity, example(name), {"-d", "update", "--format", "json"});
        ASSERT_EQ(result.exit_code, 0) << result.out << result.err;
        EXPECT_EQ(counts(Json::parse(result.out)), fmt::format("{} {}", created, outcome));
    }
}

std::string told_of_line(const Json& report, unsigned line)
{
    for (const auto& record : report.at("records")) {
        if (record.at("line") == line) {
            return fmt::format("{}: {}", record.at("outcome").get<std::string>(),
                               record.at("detail").get<std::string>());
        }
    }
    return "";
}

} // namespace datasync::test
