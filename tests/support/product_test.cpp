// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

void ProductTest::prepare() const
{
    sync_before_catalog();
    for (const auto* const entity : {"productattribute", "attribute_set", "category"}) {
        EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0) << entity;
    }
}

void ProductTest::sync_products() const
{
    prepare();
    EXPECT_EQ(update("product"), "18 created, 2 updated");
}

std::string ProductTest::told_references(const Words& more) const
{
    Words words = more;
    words.insert(words.end(), {"-d", "update"});
    const auto done = report("product", words);
    const auto& references = done.at("references");
    return fmt::format(
        "{}; {} open, {} delivered, {} lost", counts(done), references.at("open").get<unsigned>(),
        references.at("delivered").get<unsigned>(), references.at("lost").get<unsigned>());
}

::testing::AssertionResult ProductTest::same_products()
{
    for (const auto* const entity : {"product", "stock", "weee_tax"}) {
        auto same = same_catalog(source(), destination(), entity);
        if (!same) { return same; }
    }
    return ::testing::AssertionSuccess();
}

bool warns(const Json& report, std::string_view part)
{
    const auto& warnings = report.at("warnings");
    return std::any_of(warnings.begin(), warnings.end(), [&](const Json& warning) {
        return warning.get<std::string>().find(part) != std::string::npos;
    });
}

} // namespace datasync::test
