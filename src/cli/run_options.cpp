// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/run_options.hpp"

#include "cli/filter_options.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "util/text.hpp"

#include <optional>

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, StockMode>, 3> k_stock_modes = {{
    {"include", StockMode::include},
    {"exclude", StockMode::exclude},
    {"only", StockMode::only},
}};

constexpr std::array<std::pair<std::string_view, OptionsMode>, 3> k_options_modes = {{
    {"replace", OptionsMode::replace},
    {"merge", OptionsMode::merge},
    {"append", OptionsMode::append},
}};

constexpr unsigned k_largest_batch = 10'000;
constexpr unsigned k_most_jobs = 16;
constexpr unsigned k_longest_runtime_s = 31'536'000;
/// Together with a shop's own numbers, two of them fit the columns.
constexpr std::size_t k_longest_mark = 20;
/// The registry's column for the name of a source.
constexpr std::size_t k_longest_source_name = 50;

/// Declares an option for a piece of document numbers.
void add_number_mark(CLI::App& app, const std::string& name, std::string& target,
                     const std::string& help)
{
    const auto read_mark = [&target, name](const std::string& text) {
        const bool is_mark = !text.empty() && text.size() <= k_longest_mark &&
                             text.find(' ') == std::string::npos && util::printable(text) == text;
        if (!is_mark) {
            usage_error("{}: \"{}\" is not a text of 1 to {} bytes without blanks", name,
                        util::printable(text), k_longest_mark);
        }
        target = text;
    };
    app.add_option_function<std::string>(name, read_mark, help)->type_name("TEXT");
}

constexpr unsigned k_longest_wait_s = 86'400;

} // namespace

void add_product_options(CLI::App& app, SyncOptions& options)
{
    add_choice(app, "--stock", options.stock, k_stock_modes,
               "of products: include (default), exclude, only");
    add_choice(app, "--options-mode", options.options_mode, k_options_modes,
               "custom options of products: replace (default), merge, append");
}

void add_mapping_options(CLI::App& app, SyncOptions& options)
{
    app.add_flag_callback(
        "--no-create-attributes", [&options] { options.create_attributes = false; },
        "report attributes that the destination lacks instead of creating them");
    add_code_map(app, "--map-store", options.store_map,
                 "store code of the source=store code of the destination");
    add_code_map(app, "--map-website", options.website_map, "the same for websites");
    add_number_mark(app, "--increment-prefix", options.increment_prefix,
                    "put before the number of every order or document");
    add_number_mark(app, "--increment-suffix", options.increment_suffix, "put after it");
}

void add_pace_options(CLI::App& app, SyncOptions& options)
{
    const std::string group = "Pace";
    add_number(app, "--batch-size", options.batch_size, 1, k_largest_batch,
               "records per transaction (default: by entity type)")
        ->group(group);
    add_number(app, "--jobs", options.jobs, 1, k_most_jobs,
               "writers side by side, 1 to 16 (default 2)")
        ->group(group);
    add_number(app, "--max-runtime", options.max_runtime_s, 1, k_longest_runtime_s,
               "seconds after which the run stops cleanly (exit 8)")
        ->group(group);
    app.add_flag_callback(
           "--no-load-data", [&options] { options.use_load_data = false; },
           "never use LOAD DATA LOCAL, even where the server allows it")
        ->group(group);
}

void add_lock_options(CLI::App& app, state::LockOptions& options)
{
    const std::string group = "Lock";
    add_number(app, "--wait-lock", options.wait_s, 1, k_longest_wait_s,
               "seconds to wait for another run of this destination (default: exit 5 at once)")
        ->group(group);
    add_text(app, "--lock-dir", options.folder,
             "folder of the lock files, the same for all runs (default: DATASYNC_LOCK_DIR, "
             "/run/lock)")
        ->type_name("DIR")
        ->group(group);
}

void check_source_name(const std::string& name)
{
    const std::optional<std::size_t> length = util::utf8_length(name);
    if (!length || *length > k_longest_source_name || util::printable(name) != name) {
        usage_error("the source's name \"{}\" must be text of at most {} characters",
                    util::printable(name), k_longest_source_name);
    }
}

} // namespace datasync::cli
