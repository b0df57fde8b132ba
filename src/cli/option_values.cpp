// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Values of options: checked while they are read, with messages that name the option.
#include "cli/option_values.hpp"

#include "datasync/error.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <optional>
#include <vector>

namespace datasync::cli {

std::uint64_t number_in_range(std::string_view option, std::string_view text, std::uint64_t least,
                              std::uint64_t most)
{
    const std::optional<std::uint64_t> number = util::parse_unsigned(text);
    if (!number || *number < least || *number > most) {
        usage_error("{}: \"{}\" is not a whole number from {} to {}", option, util::printable(text),
                    least, most);
    }
    return *number;
}

void refuse_choice(std::string_view option, std::string_view text,
                   const std::vector<std::string>& choices)
{
    usage_error("{}: unknown value \"{}\"{}; there are: {}", option, util::printable(text),
                util::did_you_mean(text, choices), fmt::join(choices, ", "));
}

std::string long_name(const std::string& declared)
{
    return util::split(declared, ',').back();
}

CLI::Option* add_text(CLI::App& app, const std::string& declared, std::string& target,
                      const std::string& help)
{
    return app.add_option_function<std::string>(
        declared,
        [&target, name = long_name(declared)](const std::string& text) {
            if (text.empty()) { usage_error("{} is given with an empty value", name); }
            target = text;
        },
        help);
}

} // namespace datasync::cli
