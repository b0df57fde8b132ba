// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The file that an export writes: where it goes, which columns and records it has, what is refused
// and what is said about what no file can hold.
#include "support/bad_days.hpp"
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/round_trip.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace datasync::test {

namespace {

class ExportTest : public CatalogTest {
protected:
    std::string path(const std::string& name) { return m_folder.write(name, "").string(); }
    std::string new_path(const std::string& name)
    {
        auto path = m_folder.write(name, "");
        std::filesystem::remove(path);
        return path.string();
    }
    static std::string content(const std::string& path)
    {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
    /// What an export says that ends with that code, on standard error.
    std::string said(std::string_view entity, int exit_code, const Words& more = {})
    {
        const auto result = export_to(source(), entity, "-", more);
        EXPECT_EQ(result.exit_code, exit_code) << result.err;
        return result.err;
    }
    static std::string first_line(const std::string& text)
    {
        return text.substr(0, text.find('\n'));
    }

    TempFolder m_folder;
};

TEST_F(ExportTest, WritesAWholeFileOrNone)
{
    const auto file = new_path("groups.csv");
    const auto result = export_to(source(), "customer_group", file);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(result.out, file + ": 6 records\n");
    EXPECT_EQ(result.err, "");
    const auto text = content(file);
    EXPECT_EQ(text, exported(source(), "customer_group"));
    EXPECT_EQ(first_line(text), "code,tax_class");

    const auto again = export_to(source(), "newsletter", file);
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_TRUE(has(again.err, "is there already"));
    EXPECT_EQ(content(file), text);
    EXPECT_EQ(export_to(source(), "newsletter", file, {"--force"}).exit_code, 0);
    EXPECT_TRUE(has(content(file), "subscriber_email,"));

    // A run that ends in an error leaves nothing behind.
    source().exec("DROP TABLE newsletter_subscriber");
    const auto missing = new_path("missing.csv");
    EXPECT_EQ(export_to(source(), "newsletter", missing).exit_code, 7);
    EXPECT_FALSE(std::filesystem::exists(missing));
    EXPECT_EQ(export_to(source(), "newsletter", file, {"--force"}).exit_code, 7);
    EXPECT_TRUE(has(content(file), "subscriber_email,"));
}

TEST_F(ExportTest, CompressesWhatEndsInGz)
{
    const auto file = new_path("groups.csv.gz");
    EXPECT_EQ(export_to(source(), "customer_group", file).exit_code, 0);
    EXPECT_EQ(content(file).substr(0, 2), "\x1f\x8b");
    const auto lint = run_datasync({"lint", "customer_group", "-f", file});
    EXPECT_TRUE(has(lint.out, ": 6 records, 0 faults"));
}

TEST_F(ExportTest, ToStandardOutputGoesNothingElse)
{
    const auto result = export_to(source(), "customer_group", "-", {"--delimiter", ";"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(first_line(result.out), "code;tax_class");
    EXPECT_EQ(result.err, "standard output: 6 records\n");
    EXPECT_EQ(export_to(source(), "customer_group", "-", {"-q"}).err, "");
}

TEST_F(ExportTest, NamesRecordsByIdsOnlyWhereAsked)
{
    EXPECT_FALSE(has(first_line(exported(source(), "newsletter")), "_id"));
    const auto header = first_line(exported(source(), "newsletter", {"--with-ids"}));
    EXPECT_TRUE(has(header, "entity_id,subscriber_email"));
    EXPECT_TRUE(has(header, "customer_id"));
    const auto categories = first_line(exported(source(), "category", {"--with-ids"}));
    EXPECT_TRUE(has(categories, "parent_id"));
    EXPECT_FALSE(has(categories, "path,"));
    EXPECT_TRUE(has(first_line(exported(source(), "category")), ",path,"));
    // Nobody is group 0, in any shop.
    EXPECT_TRUE(has(exported(source(), "customer_group", {"--with-ids"}), "\n,NOT LOGGED IN,"));
}

TEST_F(ExportTest, WhatHasIdsArrivesUnderThem)
{
    const auto emptied = emptied_copy(source());
    const FileSource files(*emptied);
    for (const auto* const entity :
         {"customer_group", "customer", "newsletter", "cms_block", "cms_page", "category"}) {
        SCOPED_TRACE(entity);
        const auto path = files.write("data.csv", exported(source(), entity, {"--with-ids"}));
        const auto loaded = files.sync(entity, path, {"-d", "update", "--jobs", "1"});
        EXPECT_EQ(loaded.exit_code, 0) << loaded.out << loaded.err;
    }
    EXPECT_EQ(exported(*emptied, "customer"), exported(source(), "customer"));
    EXPECT_EQ(exported(*emptied, "newsletter"), exported(source(), "newsletter"));
    // The page that a block links to has come, and has another id here.
    const std::string linked =
        "SELECT p.identifier FROM cms_page p JOIN cms_block b ON b.content LIKE "
        "CONCAT('%page_id=\"', p.page_id, '\"%') WHERE b.identifier = 'footer_links'";
    EXPECT_EQ(emptied->value(linked), source().value(linked));
    EXPECT_NE(emptied->value(linked), std::nullopt);
}

TEST_F(ExportTest, TakesTheRecordsThatAreAskedFor)
{
    EXPECT_TRUE(has(said("customer", 0, {"--limit", "2"}), ": 2 records"));
    EXPECT_TRUE(has(said("cms_page", 0, {"--date-from", "2024-02-02", "--date-to", "2024-02-03"}),
                    ": 2 records"));
    const auto one = exported(source(), "cms_block", {"--entity-ids", "5"});
    EXPECT_EQ(exported(source(), "cms_block").find(one.substr(0, one.find('\n'))), 0U);
    EXPECT_TRUE(has(said("cms_block", 0, {"--entity-ids", "5,99999"}), ": 1 records"));
}

TEST_F(ExportTest, RefusesWhatItCannotDo)
{
    const auto refused = [&](const Words& words) {
        const auto result = run_datasync(words);
        EXPECT_EQ(result.exit_code, 2) << result.out;
        return result.err;
    };
    EXPECT_TRUE(has(refused({"export"}), "no entity type is given"));
    EXPECT_TRUE(has(refused({"export", "customer"}), "which file is to be written"));
    EXPECT_TRUE(has(refused({"export", "custommer", "-o", "-"}), "customer"));
    EXPECT_TRUE(has(refused({"export", "customer", "-o", "-", "--force"}), "--force"));
    EXPECT_TRUE(has(said("url_redirect", 2), "is not written to files; there are: category"));
    EXPECT_TRUE(has(said("productattribute", 2), "productattribute is not written to files"));
    EXPECT_TRUE(has(said("stock", 2, {"--date-from", "2024-01-01"}), "no modification date"));
    EXPECT_TRUE(has(said("stock", 2, {"--increment-ids", "1"}), "no increment ids"));
}

TEST_F(ExportTest, NeedsToReadAndNothingElse)
{
    TestUser reader(source(), "reader");
    reader.grant(fmt::format("SELECT ON {}.*", source().name()));
    const auto sums = source().checksums();
    const auto tables = source().column("SHOW TABLES");
    for (const auto* const entity : {"customer", "category", "review", "stock"}) {
        const auto from = source().settings();
        const auto result = run_datasync({"export", entity, "-o", "-", "--db-socket", from.socket,
                                          "--db-user", reader.name(), "--db-name", from.database});
        EXPECT_NE(result.out, "") << result.err;
    }
    EXPECT_EQ(source().checksums(), sums);
    EXPECT_EQ(source().column("SHOW TABLES"), tables);
}

TEST_F(ExportTest, SaysWhatNoFileCanHold)
{
    EXPECT_TRUE(has(said("cms_block", 0), "warning: column content names records by their ids"));
    EXPECT_FALSE(has(said("cms_block", 0, {"--with-ids"}), "warning"));
    EXPECT_TRUE(has(said("review", 3), "left out: is a review that no store view shows"));
    EXPECT_TRUE(has(said("review", 3), "(1 record: 8 is like 7)"));
    EXPECT_TRUE(has(said("stock", 3), "left out: column sku has blanks at its ends (1 record: 78"));
    EXPECT_TRUE(
        has(said("newsletter", 0), "warning: belongs to a customer, which only --with-ids"));
    EXPECT_FALSE(has(said("newsletter", 0, {"--with-ids"}), "warning"));
    EXPECT_TRUE(has(said("customer", 0), "warning: has addresses beside the default ones"));
    source().exec("UPDATE catalog_category_entity_varchar v JOIN eav_attribute a USING "
                  "(attribute_id) SET v.value = '\\\\E' WHERE a.attribute_code = 'url_key' AND "
                  "v.value = 'tea'");
    EXPECT_TRUE(has(said("category", 0), "column url_key holds \\E"));
}

TEST_F(ExportTest, ValuesOfAnyKindSurvive)
{
    source().exec("DELETE FROM cms_block WHERE identifier <> 'promo_de';\n"
                  "UPDATE cms_block SET title = '  \\\\N, \"quoted\"; ', content = "
                  "CONCAT('line', CHAR(13), CHAR(10), CHAR(9), '\xE8\x8C\xB6 ''', '\\\\')");
    const auto emptied = emptied_copy(source());
    expect_round_trip(source(), *emptied, "cms_block", 1);
    const std::string both = "SELECT HEX(CONCAT(title, '/', content)) FROM cms_block";
    EXPECT_EQ(emptied->value(both), source().value(both));
}

} // namespace

} // namespace datasync::test
