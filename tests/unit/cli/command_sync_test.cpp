// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of how the sync command reads its options.
#include "cli/command_sync.hpp"

#include "cli/app.hpp"
#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace datasync::cli {

namespace {

const std::vector<std::string> k_built = {"cms_block", "customer"};

SyncCommandOptions parse(std::vector<std::string> arguments)
{
    SyncCommand command;
    CLI::App app;
    app.allow_extras();
    command.setup(app);
    std::reverse(arguments.begin(), arguments.end());
    app.parse(std::move(arguments));
    complete(command.options(), k_built);
    return command.options();
}

SyncCommandOptions parse_more(const std::vector<std::string>& more)
{
    std::vector<std::string> arguments = {"customer", "legacy", "-a", "openmage"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return parse(arguments);
}

std::string error_of(const std::vector<std::string>& arguments)
{
    try {
        parse(arguments);
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST(CommandSyncTest, KeepsDefaults)
{
    const SyncCommandOptions options = parse_more({});
    EXPECT_EQ(options.sync.entity, "customer");
    EXPECT_EQ(options.sync.source_system, "legacy");
    EXPECT_EQ(options.sync.on_duplicate, OnDuplicate::error);
    EXPECT_TRUE(options.sync.create_attributes);
    EXPECT_TRUE(options.sync.use_load_data);
    EXPECT_EQ(options.sync.jobs, 2U);
    EXPECT_FALSE(options.sync.dry_run);
}

TEST(CommandSyncTest, ReadsEveryOption)
{
    const SyncCommandOptions options = parse_more({"-d",
                                                   "merge",
                                                   "--dry-run",
                                                   "--detailed-exitcode",
                                                   "--skip-invalid",
                                                   "--no-create-attributes",
                                                   "--map-store",
                                                   "german=de,french=fr",
                                                   "--map-store",
                                                   "x=y",
                                                   "--map-website",
                                                   "base=main",
                                                   "--increment-prefix",
                                                   "ÖST-",
                                                   "--increment-suffix",
                                                   "12345678901234567890",
                                                   "-l",
                                                   "5",
                                                   "--date-from",
                                                   "2024-01-01",
                                                   "--date-to",
                                                   "2024-01-01",
                                                   "--entity-ids",
                                                   "3, 1",
                                                   "--entity-ids",
                                                   "2",
                                                   "--increment-ids",
                                                   "100-1",
                                                   "--batch-size",
                                                   "100",
                                                   "--jobs",
                                                   "16",
                                                   "--max-runtime",
                                                   "60",
                                                   "--no-load-data",
                                                   "--format",
                                                   "json",
                                                   "--rejects",
                                                   "r.csv",
                                                   "--log-file",
                                                   "l",
                                                   "--log-sql",
                                                   "--log-sql-data",
                                                   "-vv",
                                                   "--db-host",
                                                   "h",
                                                   "--dest-pass",
                                                   "",
                                                   "--lock-wait-timeout",
                                                   "7"});
    EXPECT_EQ(options.sync.on_duplicate, OnDuplicate::merge);
    EXPECT_FALSE(options.sync.create_attributes);
    EXPECT_FALSE(options.sync.use_load_data);
    EXPECT_EQ(options.sync.store_map, (CodeMap{{"german", "de"}, {"french", "fr"}, {"x", "y"}}));
    EXPECT_EQ(options.sync.website_map, (CodeMap{{"base", "main"}}));
    EXPECT_EQ(options.sync.increment_prefix, "ÖST-");
    EXPECT_EQ(options.sync.increment_suffix, "12345678901234567890");
    EXPECT_EQ(options.sync.filter.entity_ids, (std::vector<std::uint32_t>{3, 1, 2}));
    EXPECT_EQ(options.sync.filter.increment_ids, std::vector<std::string>{"100-1"});
    EXPECT_EQ(options.sync.filter.limit, 5U);
    EXPECT_EQ(options.sync.max_runtime_s, 60U);
    EXPECT_EQ(options.report.format, ReportFormat::json);
    EXPECT_EQ(options.report.verbosity, 2);
    EXPECT_EQ(options.connections.source[ConnectionKey::host], "h");
    EXPECT_EQ(options.connections.destination[ConnectionKey::password], "");
    EXPECT_EQ(options.connections.lock_wait_timeout_s, 7U);
}

TEST(CommandSyncTest, RefusesWrongValues)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"-d", "updat"},
        {"--limit", "0"},
        {"--limit", "5x"},
        {"--jobs", "17"},
        {"--batch-size", "0"},
        {"--date-from", "2023-02-29"},
        {"--entity-ids", "1,,2"},
        {"--entity-ids", "4294967296"},
        {"--map-store", "german"},
        {"--map-store", "=de"},
        {"--map-store", "a=b,a=c"},
        {"--increment-prefix", ""},
        {"--increment-prefix", "A B"},
        {"--increment-suffix", "A\n"},
        {"--increment-suffix", "\xff"},
        {"--increment-suffix", "123456789012345678901"},
        {"--format", "xml"},
        {"--db-host", ""},
        {"--detailed-exitcode"},
        {"--date-from", "2024-02-01", "--date-to", "2024-01-01"},
    };
    for (const auto& more : wrong) { EXPECT_THROW(parse_more(more), UsageError) << more[0]; }
}

TEST(CommandSyncTest, RefusesByNameWhatIsNotBuilt)
{
    EXPECT_NE(error_of({"customer", "x"}).find("-a openmage"), std::string::npos);
    for (const char* const option : {"--url", "-u", "--api-key", "-k", "--api-secret"}) {
        EXPECT_NE(error_of({"customer", "x", option, "v"}).find("is not built yet"),
                  std::string::npos)
            << option;
    }
}

TEST(CommandSyncTest, SuggestsWhatWasMeant)
{
    EXPECT_NE(error_of({"custmer", "x"}).find("did you mean \"customer\"?"), std::string::npos);
    EXPECT_NE(error_of({"customer", "x", "-a", "openmagee"}).find("did you mean \"openmage\"?"),
              std::string::npos);
    EXPECT_NE(error_of({"customer", "x", "-d", "updaet"}).find("did you mean \"update\"?"),
              std::string::npos);
}

TEST(CommandSyncTest, RefusesSourceNamesTheRegistryCannotHold)
{
    EXPECT_THROW(parse({"customer", std::string(51, 'x'), "-a", "openmage"}), UsageError);
    EXPECT_THROW(parse({"customer", "a\nb", "-a", "openmage"}), UsageError);
    EXPECT_NO_THROW(parse({"customer", std::string(50, 'x'), "-a", "openmage"}));
}

TEST(AppTest, CommandLinesAreWrittenDownWithoutSecrets)
{
    EXPECT_EQ(without_secrets({"sync", "--db-pass", "geheim", "--dest-pass=geheim", "-kgeheim",
                               "--db-pass", "--api-key", "-v"}),
              "datasync sync --db-pass *** --dest-pass=*** -k=*** --db-pass *** -v");
}

TEST(AppTest, SecretsAreWipedFromTheProcessList)
{
    std::vector<std::string> words = {"datasync", "--db-pass", "geheim", "--dest-pass=geheim", "x"};
    std::vector<char*> arguments;
    for (std::string& word : words) { arguments.push_back(word.data()); }
    hide_secrets(static_cast<int>(arguments.size()), arguments.data());
    EXPECT_EQ(words, (std::vector<std::string>{"datasync", "--db-pass", "******",
                                               "--dest-pass*******", "x"}));
}

} // namespace datasync::cli
