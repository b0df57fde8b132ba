// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Deferred references: stored, found by what they wait for, replaced and dropped.
#include "db/own_tables_fixture.hpp"

#include "state/deferred_references.hpp"
#include "state/registry.hpp"

#include <gtest/gtest.h>

namespace datasync::state {
namespace {

using Ids = std::vector<std::uint32_t>;
using References = std::vector<DeferredReference>;

DeferredReference reference(std::uint32_t owner, std::uint32_t target,
                            ReferencePlace place = ReferencePlace::column,
                            std::uint32_t position = 0)
{
    DeferredReference result;
    result.target_type = "customer";
    result.target_source_id = target;
    result.owner_type = "newsletter";
    result.owner_source_id = owner;
    result.table = "newsletter_subscriber";
    result.key_column = "subscriber_id";
    result.row_id = owner + 1000;
    result.column = place == ReferencePlace::column ? "customer_id" : "content";
    result.place = place;
    result.position = position;
    return result;
}

class DeferredReferencesDbTest : public OwnTablesFixture {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(OwnTablesFixture::SetUp());
        if (!IsSkipped()) { install(); }
    }
    DeferredReferences deferred(const std::string& source = "legacy", std::uint16_t number = 1)
    {
        return {connection(), tables(), source, number, true};
    }
    /// Records or parts of the source "legacy" arrive; their new ids are 5000 higher.
    void come(const Ids& ids, const std::string& type = "customer")
    {
        std::vector<IdPair> pairs;
        for (const std::uint32_t id : ids) { pairs.push_back({id, id + 5000}); }
        Registry(connection(), tables(), "legacy", 1, true)
            .remember(type, is_part_type(type), pairs);
    }
    /// What could be delivered now.
    static References arrived(DeferredReferences& open)
    {
        References references;
        for (const ArrivedReference& one : open.arrived(0, 1000)) {
            references.push_back(one.reference);
        }
        return references;
    }
};

TEST_F(DeferredReferencesDbTest, GiveBackAllTheyWereGiven)
{
    DeferredReferences open = deferred();
    const References given = {reference(1, 50), reference(2, 51, ReferencePlace::directives, 3),
                              reference(3, 52, ReferencePlace::layout_xml, 4)};
    open.replace("newsletter", Ids{1, 2, 3}, given);

    EXPECT_TRUE(open.owner_has_any("newsletter"));
    EXPECT_FALSE(open.owner_has_any("customer"));
    EXPECT_EQ(open.count("newsletter"), 3U);

    EXPECT_TRUE(arrived(open).empty());
    come({53, 52, 51, 50});
    const std::vector<ArrivedReference> all = open.arrived(0, 100);
    References found;
    for (const ArrivedReference& one : all) {
        EXPECT_EQ(one.target_id, one.reference.target_source_id + 5000);
        found.push_back(one.reference);
    }
    ASSERT_EQ(found.size(), given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
        EXPECT_NE(found[i].id, 0U);
        EXPECT_EQ(found[i].target_type, given[i].target_type);
        EXPECT_EQ(found[i].target_source_id, given[i].target_source_id);
        EXPECT_EQ(found[i].owner_type, given[i].owner_type);
        EXPECT_EQ(found[i].owner_source_id, given[i].owner_source_id);
        EXPECT_EQ(found[i].table, given[i].table);
        EXPECT_EQ(found[i].key_column, given[i].key_column);
        EXPECT_EQ(found[i].row_id, given[i].row_id);
        EXPECT_EQ(found[i].column, given[i].column);
        EXPECT_EQ(found[i].place, given[i].place);
        EXPECT_EQ(found[i].position, given[i].position);
    }
}

TEST_F(DeferredReferencesDbTest, ReplaceDropsWhatTheseOwnersHadAndNoOtherOwners)
{
    DeferredReferences open = deferred();
    open.replace("newsletter", Ids{1, 2},
                 References{reference(1, 50), reference(2, 50),
                            reference(2, 51, ReferencePlace::directives)});
    open.replace("newsletter", Ids{2}, References{reference(2, 60)});
    EXPECT_EQ(open.count("newsletter"), 2U);
    come({50, 51, 60});
    const References left = arrived(open);
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].owner_source_id, 1U);
    EXPECT_EQ(left[0].target_source_id, 50U);
    EXPECT_EQ(left[1].owner_source_id, 2U);
    EXPECT_EQ(left[1].target_source_id, 60U);
    open.replace("newsletter", Ids{1, 2}, {});
    EXPECT_EQ(open.count("newsletter"), 0U);
}

