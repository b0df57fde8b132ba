// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A destination that has lost what it knew of its source: nothing comes twice.
#include "support/sync_test.hpp"

#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_entities = {"customer_group", "customer", "newsletter", "cms_block",
                                   "cms_page"};

class RegistryLossTest : public SyncTest {
protected:
    void sync_everything() const
    {
        for (const char* const entity : k_entities) {
            EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0);
        }
    }

    void lose_the_registry()
    {
        destination().exec("DELETE FROM datasync_entity_registry;\n"
                           "DELETE FROM datasync_part_registry");
    }
};

TEST_F(RegistryLossTest, LeavesTheShopAsItIs)
{
    sync_everything();
    const auto before = snapshot_of(destination(), false);
    const std::string address = target_address(15);
    lose_the_registry();
    for (const char* const entity : k_entities) {
        SCOPED_TRACE(entity);
        const auto done = report(entity, {"-d", "update"});
        EXPECT_EQ(done.at("summary").at("unchanged"), done.at("summary").at("read"));
    }
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(target_address(15), address);
}

TEST_F(RegistryLossTest, LetsChangesArriveInTheSameRows)
{
    sync_everything();
    const auto customers = destination().column("SELECT entity_id FROM customer_entity");
    const std::string address = target_address(18);
    lose_the_registry();
    source().exec("UPDATE customer_entity_varchar SET value = 'David' WHERE attribute_id = 1 AND "
                  "entity_id = 12;\n"
                  "UPDATE cms_page SET title = 'Start' WHERE page_id = 2");
    EXPECT_EQ(update("customer"), "1 updated, 11 unchanged");
    EXPECT_EQ(update("cms_page"), "1 updated, 3 unchanged");
    EXPECT_EQ(destination().column("SELECT entity_id FROM customer_entity"), customers);
    EXPECT_EQ(target_address(18), address);
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
}

TEST_F(RegistryLossTest, IsHealedByARunForEachRecordItReads)
{
    sync_everything();
    const auto registered = [&] {
        return destination().column("SELECT CONCAT_WS(' ', entity_type, source_id, target_id) FROM "
                                    "datasync_entity_registry ORDER BY 1");
    };
    const auto parts = [&] {
        return destination().column("SELECT CONCAT_WS(' ', part_type, source_id, target_id) FROM "
                                    "datasync_part_registry WHERE part_type = 1 ORDER BY 1");
    };
    const auto before = registered();
    const auto parts_before = parts();
    lose_the_registry();
    sync_everything();
    EXPECT_EQ(registered(), before);
    EXPECT_EQ(parts(), parts_before);
    EXPECT_EQ(parts_before.size(), 13U);
}

} // namespace

} // namespace datasync::test
