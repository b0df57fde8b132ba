// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The registry: lookups by ranges and lists, both tables, several sources.
#include "db/own_tables_fixture.hpp"

#include "state/registry.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace datasync::state {
namespace {

using Ids = std::vector<std::uint32_t>;

class RegistryDbTest : public OwnTablesFixture {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(OwnTablesFixture::SetUp());
        if (!IsSkipped()) { install(); }
    }
    Registry registry(const std::string& source = "legacy", std::uint16_t number = 1)
    {
        return {connection(), tables(), source, number, true};
    }
    std::uint64_t statements()
    {
        return std::stoull(rows("SHOW SESSION STATUS LIKE 'Questions'").at(0).at(1));
    }
};

/// Both tables have to behave alike.
class BothRegistriesDbTest : public RegistryDbTest, public testing::WithParamInterface<bool> {
protected:
    bool part() const { return GetParam(); }
    std::string type() const { return part() ? "customer_address" : "customer"; }
};

INSTANTIATE_TEST_SUITE_P(EntityAndPart, BothRegistriesDbTest, testing::Bool());

TEST_P(BothRegistriesDbTest, AnswersInTheOrderAskedWithZeroForUnknown)
{
    Registry known = registry();
    const std::vector<IdPair> pairs = {{3, 103}, {1, 101}, {4000000000U, 4000000001U}, {2, 102}};
    known.remember(type(), part(), pairs);
    const Ids asked = {2, 9, 0, 4000000000U, 3, 2};
    EXPECT_EQ(known.lookup(type(), part(), asked), (Ids{102, 0, 0, 4000000001U, 103, 102}));
    EXPECT_EQ(known.lookup(type(), part(), {}), Ids{});
    EXPECT_EQ(known.lookup(type(), part(), Ids{0}), Ids{0});
}

TEST_P(BothRegistriesDbTest, AKnownSourceIdGetsTheNewTarget)
{
    Registry known = registry();
    known.remember(type(), part(), std::vector<IdPair>{{1, 101}, {2, 102}});
    known.remember(type(), part(), std::vector<IdPair>{{2, 202}, {3, 203}});
    EXPECT_EQ(known.lookup(type(), part(), Ids{1, 2, 3}), (Ids{101, 202, 203}));
}

TEST_P(BothRegistriesDbTest, APageOfNeighbouringIdsCostsOneQuery)
{
    Registry known = registry();
    std::vector<IdPair> pairs;
    for (std::uint32_t id = 1; id <= 3000; ++id) { pairs.push_back({id, id + 50000}); }
    const std::uint64_t before = statements();
    known.remember(type(), part(), pairs);
    EXPECT_EQ(statements() - before, 2U);
    known.lookup(type(), part(), Ids{1}); // The first question also asks whether there are any.

    Ids asked;
    for (std::uint32_t id = 700; id < 1700; id += 2) { asked.push_back(id); }
    const std::uint64_t before_lookup = statements();
    const Ids found = known.lookup(type(), part(), asked);
    EXPECT_EQ(statements() - before_lookup, 2U);
    ASSERT_EQ(found.size(), asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) { EXPECT_EQ(found[i], asked[i] + 50000); }
}

TEST_P(BothRegistriesDbTest, ScatteredIdsBeyondOneListAreAllFound)
{
    Registry known = registry();
    std::vector<IdPair> pairs;
    Ids asked;
    for (std::uint32_t i = 0; i < 2500; ++i) {
        pairs.push_back({i * 1000 + 7, i + 1});
        asked.push_back(i * 1000 + 7);
    }
    known.remember(type(), part(), pairs);
    Ids expected(asked.size());
    std::iota(expected.begin(), expected.end(), 1U);
    EXPECT_EQ(known.lookup(type(), part(), asked), expected);
    EXPECT_EQ(known.claimed_by(type(), part(), expected), asked);
}

TEST_P(BothRegistriesDbTest, SourcesDoNotSeeEachOther)
{
    Registry first = registry("legacy", 1);
    Registry second = registry("outlet", 2);
    first.remember(type(), part(), std::vector<IdPair>{{1, 101}});
    second.remember(type(), part(), std::vector<IdPair>{{1, 901}});
    EXPECT_EQ(first.lookup(type(), part(), Ids{1}), Ids{101});
    EXPECT_EQ(second.lookup(type(), part(), Ids{1}), Ids{901});
    EXPECT_EQ(first.claimed_by(type(), part(), Ids{901, 101}), (Ids{0, 1}));
}

TEST_P(BothRegistriesDbTest, SaysWhetherAnyIsKnown)
{
    registry("outlet", 2).remember(type(), part(), std::vector<IdPair>{{1, 901}});
    Registry known = registry();
    EXPECT_FALSE(known.knows_any(type()));
    known.remember(type(), part(), std::vector<IdPair>{{1, 101}});
    EXPECT_TRUE(known.knows_any(type()));
    EXPECT_FALSE(known.knows_any(part() ? "order_item" : "order"));
    EXPECT_FALSE(Registry(connection(), tables(), "legacy", 1, false).knows_any(type()));
}

