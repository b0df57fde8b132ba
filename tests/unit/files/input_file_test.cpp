// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files as bytes.
#include "files/input_file.hpp"

#include "support/program.hpp"
#include "unit/files/csv_fixture.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

namespace datasync::files {
namespace {

std::string content_of(InputFile& input, std::size_t piece = 1000)
{
    std::string content;
    std::string buffer(piece, '\0');
    while (const std::size_t length = input.read(buffer.data(), buffer.size())) {
        content.append(buffer, 0, length);
    }
    EXPECT_EQ(input.read(buffer.data(), buffer.size()), 0U);
    return content;
}

std::string content_of(std::string_view bytes, std::size_t piece = 1000)
{
    const test::MemoryFile file(bytes);
    InputFile input(file.path());
    return content_of(input, piece);
}

/// Why a content cannot be read to its end.
std::string reason(std::string_view bytes)
{
    const test::MemoryFile file(bytes);
    InputFile input(file.path());
    try {
        content_of(input);
    } catch (const FileError& error) {
        EXPECT_EQ(error.fault().file, file.path());
        return error.fault().message;
    }
    return "no reason";
}

/// Many lines that do not compress to nothing.
std::string long_text()
{
    std::string text;
    std::uint32_t number = 1;
    for (int i = 0; i < 30'000; ++i) {
        number = number * 1664525U + 1013904223U;
        text += fmt::format("{}\n", number);
    }
    return text;
}

TEST(InputFileTest, ReadsPlainFiles)
{
    for (const std::string text : {"", "a", "\x1F", "ab", "\x1F\x8C", "abc\n"}) {
        EXPECT_EQ(content_of(text), text);
        EXPECT_EQ(content_of(text, 1), text);
    }
    EXPECT_EQ(content_of(long_text()), long_text());
}

TEST(InputFileTest, KnowsGzByItsBytes)
{
    EXPECT_EQ(content_of(gz_of("hello")), "hello");
    EXPECT_EQ(content_of(gz_of("hello"), 1), "hello");
    EXPECT_EQ(content_of(gz_of("")), "");
    EXPECT_EQ(content_of(gz_of(long_text())), long_text());
    const test::TempFolder folder;
    InputFile plain(folder.write("plain.gz", "not compressed").string());
    EXPECT_EQ(content_of(plain), "not compressed");
}

TEST(InputFileTest, ReadsSeveralCompressedFilesInARow)
{
    EXPECT_EQ(content_of(gz_of("one ") + gz_of("") + gz_of(long_text()) + gz_of(" four")),
              "one " + long_text() + " four");
}

TEST(InputFileTest, NeverTakesACutForTheEnd)
{
    const std::string whole = gz_of("a text of some length, a text of some length");
    for (std::size_t size = 2; size < whole.size(); ++size) {
        EXPECT_EQ(reason(whole.substr(0, size)),
                  fmt::format("its compressed data ends too early, at byte {}; make or fetch the "
                              "file again",
                              size + 1));
        EXPECT_EQ(reason(whole + whole.substr(0, size)),
                  fmt::format("its compressed data ends too early, at byte {}; make or fetch the "
                              "file again",
                              whole.size() + size + 1));
    }
}

TEST(InputFileTest, GivesAllThatComesBeforeACut)
{
    const std::string text = long_text();
    const std::string whole = gz_of(text);
    const auto readable = [&](std::size_t size, std::size_t piece) {
        const test::MemoryFile file(whole.substr(0, size));
        InputFile input(file.path());
        std::string buffer(piece, '\0');
        std::size_t length = 0;
        try {
            while (const std::size_t more = input.read(buffer.data(), buffer.size())) {
                length += more;
            }
        } catch (const FileError&) {
            return length;
        }
        return std::string::npos;
    };
    for (std::size_t size = 50'000; size < 50'020; ++size) {
        EXPECT_EQ(readable(size, 1), readable(size, text.size()));
    }
}

TEST(InputFileTest, SaysWhereCompressedDataIsDamaged)
{
    std::string damaged = gz_of("some text");
    damaged[2] = 9;
    EXPECT_EQ(reason(damaged),
              "its compressed data is damaged (unknown compression method), at byte "
              "5; make or fetch the file again");
    const std::string padded = gz_of("some text") + "garbage";
    EXPECT_TRUE(reason(padded).starts_with(
        "its compressed data is damaged (incorrect header check), at byte "))
        << reason(padded);
}

TEST(InputFileTest, RefusesWhatCannotBeOpened)
{
    const test::TempFolder folder;
    const std::string missing = (folder.path() / "missing.csv").string();
    try {
        InputFile input(missing);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "cannot read " + missing +
                      ": No such file or directory; check its name and its rights");
    }
    try {
        InputFile input(folder.path().string());
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(std::string(error.what()), "cannot read " + folder.path().string() +
                                                 ": it is a directory; give a file in it");
    }
}

/// Puts another file in the place of standard input.
class OtherInput {
public:
    explicit OtherInput(const std::string& path, int flags = O_RDONLY)
        : m_before(::dup(STDIN_FILENO))
    {
        const util::FileHandle file(::open(path.c_str(), flags));
        ::dup2(file.get(), STDIN_FILENO);
    }
    ~OtherInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }
    OtherInput(const OtherInput&) = delete;
    OtherInput& operator=(const OtherInput&) = delete;

private:
    int m_before;
};

TEST(InputFileTest, ReadsStandardInput)
{
    const test::MemoryFile file(gz_of("hello"));
    const OtherInput other(file.path());
    {
        InputFile input("-");
        EXPECT_EQ(input.name(), "standard input");
        EXPECT_EQ(content_of(input), "hello");
    }
    EXPECT_GE(::fcntl(STDIN_FILENO, F_GETFD), 0);
}

TEST(InputFileTest, ReportsWhatTheSystemSaysOfARead)
{
    // A file that is open for writing alone can be named, not read.
    const test::TempFolder folder;
    const OtherInput other(folder.write("write_only", "text").string(), O_WRONLY);
    InputFile input("-");
    char byte = 0;
    try {
        input.read(&byte, 1);
        FAIL();
    } catch (const FatalError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "cannot read standard input any further: Bad file descriptor");
        EXPECT_EQ(error.exit_code(), ExitCode::unreachable);
    }
}

} // namespace
} // namespace datasync::files
