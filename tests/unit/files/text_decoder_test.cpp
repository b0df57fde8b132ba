// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The encodings of files.
#include "files/text_decoder.hpp"

#include "files/utf8.hpp"
#include "unit/files/csv_fixture.hpp"
#include "util/text.hpp"

#include <gtest/gtest.h>

namespace datasync::files {
namespace {

/// A content decoded piece by piece, and behind "!" why it ends early.
std::string decoded(std::string_view content, Encoding encoding, std::size_t piece = 4096)
{
    const test::MemoryFile file(content);
    InputFile input(file.path());
    TextDecoder decoder(input, encoding);
    std::string text;
    std::string buffer(piece, '\0');
    try {
        while (const std::size_t length = decoder.read(buffer.data(), buffer.size())) {
            EXPECT_TRUE(util::utf8_length(buffer.substr(0, length)));
            text.append(buffer, 0, length);
        }
    } catch (const FileError& error) {
        EXPECT_EQ(error.fault().line, 0U);
        EXPECT_EQ(error.fault().file, input.name());
        text += "!" + error.fault().message;
        // It says the same again.
        EXPECT_THROW(decoder.read(buffer.data(), buffer.size()), FileError);
    }
    return text;
}

/// The same whatever the pieces are.
std::string decoded_anyhow(std::string_view content, Encoding encoding)
{
    const std::string text = decoded(content, encoding);
    for (const std::size_t piece : {16U, 17U, 19U, 31U}) {
        EXPECT_EQ(decoded(content, encoding, piece), text);
    }
    return text;
}

TEST(TextDecoderTest, TakesUtf8AsItIs)
{
    std::string text;
    for (int i = 0; i < 100; ++i) { text += "ascii äöü € 😀 \x01\x7F\u0080\uFFFD\U0010FFFF"; }
    EXPECT_EQ(decoded_anyhow(text, Encoding::utf8), text);
    EXPECT_EQ(decoded_anyhow("", Encoding::utf8), "");
    EXPECT_EQ(decoded_anyhow("a", Encoding::utf8), "a");
}

TEST(TextDecoderTest, PassesOverTheByteOrderMarkAtTheBeginningAlone)
{
    EXPECT_EQ(decoded_anyhow("\xEF\xBB\xBF"
                             "abc",
                             Encoding::utf8),
              "abc");
    EXPECT_EQ(decoded_anyhow("\xEF\xBB\xBF\xEF\xBB\xBF", Encoding::utf8), "\xEF\xBB\xBF");
}

TEST(TextDecoderTest, RefusesWhatIsNotUtf8)
{
    const std::vector<std::string> wrong = {"\x80",
                                            "\xBF",
                                            "\xC0\x80",
                                            "\xC1\xBF",
                                            "\xC3",
                                            "\xC3(",
                                            "\xE0\x80\x80",
                                            "\xE0\x9F\xBF",
                                            "\xE2\x82",
                                            "\xE2(\xA1",
                                            "\xE2\x82(",
                                            "\xED\xA0\x80",
                                            "\xED\xBF\xBF",
                                            "\xF0\x80\x80\x80",
                                            "\xF0\x8F\xBF\xBF",
                                            "\xF0\x9F\x98",
                                            "\xF4\x90\x80\x80",
                                            "\xF5\x80\x80\x80",
                                            "\xFE",
                                            "\xFF"};
    for (const auto& bytes : wrong) {
        for (const std::string before : {"", "a", "1234567", "12345678", "äöüäöü", "€€"}) {
            for (const std::string after : {"", "b", "12345678"}) {
                const auto text = decoded_anyhow(before + "x" + bytes + after, Encoding::utf8);
                EXPECT_EQ(text,
                          fmt::format("{}x!the byte 0x{:02X} is not UTF-8; a file from an older "
                                      "program may need --encoding windows-1252 or latin1",
                                      before, static_cast<unsigned char>(bytes[0])));
            }
        }
    }
}

TEST(TextDecoderTest, ChecksEveryCharacterAsTheTextFunctionsDo)
{
    // Each sequence of three bytes from the ends of all ranges, at each place of a word.
    constexpr std::string_view k_bytes =
        "\x01\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC"
        "\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF";
    for (const char first : k_bytes) {
        for (const char second : k_bytes) {
            for (const char third : k_bytes) {
                for (const std::size_t before : {0U, 6U}) {
                    std::string text(before, 'x');
                    text += {first, second, third, '\x80', 'y'};
                    std::size_t expected = 0;
                    while (expected < text.size()) {
                        const std::size_t length =
                            util::utf8_sequence_length(std::string_view(text).substr(expected));
                        if (length == 0) { break; }
                        expected += length;
                    }
                    ASSERT_EQ(valid_utf8_length(text), expected) << util::printable(text);
                }
            }
        }
    }
}

TEST(TextDecoderTest, ConvertsLatin1)
{
    EXPECT_EQ(decoded_anyhow("Gr\xF6\xDF"
                             "e \xA0\xFF\xA4",
                             Encoding::latin1),
              "Größe \u00A0ÿ¤");
    std::string all;
    std::string expected;
    for (int i = 0; i < 1000; ++i) {
        all += "\xE4x";
        expected += "äx";
    }
    EXPECT_EQ(decoded_anyhow(all, Encoding::latin1), expected);
    EXPECT_EQ(decoded_anyhow("ab\x80"
                             "c",
                             Encoding::latin1),
              "ab!the byte 0x80 is no letter of latin1; --encoding windows-1252 has more of them");
}

TEST(TextDecoderTest, ConvertsWindows1252)
{
    EXPECT_EQ(decoded_anyhow("\x80 \x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E",
                             Encoding::windows_1252),
              "€ ‚ƒ„…†‡ˆ‰Š‹ŒŽ");
    EXPECT_EQ(decoded_anyhow("\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9E\x9F\xE4",
                             Encoding::windows_1252),
              "‘’“”•–—˜™š›œžŸä");
    for (const char byte : {'\x81', '\x8D', '\x8F', '\x90', '\x9D'}) {
        EXPECT_EQ(
            decoded_anyhow(std::string("ab") + byte, Encoding::windows_1252),
            fmt::format("ab!the byte 0x{:02X} is no letter of windows-1252; which encoding was "
                        "the file written in?",
                        static_cast<unsigned char>(byte)));
    }
}

TEST(TextDecoderTest, RefusesZeroBytesInEveryEncoding)
{
    for (const Encoding encoding : {Encoding::utf8, Encoding::latin1, Encoding::windows_1252}) {
        EXPECT_EQ(decoded_anyhow(std::string_view("abcdefgh\0x", 10), encoding),
                  "abcdefgh!the byte 0x00 cannot be in a text; is the file UTF-16, or no text at "
                  "all?");
    }
}

TEST(TextDecoderTest, SaysWhatToDoAboutOtherKindsOfFiles)
{
    const std::string utf16 =
        "!the file is UTF-16 or UTF-32; save it as UTF-8, or convert it: iconv "
        "-f UTF-16 -t UTF-8";
    for (const auto mark : {std::string_view("\xFF\xFE"
                                             "a\0",
                                             4),
                            std::string_view("\xFE\xFF\0a", 4), std::string_view("\xFF\xFE\0\0", 4),
                            std::string_view("\0\0\xFE\xFF", 4)}) {
        EXPECT_EQ(decoded_anyhow(mark, Encoding::utf8), utf16);
        EXPECT_EQ(decoded_anyhow(mark, Encoding::windows_1252), utf16);
    }
    EXPECT_EQ(
        decoded_anyhow("PK\x03\x04...", Encoding::utf8),
        "!this is a ZIP archive, as spreadsheets are inside; save the table as CSV, or unpack "
        "the file");
    EXPECT_EQ(decoded_anyhow("\xEF\xBB\xBF"
                             "abc",
                             Encoding::latin1),
              "!the file says by its byte-order mark that it is UTF-8; leave --encoding out");
}

TEST(TextDecoderTest, KnowsEncodingsByName)
{
    EXPECT_EQ(encoding_of("UTF-8"), Encoding::utf8);
    EXPECT_EQ(encoding_of("utf8"), Encoding::utf8);
    EXPECT_EQ(encoding_of("latin1"), Encoding::latin1);
    EXPECT_EQ(encoding_of("ISO-8859-1"), Encoding::latin1);
    EXPECT_EQ(encoding_of("Windows-1252"), Encoding::windows_1252);
    EXPECT_EQ(encoding_of("cp1252"), Encoding::windows_1252);
    EXPECT_FALSE(encoding_of("utf-16"));
    EXPECT_FALSE(encoding_of(""));
}

} // namespace
} // namespace datasync::files
