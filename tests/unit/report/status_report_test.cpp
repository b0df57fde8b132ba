// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of what `datasync status` shows.
#include "report/status_report.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace datasync::report {

using nlohmann::json;

TEST(StatusReportTest, SaysWhenNothingHasHappenedYet)
{
    EXPECT_EQ(status_text({}, "u@h/shop"),
              "u@h/shop: nothing has been synced into this database yet\n");
    EXPECT_EQ(json::parse(status_json({}, "u@h/shop"))["installed"], false);
}

TEST(StatusReportTest, ShowsEverythingThereIs)
{
    state::Status status;
    status.installed = true;
    status.sources = {{"legacy", "db/shop"}};
    status.registry = {{"legacy", "customer", 1234, "2026-01-02 03:04:05"}};
    status.runs = {{7, "legacy", "customer", "datasync sync", "2026", "", -1, 0, 0, 0}};
    status.rejected = {{"legacy", "customer", 5, "a\x1b", "failed", "why", "2026", "2026", 2, ""}};
    status.rejected_total = 3;
    status.open_references = {{"legacy", "cms_page", "cms_page.content", "product", 4}};
    const std::string text = status_text(status, "shop");
    for (const char* const part : {"db/shop", "1,234", "running or died", "a\\x1b", "why",
                                   "... 2 more", "cms_page.content"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
    const json document = json::parse(status_json(status, "shop"));
    EXPECT_TRUE(document["runs"][0]["exit_code"].is_null());
    EXPECT_EQ(document["rejected_total"], 3);
    EXPECT_EQ(document["open_references"][0]["target"], "product");
}

TEST(StatusReportTest, ShowsTheFirstReasonWhereTheLastIsAnother)
{
    state::Status status;
    status.installed = true;
    status.rejected = {
        {"legacy", "customer", 5, "a", "failed", "no group", "2026", "2026", 2, "no website"},
        {"legacy", "customer", 6, "b", "failed", "too long", "2026", "2026", 2, "too long"},
        {"legacy", "customer", 7, "c", "failed", "unknown", "2026", "2026", 2, ""}};
    const std::string text = status_text(status, "shop");
    EXPECT_NE(text.find("no group (at first: no website)"), std::string::npos) << text;
    EXPECT_EQ(text.find("at first"), text.rfind("at first")) << text;
    const json rejected = json::parse(status_json(status, "shop"))["rejected"];
    EXPECT_EQ(rejected[0]["first_reason"], "no website");
    EXPECT_EQ(rejected[1]["first_reason"], "too long");
    EXPECT_TRUE(rejected[2]["first_reason"].is_null());
}

} // namespace datasync::report