TEST_F(DeferredReferencesDbTest, TheSamePlaceTwiceIsOneReference)
{
    DeferredReferences open = deferred();
    open.replace("newsletter", Ids{1}, References{reference(1, 50), reference(1, 51)});
    EXPECT_EQ(open.count("newsletter"), 1U);
    come({50, 51});
    EXPECT_EQ(arrived(open).at(0).target_source_id, 51U);
}

TEST_F(DeferredReferencesDbTest, DeliveredOnesAreRemovedById)
{
    DeferredReferences open = deferred();
    open.replace("newsletter", Ids{1, 2}, References{reference(1, 50), reference(2, 51)});
    come({50});
    const std::vector<std::uint64_t> delivered = {arrived(open).at(0).id};
    open.remove(delivered);
    open.remove({});
    EXPECT_EQ(open.count("newsletter"), 1U);
    EXPECT_TRUE(arrived(open).empty());
}

TEST_F(DeferredReferencesDbTest, SourcesDoNotSeeEachOther)
{
    deferred("legacy").replace("newsletter", Ids{1}, References{reference(1, 50)});
    DeferredReferences other = deferred("outlet", 2);
    come({50});
    EXPECT_TRUE(arrived(other).empty());
    EXPECT_EQ(other.count("newsletter"), 0U);
    other.replace("newsletter", Ids{1}, References{reference(1, 50)});
    other.replace("newsletter", Ids{1}, {});
    EXPECT_EQ(deferred("legacy").count("newsletter"), 1U);
}

TEST_F(DeferredReferencesDbTest, ArrivedOnesComeInPages)
{
    DeferredReferences open = deferred();
    open.replace(
        "newsletter", Ids{1, 2, 3, 4},
        References{reference(1, 50), reference(2, 51), reference(3, 50), reference(4, 52)});
    come({50, 52});
    const std::vector<ArrivedReference> first = open.arrived(0, 2);
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[1].reference.owner_source_id, 3U);
    const std::vector<ArrivedReference> second = open.arrived(first[1].reference.id, 2);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].reference.owner_source_id, 4U);
    EXPECT_EQ(second[0].target_id, 5052U);
}

TEST_F(DeferredReferencesDbTest, PartsArriveAmongRecordsInOneOrder)
{
    const auto to = [](DeferredReference one, const std::string& type) {
        one.target_type = type;
        return one;
    };
    DeferredReferences open = deferred();
    open.replace("newsletter", Ids{1, 2, 3, 4, 5},
                 References{to(reference(1, 50), "customer_address"), reference(2, 50),
                            to(reference(3, 50), "product_option"),
                            to(reference(4, 51), "customer_address"),
                            to(reference(5, 52), "customer_address")});
    deferred("outlet", 2)
        .replace("newsletter", Ids{1}, References{to(reference(1, 50), "customer_address")});
    EXPECT_TRUE(arrived(open).empty());
    come({50, 51}, "customer_address");
    come({50});
    Ids owners;
    std::uint64_t last = 0;
    for (;;) {
        const auto page = open.arrived(last, 1);
        if (page.empty()) { break; }
        ASSERT_EQ(page.size(), 1U);
        EXPECT_EQ(page[0].target_id, page[0].reference.target_source_id + 5000);
        owners.push_back(page[0].reference.owner_source_id);
        last = page[0].reference.id;
    }
    EXPECT_EQ(owners, (Ids{1, 2, 4}));
    DeferredReferences other = deferred("outlet", 2);
    EXPECT_TRUE(arrived(other).empty());
}

TEST_F(DeferredReferencesDbTest, ManyOwnersTakeSeveralLists)
{
    DeferredReferences open = deferred();
    Ids owners;
    References references;
    for (std::uint32_t id = 1; id <= 2300; ++id) {
        owners.push_back(id);
        references.push_back(reference(id, id));
    }
    open.replace("newsletter", owners, references);
    EXPECT_EQ(open.count("newsletter"), 2300U);
    open.replace("newsletter", owners, {});
    EXPECT_FALSE(open.owner_has_any("newsletter"));
}

TEST_F(DeferredReferencesDbTest, KnowNothingBeforeTheInstallation)
{
    exec("DROP TABLE shop_datasync_deferred_reference");
    DeferredReferences open(connection(), tables(), "legacy", 0, false);
    EXPECT_FALSE(open.owner_has_any("newsletter"));
    EXPECT_TRUE(open.arrived(0, 10).empty());
    EXPECT_EQ(open.count("newsletter"), 0U);
}

} // namespace
} // namespace datasync::state
