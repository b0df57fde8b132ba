// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How many records may go at once, and over a day.
#include "support/removal.hpp"
#include "support/sync_test.hpp"

#include <fmt/format.h>

#include <numeric>

namespace datasync::test {

namespace {

class RemovalGuardDbTest : public SyncTest {
protected:
    /// Gives the source 150 more blocks, brings them over and takes them away again, as an accident
    /// would; their ids are those returned.
    std::vector<std::uint32_t> lose_blocks()
    {
        std::string blocks = "INSERT INTO cms_block (block_id, title, identifier, content, "
                             "creation_time, update_time, is_active) VALUES ";
        std::string stores = "INSERT INTO cms_block_store (block_id, store_id) VALUES ";
        std::vector<std::uint32_t> ids(150);
        std::iota(ids.begin(), ids.end(), 1000);
        for (const auto id : ids) {
            const auto* const comma = id == ids.front() ? "" : ", ";
            blocks += fmt::format("{0}({1}, 'b', 'many-{1}', 'c', '2020-01-01', '2020-01-01', 1)",
                                  comma, id);
            stores += fmt::format("{}({}, 0)", comma, id);
        }
        source().exec(blocks);
        source().exec(stores);
        sync("cms_block", {"-d", "update"});
        source().exec("DELETE FROM cms_block WHERE block_id >= 1000");
        return ids;
    }

    Removal remove(const std::vector<std::uint32_t>& ids, const RemovalAsk& ask = {})
    {
        return remove_ids(source(), destination(), "cms_block", ids, ask);
    }

    std::string left()
    {
        return destination()
            .value("SELECT COUNT(*) FROM cms_block WHERE identifier LIKE 'many-%'")
            .value();
    }

    static RemovalAsk with_limit(std::uint64_t most, bool is_percent = false)
    {
        RemovalAsk ask;
        ask.options.max_delete = DeleteLimit{most, is_percent};
        return ask;
    }
};

TEST_F(RemovalGuardDbTest, AnAccidentIsNotMirrored)
{
    const auto ids = lose_blocks();
    const auto before = snapshot_of(destination(), false);
    const auto registry = destination().checksums()["datasync_entity_registry"];
    const auto removal = remove(ids);
    EXPECT_TRUE(removal.result.refused_by_guard);
    EXPECT_EQ(removal.counts(), "150 refused");
    EXPECT_TRUE(has(removal.result.message, "cms_block: 150 of "));
    EXPECT_TRUE(has(removal.result.message, "--max-delete 150"));
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_NE(target("cms_block", 1000), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_removed_record"), "0");
    RemovalAsk dry;
    dry.dry_run = true;
    EXPECT_EQ(remove(ids, dry).counts(), "150 refused");

    EXPECT_EQ(remove(ids, with_limit(150)).counts(), "150 removed");
    EXPECT_EQ(left(), "0");
}

TEST_F(RemovalGuardDbTest, WhatWentWithinADayCounts)
{
    const auto ids = lose_blocks();
    const std::vector<std::uint32_t> first(ids.begin(), ids.begin() + 60);
    const std::vector<std::uint32_t> then(ids.begin() + 60, ids.begin() + 101);
    EXPECT_EQ(remove(first).counts(), "60 removed");
    destination().exec("UPDATE datasync_removed_record SET removed_at = removed_at - INTERVAL 23 "
                       "HOUR");
    EXPECT_EQ(remove(then).counts(), "41 refused");
    EXPECT_EQ(remove({ids.begin() + 60, ids.begin() + 100}).counts(), "40 removed");
    EXPECT_EQ(left(), "50");
    EXPECT_EQ(remove({ids[100]}, with_policy(OnDelete::soft)).counts(), "1 refused");
    EXPECT_EQ(remove({ids[100]}, with_policy(OnDelete::ignore)).counts(), "1 kept");
    destination().exec("UPDATE datasync_removed_record SET removed_at = removed_at - INTERVAL 2 "
                       "HOUR");
    EXPECT_EQ(remove({ids[101]}).counts(), "1 removed");
}

TEST_F(RemovalGuardDbTest, ALimitMayBeGiven)
{
    const auto ids = lose_blocks();
    EXPECT_EQ(remove({ids[0], ids[1]}, with_limit(1)).counts(), "2 refused");
    EXPECT_EQ(remove({ids[0]}, with_limit(1)).counts(), "1 removed");
    EXPECT_EQ(remove({ids[1]}, with_limit(1)).counts(), "1 refused");
    EXPECT_EQ(remove(ids, with_limit(10, true)).counts(), "1 nothing to do, 149 refused");
    EXPECT_EQ(remove(ids, with_limit(100, true)).counts(), "149 removed, 1 nothing to do");
}

TEST_F(RemovalGuardDbTest, TheJournalGoesBackNinetyDays)
{
    const auto ids = lose_blocks();
    remove({ids[0]});
    destination().exec("UPDATE datasync_removed_record SET removed_at = UTC_TIMESTAMP() - "
                       "INTERVAL 91 DAY");
    remove({ids[1]});
    EXPECT_EQ(destination().column("SELECT label FROM datasync_removed_record"),
              Words{"many-1001"});
}

} // namespace

} // namespace datasync::test
