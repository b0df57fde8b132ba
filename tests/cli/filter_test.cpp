// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that choose records.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class FilterTest : public SyncTest {
protected:
    /// The source ids that a run with these options reads.
    std::vector<unsigned> chosen(std::string_view entity, const Words& options) const
    {
        Words words = options;
        words.insert(words.end(), {"-d", "update", "--dry-run"});
        std::vector<unsigned> ids;
        const Json done = report(entity, words);
        for (const auto& record : done.at("records")) {
            ids.push_back(record.at("source_id").get<unsigned>());
        }
        return ids;
    }

    void modify(const std::string& id, const std::string& moment)
    {
        source().exec("UPDATE customer_entity SET created_at = created_at, updated_at = '" +
                      moment + "' WHERE entity_id = " + id + ";\n" +
                      "UPDATE customer_address_entity SET created_at = created_at, updated_at = '" +
                      moment + "' WHERE parent_id = " + id);
    }
};

using Ids = std::vector<unsigned>;

TEST_F(FilterTest, ChoosesByEntityId)
{
    EXPECT_EQ(chosen("customer", {"--entity-ids", "53,3,999,53", "--entity-ids", "12"}),
              (Ids{3, 12, 53}));
    EXPECT_EQ(chosen("cms_page", {"--entity-ids", "7"}), Ids{7});
    EXPECT_EQ(chosen("customer", {"--entity-ids", "999"}), Ids{});
}

TEST_F(FilterTest, ChoosesByIncrementId)
{
    EXPECT_EQ(chosen("customer", {"--increment-ids", "000000034,000000004,7"}), (Ids{4, 34}));
}

TEST_F(FilterTest, TakesWholeDaysBothEndsIncluded)
{
    modify("7", "2020-12-31 23:59:59");
    modify("20", "2021-12-24 23:59:59");
    modify("34", "2021-12-25 00:00:00");
    EXPECT_EQ(chosen("customer", {"--date-from", "2021-01-01", "--date-to", "2021-12-24"}),
              (Ids{20, 21}));
    EXPECT_EQ(chosen("customer", {"--date-from", "2024-06-01"}), (Ids{33, 90}));
    EXPECT_EQ(chosen("customer", {"--date-to", "2020-12-31"}), (Ids{7, 53}));
    EXPECT_EQ(chosen("cms_block", {"--date-from", "2024-01-02", "--date-to", "2024-01-03"}),
              (Ids{5, 6}));
    EXPECT_EQ(chosen("newsletter", {"--date-to", "2019-06-01"}), (Ids{2, 5}));
}

TEST_F(FilterTest, TakesACustomerWhoseAddressWasModified)
{
    source().exec("UPDATE customer_address_entity SET created_at = created_at, updated_at = "
                  "'2023-05-05 05:00:00' WHERE entity_id = 18");
    EXPECT_EQ(chosen("customer", {"--date-from", "2023-05-05", "--date-to", "2023-05-05"}),
              Ids{12});
}

TEST_F(FilterTest, TakesAtMostSoMany)
{
    EXPECT_EQ(chosen("customer", {"--limit", "3"}), (Ids{3, 4, 7}));
    EXPECT_EQ(chosen("customer", {"--limit", "5", "--batch-size", "2"}), (Ids{3, 4, 7, 12, 13}));
    EXPECT_EQ(chosen("customer", {"--limit", "100"}).size(), 12U);
}

TEST_F(FilterTest, JoinsAllConditions)
{
    EXPECT_EQ(chosen("customer", {"--entity-ids", "3,4,7,12", "--date-from", "2023-01-01",
                                  "--increment-ids", "000000003,000000012,000000007"}),
              (Ids{3, 12}));
}

TEST_F(FilterTest, IsRefusedWhereAnEntityHasNoSuchThing)
{
    const auto refused = [&](std::string_view entity, const Words& options, const char* reason) {
        const auto result = sync(entity, options);
        EXPECT_EQ(result.exit_code, 2);
        EXPECT_TRUE(has(result.err, reason));
    };
    refused("customer_group", {"--date-from", "2024-01-01"}, "has no modification date");
    refused("customer_group", {"--date-to", "2024-01-01", "--dry-run"}, "has no modification date");
    refused("cms_block", {"--increment-ids", "1"}, "has no increment ids");
    refused("customer", {"--increment-prefix", "A-"}, "customer does not number its records as");
    refused("customer", {"--increment-suffix", "-A"}, "customer does not number its records as");
    EXPECT_EQ(destination().column("SHOW TABLES LIKE 'datasync%'"), Words{});
}

TEST_F(FilterTest, SaysWhichNumberOfIdsDoesNotExist)
{
    const auto done = report("customer", {"-d", "update", "--entity-ids", "3,99998,99999"});
    EXPECT_EQ(done.at("warnings")
                      .dump()
                      .find("2 of the 3 ids asked for do not exist on the "
                            "source") == std::string::npos,
              false)
        << done.at("warnings");
    EXPECT_EQ(report("customer", {"-d", "update", "--entity-ids", "3"})
                  .at("warnings")
                  .dump()
                  .find("asked for"),
              std::string::npos);
}

} // namespace

} // namespace datasync::test
