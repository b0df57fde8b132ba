// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files that products and categories name come along, from media folder to media folder.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace datasync::test {

namespace {

namespace fs = std::filesystem;

/// What the source's records name; of each file the content is its path.
const Words k_product_files = {
    "catalog/product/b/o/book.jpg",         "catalog/product/m/u/mug1.jpg",
    "catalog/product/m/u/mug2.jpg",         "catalog/product/m/u/mug3.jpg",
    "catalog/product/s/h/shirt.jpg",        "downloadable/files/link_samples/o/n/peek.pdf",
    "downloadable/files/links/o/n/one.pdf", "downloadable/files/samples/s/a/sample.pdf"};

class ProductFilesTest : public ProductTest {
protected:
    void SetUp() override
    {
        ProductTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        source().exec("UPDATE downloadable_link SET link_type = 'file', link_file = "
                      "'/o/n/one.pdf', sample_type = 'file', sample_file = '/o/n/peek.pdf' WHERE "
                      "link_id = 21");
        for (const auto& file : k_product_files) { put(file); }
        put("catalog/category/mugs.jpg");
        // What nobody names, and what the shop makes itself.
        put("catalog/product/o/t/other.jpg");
        put("catalog/product/cache/1/image/m/u/mug1.jpg");
        fs::create_directories(to());
    }

    fs::path from() const { return m_folder.path() / "old" / "media"; }
    fs::path to() const { return m_folder.path() / "new" / "media"; }
    const fs::path& folder() const { return m_folder.path(); }

    void put(const std::string& file, const std::string& content = {}) const
    {
        fs::create_directories((from() / file).parent_path());
        std::ofstream(from() / file) << (content.empty() ? file : content);
    }

