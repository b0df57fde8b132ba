// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Values of options: checked while they are read, with messages that name the option.
#pragma once

#include <CLI/CLI.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace datasync::cli {

/// A number within limits. Throws UsageError naming the option.
std::uint64_t number_in_range(std::string_view option, std::string_view text, std::uint64_t least,
                              std::uint64_t most);

/// Throws UsageError for a word that is none of the choices, listing them; `name_at(i)` gives them.
[[noreturn]] void refuse_choice(std::string_view option, std::string_view text,
                                const std::vector<std::string>& choices);

/// The value that a word stands for in a table of words. Throws UsageError with the choices.
template<typename Value, std::size_t Size>
Value choice_of(std::string_view option, std::string_view text,
                const std::array<std::pair<std::string_view, Value>, Size>& table)
{
    std::vector<std::string> choices;
    for (const auto& [word, value] : table) {
        if (word == text) { return value; }
        choices.emplace_back(word);
    }
    refuse_choice(option, text, choices);
}

/// The long name of an option declared as "-l,--limit".
std::string long_name(const std::string& declared);

/// Declares an option with a number within limits.
template<typename Number>
CLI::Option* add_number(CLI::App& app, const std::string& declared, Number& target,
                        std::uint64_t least, std::type_identity_t<Number> most,
                        const std::string& help)
{
    return app
        .add_option_function<std::string>(
            declared,
            [&target, least, most, name = long_name(declared)](const std::string& text) {
                target = static_cast<Number>(number_in_range(name, text, least, most));
            },
            help)
        ->type_name("N");
}

/// Declares an option with one of the words of a table.
template<typename Value, std::size_t Size>
CLI::Option* add_choice(CLI::App& app, const std::string& declared, Value& target,
                        const std::array<std::pair<std::string_view, Value>, Size>& table,
                        const std::string& help)
{
    return app.add_option_function<std::string>(
        declared,
        [&target, &table, name = long_name(declared)](const std::string& text) {
            target = choice_of(name, text, table);
        },
        help);
}

/// Declares an option with a text that must not be empty: an unset variable of a shell script
/// would otherwise count as "not given".
CLI::Option* add_text(CLI::App& app, const std::string& declared, std::string& target,
                      const std::string& help);

} // namespace datasync::cli
