// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Times the reader of CSV, in time of the processor, on files that it makes before: see
// tests/bench/run_csv.
#include "files/csv_reader.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

using datasync::files::CsvOptions;
using datasync::files::CsvValue;
using datasync::files::Encoding;
namespace fs = std::filesystem;

using MakeRecord = std::function<std::vector<std::string>(std::size_t)>;

struct Sample {
    std::string name;
    std::vector<std::string> header;
    MakeRecord make;
    Encoding encoding = Encoding::utf8;
};

std::vector<std::string> stock(std::size_t i)
{
    return {fmt::format("SKU-{:07}", i), std::to_string(i % 1000), "1", "1", "", "\\N"};
}

std::vector<std::string> customer(std::size_t i)
{
    return {fmt::format("person{}@example.com", i),
            "Anna",
            fmt::format("Miller {}", i),
            "General",
            "german",
            "1980-02-29",
            "Anna",
            fmt::format("Miller {}", i),
            fmt::format("Long Street {}\n2nd floor", i % 200),
            "Springfield",
            "12345",
            "US",
            "+1 555 0100",
            "1"};
}

std::vector<std::string> order(std::size_t i)
{
    std::string items = "[";
    for (std::size_t item = 0; item < 4; ++item) {
        items += fmt::format("{}{{\"sku\": \"SKU-{:05}\", \"name\": \"Shirt, size {}\", "
                             "\"qty_ordered\": 2.0000, \"price\": 12.3400}}",
                             item == 0 ? "" : ", ", (i * 7 + item) % 100000, item);
    }
    items += "]";
    return {std::to_string(100000000 + i),
            "49.3600",
            "49.3600",
            fmt::format("person{}@example.com", i % 5000),
            "processing",
            "2024-05-06 07:08:09",
            "Long Street 5",
            "Springfield",
            "12345",
            "US",
            items};
}

std::vector<std::string> page(std::size_t i)
{
    std::string content;
    for (int line = 0; line < 40; ++line) {
        content += fmt::format("<p class=\"text\">Line {} of the page, as long as lines are in "
                               "pages of shops.</p>\n",
                               line);
    }
    return {fmt::format("page-{}", i), "A page", content, "1"};
}

std::vector<std::string> accents(std::size_t i)
{
    return {fmt::format("SKU-{:07}", i), "Größe für Männer, weiß, süß und schön",
            "Äpfel, Öl, Übergröße: fünf Stück täglich für jeden Gärtner"};
}

std::vector<std::string> cyrillic(std::size_t i)
{
    return {fmt::format("SKU-{:07}", i), "Рубашка мужская, размер большой",
            "Очень хорошая рубашка из хлопка, можно стирать в машине"};
}

/// German letters as one byte each.
std::string to_latin1(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += text[i];
        } else {
            out += static_cast<char>(((byte & 3U) << 6U) |
                                     (static_cast<unsigned char>(text[++i]) & 0x3FU));
        }
    }
    return out;
}

void write_sample(const Sample& sample, const fs::path& path, std::uintmax_t size)
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& values) {
        std::vector<CsvValue> cells;
        for (const auto& value : values) {
            cells.push_back(value == "\\N" ? CsvValue() : CsvValue(value));
        }
        datasync::files::append_csv_record(text, cells);
    };
    add(sample.header);
    for (std::size_t i = 0; text.size() < size; ++i) { add(sample.make(i)); }
    if (sample.encoding != Encoding::utf8) { text = to_latin1(text); }
    datasync::files::OutputFile file(path.string(), datasync::files::ExistingFile::replace);
    file.write(text);
    file.commit();
}

/// Seconds of the processor that it takes: other work on the machine is no matter.
double time_of(const std::function<void()>& work)
{
    const auto now = [] {
        timespec time = {};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    const double begin = now();
    work();
    return now() - begin;
}

void measure(const Sample& sample, const fs::path& path, std::uintmax_t size)
{
    std::vector<double> seconds;
    std::size_t records = 0;
    std::size_t cells = 0;
    for (int round = 0; round < 5; ++round) {
        records = 0;
        cells = 0;
        seconds.push_back(time_of([&] {
            datasync::files::InputFile input(path.string());
            CsvOptions options;
            options.encoding = sample.encoding;
            datasync::files::CsvReader reader(input, options);
            datasync::files::CsvRecord record;
            while (reader.next(record)) {
                ++records;
                cells += record.fault() ? 0 : record.size();
            }
        }));
    }
    std::sort(seconds.begin(), seconds.end());
    const double middle = seconds[seconds.size() / 2];
    const auto megabytes = static_cast<double>(size) / 1e6;
    fmt::print("{:<26} {:>8.1f} {:>9} {:>10} {:>8.0f} {:>8.0f} {:>8.1f}\n", sample.name, megabytes,
               records, cells, megabytes / middle, megabytes / seconds.front(),
               static_cast<double>(records) / middle / 1e6);
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) { return 2; }
    const fs::path folder = arguments[1];
    const std::uintmax_t size = std::stoull(arguments[2]) * 1'000'000U;
    const std::vector<std::string> three = {"sku", "name", "description"};
    const std::vector<Sample> samples = {
        {"stock", {"sku", "qty", "is_in_stock", "manage_stock", "min_qty", "backorders"}, stock},
        {"customers, two-line streets",
         {"email", "firstname", "lastname", "group", "store", "dob", "billing_firstname",
          "billing_lastname", "billing_street", "billing_city", "billing_postcode",
          "billing_country_id", "billing_telephone", "same_as_billing"},
         customer},
        {"orders, items in JSON",
         {"increment_id", "grand_total", "base_grand_total", "customer_email", "state",
          "created_at", "billing_street", "billing_city", "billing_postcode", "billing_country_id",
          "items"},
         order},
        {"pages, long HTML", {"identifier", "title", "content", "is_active"}, page},
        {"German in UTF-8", three, accents},
        {"German in windows-1252", three, accents, Encoding::windows_1252},
        {"Russian", three, cyrillic},
    };
    fmt::print("{:<26} {:>8} {:>9} {:>10} {:>8} {:>8} {:>8}\n", "file", "MB", "records", "cells",
               "MB/s", "best", "Mrec/s");
    for (const auto& sample : samples) {
        const fs::path path = folder / "sample.csv";
        write_sample(sample, path, size);
        measure(sample, path, fs::file_size(path));
    }
    // The same as the first, compressed: as fast as zlib.
    const fs::path plain = folder / "sample.csv";
    write_sample(samples[0], plain, size);
    write_sample(samples[0], folder / "sample.csv.gz", size);
    Sample compressed = samples[0];
    compressed.name += ", gz";
    measure(compressed, folder / "sample.csv.gz", fs::file_size(plain));
    return 0;
}