    /// Every file below a folder, and what it holds.
    static std::map<std::string, std::string> files_in(const fs::path& folder)
    {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) { continue; }
            std::ostringstream content;
            content << std::ifstream(entry.path()).rdbuf();
            files[fs::relative(entry.path(), folder).string()] = content.str();
        }
        return files;
    }

    /// Those files with their paths as content.
    static std::map<std::string, std::string> as_named(const Words& names)
    {
        std::map<std::string, std::string> files;
        for (const auto& name : names) { files[name] = name; }
        return files;
    }

    Words brings(const Words& more = {}) const
    {
        Words words = {"-d",           "update",     "--image-base-path", from().string(),
                       "--media-path", to().string()};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    /// "8 brought, 0 unchanged, 0 missing, 0 failed"
    static std::string files_of(const Json& report)
    {
        const auto& files = report.at("files");
        return fmt::format("{} brought, {} unchanged, {} missing, {} failed",
                           files.at("brought").get<unsigned>(),
                           files.at("unchanged").get<unsigned>(),
                           files.at("missing").get<unsigned>(), files.at("failed").get<unsigned>());
    }

    /// Makes a folder that of the destination's shop.
    void write_shop(const fs::path& shop)
    {
        fs::create_directories(shop / "app" / "etc");
        const auto settings = destination().settings();
        std::ofstream(shop / "app" / "etc" / "local.xml") << fmt::format(
            "<config><global><resources><default_setup><connection><host>localhost:{}</host>"
            "<username>{}</username><password></password><dbname>{}</dbname></connection>"
            "</default_setup></resources></global></config>",
            settings.socket, settings.user, settings.database);
    }

    /// A run of products that finds its destination by itself.
    Words words_to(const Words& more)
    {
        const auto of_source = source().settings();
        Words words = {"sync",         "product",     "legacy",           "-a",
                       "openmage",     "-d",          "update",           "--format",
                       "json",         "--db-socket", of_source.socket,   "--db-user",
                       of_source.user, "--db-name",   of_source.database, "--image-base-path",
                       from().string()};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    static Json report_of(const ProgramResult& result)
    {
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return Json::parse(result.out);
    }

    /// A run that is refused with exit code 2 for that reason.
    void refused(const std::string& entity, const Words& words, std::string_view reason) const
    {
        const auto result = sync(entity, words);
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_TRUE(has(result.err, reason));
    }

private:
    TempFolder m_folder;
};

TEST_F(ProductFilesTest, OfGalleryRolesAndDownloadsCome)
{
    prepare();
    const auto done = report("product", brings());
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    EXPECT_EQ(files_of(done), "8 brought, 0 unchanged, 0 missing, 0 failed");
    std::size_t bytes = 0;
    for (const auto& file : k_product_files) { bytes += file.size(); }
    EXPECT_EQ(done.at("files").at("bytes"), bytes);
    EXPECT_EQ(done.at("files").at("left"), 0);
    EXPECT_FALSE(warns(done, "files that records name are not brought"));
    EXPECT_EQ(files_in(to()), as_named(k_product_files));
}

TEST_F(ProductFilesTest, OfRolesThatNoGalleryHasComeToo)
{
    source().exec("UPDATE catalog_product_entity_varchar SET value = '/r/o/role.jpg' WHERE "
                  "attribute_id = 109 AND entity_id = 16;\n"
                  "UPDATE catalog_product_entity_varchar SET value = 'role2.jpg' WHERE "
                  "attribute_id = 106 AND store_id = 2 AND entity_id = 16");
    put("catalog/product/r/o/role.jpg");
    put("catalog/product/role2.jpg");
    prepare();
    EXPECT_EQ(files_of(report("product", brings({"--entity-ids", "16,27"}))),
              "5 brought, 0 unchanged, 0 missing, 0 failed");
    EXPECT_TRUE(fs::exists(to() / "catalog/product/r/o/role.jpg"));
    EXPECT_TRUE(fs::exists(to() / "catalog/product/role2.jpg"));
}

TEST_F(ProductFilesTest, OfCategoriesCome)
{
    sync_before_catalog();
    const auto done = report("category", brings());
    EXPECT_EQ(done.at("exit_code"), 0);
    EXPECT_EQ(files_of(done), "1 brought, 0 unchanged, 0 missing, 0 failed");
    EXPECT_EQ(files_in(to()), as_named({"catalog/category/mugs.jpg"}));
}

TEST_F(ProductFilesTest, ThatAreThereAreNotBroughtAgain)
{
    prepare();
    EXPECT_EQ(report("product", brings()).at("exit_code"), 0);
    const auto written = fs::last_write_time(to() / k_product_files.front());
    auto again = report("product", brings());
    EXPECT_EQ(counts(again), "20 unchanged");
    EXPECT_EQ(files_of(again), "0 brought, 8 unchanged, 0 missing, 0 failed");
    EXPECT_EQ(fs::last_write_time(to() / k_product_files.front()), written);

    put(k_product_files.front(), "another picture");
    again = report("product", brings());
    EXPECT_EQ(counts(again), "20 unchanged");
    EXPECT_EQ(files_of(again), "1 brought, 7 unchanged, 0 missing, 0 failed");
    EXPECT_EQ(files_in(to()).at(k_product_files.front()), "another picture");
    EXPECT_EQ(files_of(report("product", brings({"--force-image-import"}))),
              "8 brought, 0 unchanged, 0 missing, 0 failed");
}

TEST_F(ProductFilesTest, ThatAreMissingAreNamedAndFailNothing)
{
    prepare();
    fs::remove(from() / "catalog/product/b/o/book.jpg");
    const auto done = report("product", brings());
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    EXPECT_EQ(done.at("exit_code"), 0);
    EXPECT_EQ(files_of(done), "7 brought, 0 unchanged, 1 missing, 0 failed");
    EXPECT_TRUE(warns(done, "file catalog/product/b/o/book.jpg: missing"));
    // It comes as soon as the source has it.
    put("catalog/product/b/o/book.jpg");
    EXPECT_EQ(files_of(report("product", brings())), "1 brought, 7 unchanged, 0 missing, 0 failed");
}

TEST_F(ProductFilesTest, ThatLeadOutOfTheFolderFailAndTheProductArrives)
{
    source().exec("UPDATE catalog_product_entity_media_gallery SET value = "
                  "'/../../../../etc/passwd' WHERE value_id = 33");
    prepare();
    const auto done = report("product", brings());
    EXPECT_EQ(done.at("exit_code"), 3);
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    EXPECT_EQ(files_of(done), "7 brought, 0 unchanged, 0 missing, 1 failed");
    EXPECT_TRUE(warns(done, "etc/passwd: "));
    EXPECT_EQ(files_in(folder() / "new").size(), 7);
}

TEST_F(ProductFilesTest, DryRunLooksAndCopiesNothing)
{
    prepare();
    fs::remove(from() / "catalog/product/b/o/book.jpg");
    const auto announced = report("product", brings({"--dry-run"}));
    EXPECT_EQ(files_of(announced), "7 brought, 0 unchanged, 1 missing, 0 failed");
    EXPECT_EQ(files_in(folder() / "new"), as_named({}));
    const auto done = report("product", brings());
    EXPECT_EQ(done.at("files"), announced.at("files"));
}

TEST_F(ProductFilesTest, OfProductsThatDoNotArriveStayBehind)
{
    prepare();
    source().exec("UPDATE catalog_product_entity SET sku = 'mug-red' WHERE entity_id = 79");
    // Nor those of products that the policy leaves as they are.
    const auto done = report("product", {"-d", "skip", "--image-base-path", from().string(),
                                         "--media-path", to().string()});
    EXPECT_EQ(counts(done), "17 created, 2 skipped, 1 failed");
    EXPECT_EQ(files_of(done), "4 brought, 0 unchanged, 0 missing, 0 failed");
    EXPECT_FALSE(fs::exists(to() / "catalog/product/b/o/book.jpg"));
    EXPECT_FALSE(fs::exists(to() / "catalog/product/m/u/mug1.jpg"));
}

TEST_F(ProductFilesTest, GoToTheMediaFolderOfTheShopThatIsNamed)
{
    prepare();
    for (const auto* const media : {"media", "public/media"}) { // Maho has the second.
        const auto shop = folder() / fs::path(media).parent_path() / "shop";
        write_shop(shop);
        fs::create_directories(shop / media);
        const auto done = report_of(run_datasync(words_to({"--shop-root", shop.string()})));
        EXPECT_EQ(files_of(done), "8 brought, 0 unchanged, 0 missing, 0 failed");
        EXPECT_EQ(files_in(shop / media), as_named(k_product_files));
    }
}

TEST_F(ProductFilesTest, GoToTheMediaFolderOfTheShopAroundUs)
{
    prepare();
    write_shop(folder() / "new");
    ProgramSurroundings surroundings;
    surroundings.directory = folder() / "new";
    EXPECT_EQ(files_of(report_of(run_datasync(words_to({}), surroundings))),
              "8 brought, 0 unchanged, 0 missing, 0 failed");
    EXPECT_EQ(files_in(to()), as_named(k_product_files));
}

TEST_F(ProductFilesTest, NoFolderIsWarnedOf)
{
    prepare();
    const auto done = report("product", {"-d", "update"});
    EXPECT_TRUE(done.at("files").is_null());
    EXPECT_TRUE(warns(done, "files that records name are not brought"));
    EXPECT_EQ(done.at("exit_code"), 0);
}

TEST_F(ProductFilesTest, FoldersThatCannotBeRightAreRefused)
{
    const auto base = from().string();
    const auto media = to().string();
    refused("product", {"--image-base-path", base + "/none", "--media-path", media}, "No such");
    refused("product", {"--image-base-path", base + "/catalog/product", "--media-path", media},
            "this is not the media folder itself");
    refused("product", {"--image-base-path", base, "--media-path", media + "/none"}, "No such");
    refused("product", {"--image-base-path", base}, "needs --media-path");
    refused("product", {"--media-path", media}, "needs --image-base-path or --image-base-url");
    refused(
        "product",
        {"--image-base-path", base, "--image-base-url", "http://x.example/", "--media-path", media},
        "are both given");
    refused("customer", {"--image-base-path", base, "--media-path", media},
            "customer names no files");
    refused("stock", {"--image-base-path", base, "--media-path", media}, "stock names no files");
    EXPECT_EQ(destination().column("SHOW TABLES LIKE 'datasync%'"), Words{});
    EXPECT_EQ(files_in(folder() / "new"), as_named({}));
}

} // namespace

} // namespace datasync::test
