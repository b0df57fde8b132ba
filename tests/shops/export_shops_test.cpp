// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A real shop in files: all of it comes back out of an emptied shop byte for byte. Runs where
// DATASYNC_SHOPS names the dumps.
#include "support/real_shops.hpp"
#include "support/round_trip.hpp"

#include <array>

namespace datasync::test {

namespace {

/// Orders come before their documents, which raise what orders say of them.
constexpr std::array k_entities = {
    Expected{"customer_group", 7}, Expected{"customer", 121}, Expected{"newsletter", 103},
    Expected{"cms_block", 10},     Expected{"cms_page", 13},  Expected{"category", 26},
    Expected{"review", 133},       Expected{"stock", 121},    Expected{"order", 400},
    Expected{"invoice", 326},      Expected{"shipment", 208}, Expected{"creditmemo", 73}};

class ExportShopsTest : public DbTest {};

TEST_F(ExportShopsTest, ProductsComeBackAsTheyWere)
{
    TestDatabase shop("source");
    shop.load_dump(shop_dump("source_shop.sql.xz"));
    const auto emptied = emptied_copy(shop, false);
    expect_round_trip(shop, *emptied, "customer_group", 7);
    expect_round_trip(shop, *emptied, "category", 26);
    expect_round_trip(shop, *emptied, "product", 121);
}

TEST_F(ExportShopsTest, ComeBackAsTheyWere)
{
    TestDatabase shop("source");
    shop.load_dump(shop_dump("source_shop.sql.xz"));
    const auto emptied = emptied_copy(shop);
    for (const auto& [entity, records] : k_entities) {
        expect_round_trip(shop, *emptied, entity, records);
    }
}

} // namespace

} // namespace datasync::test
