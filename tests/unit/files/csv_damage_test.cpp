// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Damaged files: whatever has become of them, they end in records or in an error with a line.
// DATASYNC_DAMAGED_FILES says how many there are to be, where it should be more than a few
// thousand.
#include "support/damage.hpp"
#include "unit/files/csv_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace datasync::files {
namespace {

std::vector<std::string> samples()
{
    std::string stock = "sku,qty,is_in_stock\n";
    std::string orders = "increment_id,grand_total,items\r\n";
    for (int i = 0; i < 20; ++i) {
        stock += fmt::format("SKU-{},{}.0000,{}\n", i, i, i % 2);
        orders += fmt::format(
            "10000{},12.3400,\"[{{\"\"sku\"\": \"\"Ä{}\"\", \"\"qty\"\": 1}}]\"\r\n", i, i);
    }
    const std::string page =
        "identifier;title;content\nhome;\"A \"\"page\"\"\";\"<p>\n\nOne</p>\r\n\"\n"
        "about;\\N;\"\"\n\n;;\n";
    return {stock, orders, page, gz_of(stock + stock), gz_of(orders)};
}

/// What was read, and where it ended: of two faults in one place either may be found first.
Lines without_reason(const Reading& reading)
{
    Lines lines = reading.lines;
    if (!reading.is_whole) {
        std::string& error = lines.back();
        error.resize(error.find(": ", std::string_view("error: ").size()));
    }
    return lines;
}

TEST(CsvDamageTest, EndsInRecordsOrInAnErrorWithALine)
{
    const char* const wanted = std::getenv("DATASYNC_DAMAGED_FILES");
    const int count = wanted != nullptr ? std::atoi(wanted) : 4000;
    const auto whole = samples();
    test::Damage damage;
    int errors = 0;
    for (int i = 0; i < count; ++i) {
        const std::string content = damage.of(whole[static_cast<std::size_t>(i) % whole.size()]);
        CsvOptions options;
        options.delimiter = i % 5 == 2 ? ';' : ',';
        options.encoding = static_cast<Encoding>(damage.below(3));
        options.buffer_size = 1 + damage.below(300);
        if (i % 2 == 0) { options.longest_record = 100 + damage.below(1000); }
        const Reading reading = read_all(content, options);
        errors += reading.is_whole ? 0 : 1;
        // No line that there is not, and no fault without a line.
        const auto lines = std::count_if(reading.places.begin(), reading.places.end(),
                                         [](std::uint64_t line) { return line == 0; });
        ASSERT_EQ(lines, 0) << content;
        ASSERT_TRUE(std::is_sorted(reading.places.begin(), reading.places.end())) << content;
        // The window is not what decides; but in a long one, what is wrong behind too long a record
        // is seen first.
        if (i % 2 == 0) { continue; }
        options.buffer_size = 1U << 20U;
        ASSERT_EQ(without_reason(read_all(content, options)), without_reason(reading)) << content;
    }
    // Most of the damage is found; none of what is compressed comes through.
    EXPECT_GT(errors, count / 3);
    EXPECT_LT(errors, count);
}

TEST(CsvDamageTest, FindsEveryDamageOfWhatIsCompressed)
{
    const std::string content = samples()[0];
    const std::string whole = gz_of(content);
    const auto expected = read_all(content).lines;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
            const Reading reading = read_all(damaged);
            // Some bits of the header say nothing.
            EXPECT_TRUE(!reading.is_whole || reading.lines == expected) << at << ":" << bit;
        }
        // A single byte does not say yet that it is gz.
        if (at != 1) { EXPECT_FALSE(read_all(whole.substr(0, at)).is_whole) << at; }
    }
}

} // namespace
} // namespace datasync::files
