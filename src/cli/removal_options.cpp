// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/removal_options.hpp"

#include "cli/option_values.hpp"
#include "util/text.hpp"

#include <limits>

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, OnDelete>, 3> k_policies = {{
    {"hard", OnDelete::hard},
    {"soft", OnDelete::soft},
    {"ignore", OnDelete::ignore},
}};

/// "soft", or a list such as "product=soft,customer=hard".
void read_policies(RemovalOptions& options, const std::string& text)
{
    for (const std::string& item : util::split(text, ',')) {
        const std::size_t equals = item.find('=');
        if (equals == std::string::npos) {
            options.on_delete = choice_of("--on-delete", util::trim(item), k_policies);
        } else {
            const std::string entity(util::trim(item.substr(0, equals)));
            options.on_delete_of[entity] =
                choice_of("--on-delete", util::trim(item.substr(equals + 1)), k_policies);
        }
    }
}

/// "200", or "10%".
DeleteLimit read_limit(std::string text)
{
    DeleteLimit limit;
    limit.is_percent = text.ends_with('%');
    if (limit.is_percent) { text.pop_back(); }
    const auto most =
        limit.is_percent ? std::uint64_t{100} : std::numeric_limits<std::uint64_t>::max();
    limit.most = number_in_range("--max-delete", text, 0, most);
    return limit;
}

} // namespace

void add_removal_options(CLI::App& app, RemovalOptions& options)
{
    const std::string group = "Records that are gone from the source";
    app.add_option_function<std::string>(
           "--on-delete", [&options](const std::string& text) { read_policies(options, text); },
           "hard, soft or ignore, or by type: product=soft,customer=hard (default: customers soft, "
           "most others hard)")
        ->type_name("POLICY")
        ->group(group);
    app.add_option_function<std::string>(
           "--max-delete",
           [&options](const std::string& text) { options.max_delete = read_limit(text); },
           "records, or N% of them, that may go within 24 hours, per type (default: exit 7 beyond "
           "both 100 and 5%)")
        ->type_name("N")
        ->group(group);
}

} // namespace datasync::cli