TEST_P(BothRegistriesDbTest, ATargetOfTwoRecordsIsClaimedByTheFirstOfThem)
{
    Registry known = registry();
    known.remember(type(), part(), std::vector<IdPair>{{8, 101}, {5, 101}, {9, 101}});
    EXPECT_EQ(known.claimed_by(type(), part(), Ids{101, 102, 0}), (Ids{5, 0, 0}));
}

TEST_P(BothRegistriesDbTest, ARollbackForgets)
{
    Registry known = registry();
    {
        const db::Transaction transaction(connection());
        known.remember(type(), part(), std::vector<IdPair>{{1, 101}});
    }
    EXPECT_EQ(known.lookup(type(), part(), Ids{1}), Ids{0});
}

TEST_F(RegistryDbTest, ReturnsNothingBeforeTheInstallation)
{
    exec("DROP TABLE shop_datasync_entity_registry, shop_datasync_part_registry");
    Registry unknown(connection(), tables(), "legacy", 0, false);
    EXPECT_EQ(unknown.lookup("customer", false, Ids{1, 2}), (Ids{0, 0}));
    EXPECT_EQ(unknown.claimed_by("customer_address", true, Ids{1}), Ids{0});
    EXPECT_THROW(unknown.remember("customer", false, std::vector<IdPair>{{1, 2}}),
                 std::logic_error);
}

TEST_F(RegistryDbTest, NamesOfSourcesCompareWithoutCase)
{
    registry("Legacy").remember("customer", false, std::vector<IdPair>{{1, 101}});
    EXPECT_EQ(registry("legacy").lookup("customer", false, Ids{1}), Ids{101});
}

TEST_F(RegistryDbTest, HostileNamesAreNamesAndNothingElse)
{
    const std::string name = "o'neil\\\"; DROP TABLE x; -- ü😀";
    registry(name).remember("customer", false, std::vector<IdPair>{{1, 101}});
    EXPECT_EQ(registry(name).lookup("customer", false, Ids{1}), Ids{101});
    EXPECT_EQ(value("SELECT source_system FROM shop_datasync_entity_registry"), name);
}

TEST_F(RegistryDbTest, ForgetsPartsWhoseRowsAreGone)
{
    Registry known = registry();
    known.remember("customer_address", true, std::vector<IdPair>{{1, 101}, {2, 102}});
    known.remember("eav_attribute_option", true, std::vector<IdPair>{{1, 101}});
    known.forget_parts("customer_address", Ids{101, 999});
    EXPECT_EQ(known.lookup("customer_address", true, Ids{1, 2}), (Ids{0, 102}));
    EXPECT_EQ(known.lookup("eav_attribute_option", true, Ids{1}), Ids{101});
}

TEST_F(RegistryDbTest, ManyPartsAreLoadedWhereThatIsAllowed)
{
    const auto loads = [&] {
        return std::stoull(rows("SHOW SESSION STATUS LIKE 'Com_load'").at(0).at(1));
    };
    const unsigned once = connection().server().local_infile ? 1 : 0;
    Registry known = registry();
    known.remember("order_item", true, std::vector<IdPair>{{7, 1}, {600, 2}, {9000, 3}});
    std::vector<IdPair> pairs;
    Ids ids;
    for (std::uint32_t id = 1; id <= 1000; ++id) {
        pairs.push_back({id, 4294967295U - id});
        ids.push_back(id);
    }
    known.remember("order_item", true, pairs, true);
    EXPECT_EQ(loads(), once);
    const Ids found = registry().lookup("order_item", true, ids);
    for (std::size_t i = 0; i < ids.size(); ++i) { ASSERT_EQ(found[i], 4294967295U - ids[i]); }
    EXPECT_EQ(registry().lookup("order_item", true, Ids{9000}), Ids{3});
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_part_registry"), "1001");

    known.remember("order_item", true, pairs, false);
    known.remember("order", false, pairs, true);
    EXPECT_EQ(loads(), once);
    known.remember("order_address", true, pairs, true);
    EXPECT_EQ(loads(), 2 * once);
    EXPECT_EQ(registry("outlet", 2).lookup("order_address", true, Ids{1}), Ids{0});
}

TEST_F(RegistryDbTest, PartsHaveNumbersOfTheirOwn)
{
    std::set<std::uint16_t> numbers;
    std::set<std::string_view> names;
    for (const PartType& part : part_types()) {
        numbers.insert(part.number);
        names.insert(part.name);
        EXPECT_TRUE(is_part_type(part.name));
    }
    EXPECT_EQ(numbers.size(), part_types().size());
    EXPECT_EQ(names.size(), part_types().size());
    EXPECT_FALSE(is_part_type("customer"));
    EXPECT_FALSE(is_part_type(""));
}

TEST_F(RegistryDbTest, AnUnknownPartIsADefect)
{
    EXPECT_THROW(registry().lookup("order_itme", true, Ids{1}), std::logic_error);
}

TEST_F(RegistryDbTest, TimesAreUtcWhateverTheSession)
{
    connection().set_time_zone("+09:00");
    registry().remember("customer", false, std::vector<IdPair>{{1, 101}});
    EXPECT_EQ(value("SELECT ABS(TIMESTAMPDIFF(SECOND, synced_at, UTC_TIMESTAMP())) < 60 "
                    "FROM shop_datasync_entity_registry"),
              "1");
}

} // namespace
} // namespace datasync::state
