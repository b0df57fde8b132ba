// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is refused before a run, and in which words.
#include "media/media_check.hpp"

#include "datasync/error.hpp"
#include "unit/media/media_fixture.hpp"

namespace datasync::media {

class MediaCheckTest : public MediaTest {
protected:
    MediaCheckTest() { fs::create_directories(source() / "catalog" / "product" / "a" / "b"); }

    /// The refusal, "" when there is none.
    static std::string refusal(const MediaOptions& options)
    {
        try {
            check(options);
        } catch (const UsageError& error) {
            return error.what();
        }
        return {};
    }
    std::string refusal() const { return refusal(m_options); }

    std::string refusal_of_url(const std::string& url)
    {
        m_options.base_path.clear();
        m_options.base_url = url;
        return refusal();
    }
};

TEST_F(MediaCheckTest, TakesTwoFolders)
{
    EXPECT_EQ(refusal(), "");
    m_options.force = true;
    EXPECT_EQ(refusal(), "");
}

TEST_F(MediaCheckTest, TakesNothingAtAll)
{
    EXPECT_EQ(refusal({}), "");
}

TEST_F(MediaCheckTest, WantsBothEnds)
{
    EXPECT_TRUE(refusal({.base_path = source()}).starts_with("--image-base-path needs --media"));
    EXPECT_TRUE(refusal({.base_url = "http://h"}).starts_with("--image-base-url needs --media"));
    EXPECT_TRUE(refusal({.media_path = destination()}).starts_with("--media-path needs --image"));
    EXPECT_TRUE(refusal({.force = true}).starts_with("--force-image-import needs --image"));
}

TEST_F(MediaCheckTest, RefusesTwoOrigins)
{
    m_options.base_url = "http://h/media";
    EXPECT_NE(refusal().find("both given"), std::string::npos) << refusal();
}

TEST_F(MediaCheckTest, RefusesWhatIsNoFolder)
{
    m_options.base_path = source() / "none";
    EXPECT_NE(refusal().find("none: No such file"), std::string::npos) << refusal();
    m_options.base_path = write("file", "x");
    EXPECT_NE(refusal().find("file: this is no folder"), std::string::npos) << refusal();
    m_options.base_path = source();
    m_options.media_path = destination() / "none";
    EXPECT_TRUE(refusal().starts_with("--media-path ")) << refusal();
}

TEST_F(MediaCheckTest, RefusesFoldersItMayNotUse)
{
    const NobodySpecial nobody;
    const auto closed = m_folder.path() / "closed";
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_write | fs::perms::owner_exec);
    m_options.base_path = closed;
    EXPECT_NE(refusal().find("closed: Permission denied"), std::string::npos) << refusal();
    m_options.base_path = source();
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
    m_options.media_path = closed;
    EXPECT_NE(refusal().find("closed: Permission denied"), std::string::npos) << refusal();
}

TEST_F(MediaCheckTest, SaysWhichFolderWasMeant)
{
    const auto advice = "give " + fs::canonical(source()).string();
    for (const char* const below : {"catalog/product", "catalog/product/", "catalog",
                                    "catalog/product/a", "catalog/product/a/b"}) {
        m_options.base_path = source() / below;
        EXPECT_TRUE(refusal().ends_with(advice)) << below << ": " << refusal();
    }
    // The shop that holds the media folder.
    fs::create_directories(outside() / "media" / "catalog" / "product");
    m_options.base_path = outside();
    EXPECT_TRUE(refusal().ends_with("outside/media")) << refusal();
    m_options.base_path = source();
    m_options.media_path = outside() / "media" / "catalog" / "product";
    EXPECT_TRUE(refusal().starts_with("--media-path ")) << refusal();
    EXPECT_TRUE(refusal().ends_with("outside/media")) << refusal();
}

TEST_F(MediaCheckTest, TakesAMediaFolderWithoutProducts)
{
    m_options.base_path = outside();
    EXPECT_EQ(refusal(), "");
    // A shop below somebody's folder catalog/product.
    fs::create_directories(outside() / "catalog/product/media/catalog/product");
    m_options.base_path = outside() / "catalog/product/media";
    EXPECT_EQ(refusal(), "");
}

TEST_F(MediaCheckTest, TakesAddressesOfWebServers)
{
    EXPECT_EQ(refusal_of_url("https://old.example.com/media"), "");
    EXPECT_EQ(refusal_of_url("http://user:secret@127.0.0.1:8080/media/"), "");
    EXPECT_EQ(refusal_of_url("HTTPS://old.example.com"), "");
}

TEST_F(MediaCheckTest, RefusesOtherAddressesWithoutRepeatingThem)
{
    for (const char* const url :
         {"file:///var/www/media", "ftp://user:secret@h/media", "old.example.com/media",
          "/var/www/media", "http://", "https://user:secret@/media", "https://h/media?secret=1",
          "https://h/media#secret", "https://h/a secret", "scp://h/media",
          "https://h/media/catalog/product/"}) {
        const std::string words = refusal_of_url(url);
        EXPECT_TRUE(words.starts_with("--image-base-url ")) << url << ": " << words;
        EXPECT_EQ(words.find("secret"), std::string::npos) << words;
    }
}

} // namespace datasync::media
