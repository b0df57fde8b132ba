// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// CSV as it is written, and that it is read back as it was.
#include "files/csv_writer.hpp"

#include "files/csv_reader.hpp"
#include "support/program.hpp"
#include "unit/files/csv_fixture.hpp"
#include "util/files.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <random>

namespace datasync::files {
namespace {

namespace fs = std::filesystem;

std::string cell(const CsvValue& value, char delimiter = ',')
{
    std::string out;
    append_csv_cell(out, value, delimiter);
    return out;
}

std::string record(std::initializer_list<CsvValue> values)
{
    std::string out;
    append_csv_record(out, std::vector<CsvValue>(values));
    return out;
}

TEST(CsvFormatTest, QuotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(cell("plain text"), "plain text");
    EXPECT_EQ(cell(""), "");
    EXPECT_EQ(cell("a;b"), "a;b");
    EXPECT_EQ(cell("a,b"), "\"a,b\"");
    EXPECT_EQ(cell("a,b", ';'), "a,b");
    EXPECT_EQ(cell("a;b", ';'), "\"a;b\"");
    EXPECT_EQ(cell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(cell("two\rlines"), "\"two\rlines\"");
    EXPECT_EQ(cell(" edge"), "\" edge\"");
    EXPECT_EQ(cell("edge\t"), "\"edge\t\"");
}

TEST(CsvFormatTest, TellsNullFromTexts)
{
    EXPECT_EQ(cell(std::nullopt), "\\N");
    EXPECT_EQ(cell("\\N"), "\"\\N\"");
    EXPECT_EQ(cell("\\N2"), "\\N2");
}

TEST(CsvFormatTest, WritesNoEmptyLines)
{
    EXPECT_EQ(record({""}), "\"\"\n");
    EXPECT_EQ(record({"", ""}), ",\n");
    EXPECT_EQ(record({std::nullopt}), "\\N\n");
    EXPECT_EQ(record({"a", std::nullopt, "b,"}), "a,\\N,\"b,\"\n");
}

class CsvWriterTest : public testing::Test {
protected:
    std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }

    /// What is in the folder.
    std::vector<std::string> names() const
    {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(m_folder.path())) {
            found.push_back(entry.path().filename().string());
        }
        return found;
    }

