// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/tracked_shop.hpp"

#include "schema/tracker_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

namespace datasync::test {

void TrackedShopTest::SetUp()
{
    SyncTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    schema::TrackerTable tracker;
    tracker.name = schema::k_tracker_table;
    source().exec(schema::create_tracker_sql(tracker));
}

void TrackedShopTest::announce(std::string_view entity_type, unsigned id, std::string_view action)
{
    source().exec(
        fmt::format("INSERT INTO datasync_change_tracker (entity_type, entity_id, action, "
                    "created_at) VALUES ('{}', {}, '{}', NOW()) ON DUPLICATE KEY UPDATE "
                    "created_at = NOW()",
                    entity_type, id, action));
}

void TrackedShopTest::change_block(unsigned id, const std::string& content)
{
    source().exec(
        fmt::format("UPDATE cms_block SET content = '{}' WHERE block_id = {}", content, id));
    announce("cms_block", id);
}

void TrackedShopTest::hold_customer(unsigned id)
{
    source().exec("INSERT INTO customer_group (customer_group_id, customer_group_code, "
                  "tax_class_id) VALUES (77, 'Nowhere else', 3)");
    source().exec(fmt::format("UPDATE customer_entity SET group_id = 77 WHERE entity_id = {}", id));
    announce("customer", id);
}

std::string TrackedShopTest::block(std::string_view identifier)
{
    return destination()
        .value(fmt::format("SELECT content FROM cms_block WHERE identifier = '{}'", identifier))
        .value_or("");
}

unsigned TrackedShopTest::waiting()
{
    return static_cast<unsigned>(std::stoul(
        source()
            .value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed <> 1")
            .value()));
}

Words TrackedShopTest::words(const std::string& command, const Words& more) const
{
    Words result = {command};
    result.insert(result.end(), more.begin(), more.end());
    const auto usual = connection_options();
    for (std::size_t i = 0; i < usual.size(); i += 2) {
        if (std::find(more.begin(), more.end(), usual[i]) != more.end()) { continue; }
        result.insert(result.end(), {usual[i], usual[i + 1]});
    }
    return result;
}

ProgramResult TrackedShopTest::incremental(const Words& more) const
{
    Words options = {"--mark-synced"};
    options.insert(options.end(), more.begin(), more.end());
    return run_datasync(words("incremental", options));
}

std::unique_ptr<Program> TrackedShopTest::watch(const Words& more)
{
    Words options = more;
    if (std::find(more.begin(), more.end(), "--interval") == more.end()) {
        options.insert(options.end(), {"--interval", "1"});
    }
    change_block(3, "before it began");
    auto program = std::make_unique<Program>(words("watch", options));
    EXPECT_TRUE(becomes_true([&] { return waiting() == 0; })) << program->err();
    return program;
}

ProgramResult TrackedShopTest::stop(Program& program)
{
    program.send_signal(SIGTERM);
    return program.wait();
}

bool TrackedShopTest::becomes_true(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) { return false; }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return true;
}

} // namespace datasync::test
