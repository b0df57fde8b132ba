// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that choose records.
#include "cli/filter_options.hpp"

#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <vector>

namespace datasync::cli {

namespace {

/// Declares an option that may be repeated and whose values are lists.
CLI::Option* add_list(CLI::App& app, const std::string& name,
                      std::function<void(const std::string&)> add_item, const std::string& help)
{
    const auto read_lists = [name, add_item =
                                       std::move(add_item)](const std::vector<std::string>& lists) {
        for (const std::string& list : lists) {
            for (const std::string& item : util::split(list, ',')) {
                if (item.empty()) { usage_error("{}: there is an empty item in the list", name); }
                add_item(item);
            }
        }
    };
    return app.add_option_function<std::vector<std::string>>(name, read_lists, help)
        ->allow_extra_args(false)
        ->type_name("LIST");
}

CLI::Option* add_date(CLI::App& app, const std::string& name, std::string& target,
                      const std::string& help)
{
    const auto read_date = [&target, name](const std::string& text) {
        if (!util::is_real_date(text)) {
            usage_error("{}: \"{}\" is not a day of the calendar, written YYYY-MM-DD", name,
                        util::printable(text));
        }
        target = text;
    };
    return app.add_option_function<std::string>(name, read_date, help)->type_name("YYYY-MM-DD");
}

void add_pair(CodeMap& map, const std::string& name, const std::string& item)
{
    const std::size_t equals = item.find('=');
    const std::string source(util::trim(item.substr(0, equals)));
    const std::string destination(
        equals == std::string::npos ? std::string_view() : util::trim(item).substr(equals + 1));
    if (source.empty() || destination.empty()) {
        usage_error("{}: \"{}\" is not of the form SOURCE_CODE=DESTINATION_CODE", name,
                    util::printable(item));
    }
    for (const auto& [known_source, known_destination] : map) {
        if (known_source == source && known_destination != destination) {
            usage_error("{}: \"{}\" is given twice, for \"{}\" and for \"{}\"", name,
                        util::printable(source), util::printable(known_destination),
                        util::printable(destination));
        }
    }
    map.emplace_back(source, util::trim(destination));
}

} // namespace

void add_filter_options(CLI::App& app, Filter& filter)
{
    const std::string group = "Which records";
    const auto add_id = [&filter](const std::string& item) {
        filter.entity_ids.push_back(static_cast<std::uint32_t>(
            number_in_range("--entity-ids", item, 1, std::numeric_limits<std::uint32_t>::max())));
    };
    const auto add_increment_id = [&filter](const std::string& item) {
        filter.increment_ids.push_back(item);
    };
    add_number(app, "-l,--limit", filter.limit, 1, std::numeric_limits<std::uint64_t>::max(),
               "at most so many records")
        ->group(group);
    add_date(app, "--date-from", filter.date_from, "modified on this day or later")->group(group);
    add_date(app, "--date-to", filter.date_to, "modified on this day or earlier")->group(group);
    add_list(app, "--entity-ids", add_id, "only these ids of the source, separated by commas")
        ->group(group);
    add_list(app, "--increment-ids", add_increment_id,
             "only these increment ids, separated by commas")
        ->group(group);
}

void check_filter(const Filter& filter)
{
    const bool is_span = !filter.date_from.empty() && !filter.date_to.empty();
    if (is_span && filter.date_from > filter.date_to) {
        usage_error("--date-from {} is later than --date-to {}", filter.date_from, filter.date_to);
    }
}

CLI::Option* add_code_map(CLI::App& app, const std::string& name, CodeMap& map,
                          const std::string& help)
{
    const auto add_item = [&map, name](const std::string& item) { add_pair(map, name, item); };
    return add_list(app, name, add_item, help)->type_name("SRC=DST");
}

} // namespace datasync::cli