    /// Why no file can be begun there.
    static std::string refusal(const std::string& where, ExistingFile existing)
    {
        try {
            const OutputFile output(where, existing);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "it was not refused";
    }

    test::TempFolder m_folder;
};

TEST_F(CsvWriterTest, WritesAFileThatOnlyItsOwnerReads)
{
    OutputFile output(path("out.csv"), ExistingFile::refuse);
    CsvWriter writer(output, {"sku", "name"});
    EXPECT_FALSE(writer.write(std::vector<CsvValue>{"A", "Shirt, blue"}));
    EXPECT_FALSE(writer.write(std::vector<CsvValue>{"B", std::nullopt}));
    EXPECT_FALSE(fs::exists(path("out.csv")));
    output.commit();
    EXPECT_EQ(util::read_file(path("out.csv")), "sku,name\nA,\"Shirt, blue\"\nB,\\N\n");
    EXPECT_FALSE(util::has_permission(path("out.csv"), S_IRWXG | S_IRWXO));
    EXPECT_EQ(names(), std::vector<std::string>{"out.csv"});
}

TEST_F(CsvWriterTest, LeavesNothingOfWhatIsNotFinished)
{
    {
        OutputFile output(path("out.csv"), ExistingFile::refuse);
        output.write(std::string(1'000'000, 'x'));
        EXPECT_EQ(names().size(), 1U);
    }
    EXPECT_TRUE(names().empty());
}

TEST_F(CsvWriterTest, ReplacesAFileOnlyWhenTold)
{
    m_folder.write("out.csv", "old");
    EXPECT_EQ(refusal(path("out.csv"), ExistingFile::refuse),
              path("out.csv") + " is there already; remove it, or give another name");
    OutputFile output(path("out.csv"), ExistingFile::replace);
    output.write("new");
    EXPECT_EQ(util::read_file(path("out.csv")), "old");
    output.commit();
    EXPECT_EQ(util::read_file(path("out.csv")), "new");
}

TEST_F(CsvWriterTest, KeepsAFileThatHasComeMeanwhile)
{
    OutputFile output(path("out.csv"), ExistingFile::refuse);
    output.write("ours");
    m_folder.write("out.csv", "theirs");
    EXPECT_THROW(output.commit(), UsageError);
    EXPECT_EQ(util::read_file(path("out.csv")), "theirs");
}

TEST_F(CsvWriterTest, ReplacesWhatALinkLeadsTo)
{
    m_folder.write("real.csv", "old");
    fs::create_symlink("real.csv", path("link.csv"));
    OutputFile output(path("link.csv"), ExistingFile::replace);
    output.write("new");
    output.commit();
    EXPECT_TRUE(fs::is_symlink(path("link.csv")));
    EXPECT_EQ(util::read_file(path("real.csv")), "new");
}

TEST_F(CsvWriterTest, RefusesPlacesWhereNoFileCanBe)
{
    EXPECT_EQ(refusal(m_folder.path().string(), ExistingFile::replace),
              "cannot write " + m_folder.path().string() +
                  ": it is a directory; give the name of a file in it");
    EXPECT_EQ(
        refusal(path("missing/out.csv"), ExistingFile::refuse),
        "cannot write " + path("missing/out.csv") +
            ": No such file or directory; give a file in a directory that exists and that you "
            "may write to");
    EXPECT_EQ(refusal("/dev/null", ExistingFile::replace),
              "cannot write /dev/null: it is no plain file; standard output is \"-\"");
}

TEST_F(CsvWriterTest, CompressesWhereTheNameSaysSo)
{
    std::string text;
    for (int i = 0; i < 100'000; ++i) { text += std::to_string(i) + "\n"; }
    for (int round = 0; round < 2; ++round) {
        OutputFile output(path(fmt::format("out{}.csv.gz", round)), ExistingFile::refuse);
        output.write(text.substr(0, 10));
        output.write(text.substr(10));
        output.commit();
    }
    const std::string compressed = util::read_file(path("out0.csv.gz"));
    EXPECT_LT(compressed.size(), text.size() / 2);
    // No time of day in it.
    EXPECT_EQ(util::read_file(path("out1.csv.gz")), compressed);
    InputFile input(path("out0.csv.gz"));
    std::string back(text.size() + 1, '\0');
    std::size_t length = 0;
    while (const std::size_t more = input.read(back.data() + length, back.size() - length)) {
        length += more;
    }
    back.resize(length);
    EXPECT_EQ(back, text);
}

TEST_F(CsvWriterTest, ReportsAFullDisk)
{
    const int before = ::dup(STDOUT_FILENO);
    const util::FileHandle full(::open("/dev/full", O_WRONLY));
    ::dup2(full.get(), STDOUT_FILENO);
    std::string message;
    try {
        OutputFile output("-", ExistingFile::refuse);
        output.write("text");
        output.commit();
    } catch (const FatalError& error) {
        message = error.what();
    }
    ::dup2(before, STDOUT_FILENO);
    ::close(before);
    EXPECT_EQ(message,
              "cannot write standard output: No space left on device; check the free space "
              "there");
}

TEST_F(CsvWriterTest, LeavesOutRecordsThatNoFileCanHold)
{
    OutputFile output(path("out.csv"), ExistingFile::refuse);
    CsvWriter writer(output, {"sku", "name"});
    auto fault = writer.write(std::vector<CsvValue>{"A", "caf\xE9"});
    ASSERT_TRUE(fault);
    EXPECT_EQ(words_of(*fault), "f.csv, column name: \"caf\\xe9\" cannot be written: its byte 4, "
                                "0xE9, is not UTF-8");
    fault = writer.write(std::vector<CsvValue>{std::string_view("\0", 1), ""});
    ASSERT_TRUE(fault);
    EXPECT_EQ(words_of(*fault), "f.csv, column sku: \"\\x00\" cannot be written: its byte 1, 0x00, "
                                "cannot be in a text");
    EXPECT_FALSE(writer.write(std::vector<CsvValue>{"B", ""}));
    output.commit();
    EXPECT_EQ(util::read_file(path("out.csv")), "sku,name\nB,\n");
}

TEST_F(CsvWriterTest, RefusesHeadersThatCouldNotBeReadBack)
{
    OutputFile output(path("out.csv"), ExistingFile::refuse);
    for (const auto& header : {Lines{"a", ""}, Lines{"a", " b"}, Lines{"a", "a"}}) {
        EXPECT_THROW(CsvWriter(output, header), FatalError);
    }
    CsvWriter writer(output, {"a"});
    EXPECT_THROW(static_cast<void>(writer.write(std::vector<CsvValue>{"1", "2"})), FatalError);
}

/// Texts of everything that means something somewhere.
class RandomTexts {
public:
    std::size_t below(std::size_t end) { return m_random() % end; }

    std::optional<std::string> value()
    {
        if (below(10) == 0) { return std::nullopt; }
        std::string text;
        for (std::size_t length = below(12); length > 0; --length) {
            text += k_pieces[below(k_pieces.size())];
        }
        return text;
    }

private:
    static constexpr std::array<std::string_view, 16> k_pieces = {
        "\"", "\"\"", ",",  ";", "\t", "\n", "\r", "\r\n",
        " ",  "\\N",  "\\", "ä", "€",  "😀",  "x",  "\xEF\xBB\xBF"};

    std::mt19937 m_random{12345};
};

TEST_F(CsvWriterTest, WhatIsWrittenIsReadBackAsItWas)
{
    RandomTexts random;
    for (int round = 0; round < 300; ++round) {
        const std::string where = path(fmt::format("{}.csv{}", round, round % 3 == 0 ? ".gz" : ""));
        CsvOptions options;
        options.delimiter = ",;\t|"[round % 4];
        options.buffer_size = 1 + random.below(200);
        const std::size_t columns = 1 + random.below(4);
        std::vector<std::vector<std::optional<std::string>>> records(random.below(20));
        std::vector<std::string> header;
        for (std::size_t i = 0; i < columns; ++i) {
            header.push_back(fmt::format("{}{}", i == 0 ? "\xEF\xBB\xBF,\"" : "c", i));
        }
        OutputFile output(where, ExistingFile::refuse);
        CsvWriter writer(output, header, options.delimiter);
        for (auto& values : records) {
            for (std::size_t i = 0; i < columns; ++i) { values.push_back(random.value()); }
            ASSERT_FALSE(writer.write(std::vector<CsvValue>(values.begin(), values.end())));
        }
        output.commit();

        InputFile input(where);
        CsvReader reader(input, options);
        EXPECT_EQ(reader.header(), header);
        CsvRecord record;
        for (const auto& values : records) {
            ASSERT_TRUE(reader.next(record));
            ASSERT_FALSE(record.fault());
            for (std::size_t i = 0; i < columns; ++i) {
                ASSERT_EQ(record[i].is_null, !values[i].has_value());
                ASSERT_EQ(record[i].text, values[i].value_or(""));
            }
        }
        EXPECT_FALSE(reader.next(record));
    }
}

} // namespace
} // namespace datasync::files
