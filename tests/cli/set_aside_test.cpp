// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The rejects file tells records that --skip-invalid set aside from those the policy left alone.
#include "support/shop_fixture.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace datasync::test {

namespace {

class SetAsideTest : public ShopTest {
protected:
    /// Runs the blocks with the policy `skip` and --skip-invalid; returns the rejects file.
    std::string rejects_of_skipping(int exit_code)
    {
        const TempFolder folder;
        const auto file = folder.path() / "rejects.csv";
        const auto result =
            sync("cms_block", {"-d", "skip", "--skip-invalid", "--rejects", file.string()});
        EXPECT_EQ(result.exit_code, exit_code) << result.err;
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
};

constexpr std::string_view k_header = "entity_type,source_id,label,outcome,reason\n";

TEST_F(SetAsideTest, InvalidRecordsAreInTheRejectsFile)
{
    source().exec("UPDATE cms_block SET title = REPEAT('x', 200) WHERE block_id = 8");
    destination().exec("ALTER TABLE cms_block MODIFY title varchar(100) NOT NULL");
    EXPECT_EQ(rejects_of_skipping(3),
              std::string(k_header) +
                  "cms_block,8,promo_de,skipped,\"invalid: cms_block.title (block_id 8): has 200 "
                  "characters, the column takes 100\"\n");
}

TEST_F(SetAsideTest, RecordsThatThePolicyLeavesAloneAreNot)
{
    EXPECT_EQ(sync("cms_block", {"-d", "update"}).exit_code, 0);
    EXPECT_EQ(rejects_of_skipping(0), k_header);
}

} // namespace

} // namespace datasync::test
