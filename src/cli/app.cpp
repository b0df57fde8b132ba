// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The program as a whole: picks the subcommand, reads its options, runs it.
#include "cli/app.hpp"

#include "cli/command.hpp"
#include "cli/not_built.hpp"
#include "datasync/error.hpp"
#include "datasync/version.hpp"
#include "report/console.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <string_view>

namespace datasync::cli {

namespace {

/// Users of the PHP module know the commands with this in front.
constexpr std::string_view k_module_prefix = "datasync:";
constexpr auto k_secret_options =
    std::to_array<std::string_view>({"--db-pass", "--dest-pass", "--api-key", "--api-secret",
                                     // An address may hold a password.
                                     "--image-base-url"});

void print(const std::string& text)
{
    report::Console console = report::Console::standard();
    console.write(text);
    console.flush();
}

std::string main_help(const std::vector<std::unique_ptr<Command>>& commands)
{
    std::string text =
        "DataSync moves shop data between Magento 1, OpenMage and Maho databases.\n\n"
        "Usage: datasync <command> [options]\n\nCommands:\n";
    for (const auto& command : commands) {
        fmt::format_to(std::back_inserter(text), "  {:<8} {}\n", command->name(),
                       command->summary());
    }
    fmt::format_to(std::back_inserter(text),
                   "  {:<8} Show the options of a command\n\n"
                   "Not built yet: {}\n\n"
                   "Options:\n"
                   "  -h, --help     Show this text, or with a command its options\n"
                   "  -V, --version  Show the version\n\n"
                   "Example:\n"
                   "  datasync sync customer legacy -a openmage -d update --dry-run\n",
                   "help", not_built_list(WordKind::command));
    return text;
}

/// Throws UsageError for what the parser could not place.
void refuse_leftovers(const CLI::App& app)
{
    const std::vector<std::string> leftovers = app.remaining();
    if (leftovers.empty()) { return; }
    std::vector<std::string> known;
    for (const CLI::Option* const option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) { known.push_back("--" + name); }
    }
    const auto is_option = [](const std::string& word) { return word.starts_with('-'); };
    const auto option = std::find_if(leftovers.begin(), leftovers.end(), is_option);
    if (option == leftovers.end()) {
        usage_error("unexpected argument \"{}\"; see `{} --help`",
                    util::printable(leftovers.front()), app.get_name());
    }
    const std::string word = option->substr(0, option->find('='));
    const std::string hint = util::did_you_mean(word, known);
    usage_error("unknown option {}{}", util::printable(word),
                hint.empty() ? fmt::format("; see `{} --help`", app.get_name()) : hint);
}

ExitCode run_command(Command& command, std::vector<std::string> arguments,
                     const std::string& command_line)
{
    CLI::App app{std::string(command.summary()), fmt::format("datasync {}", command.name())};
    app.allow_extras();
    command.setup(app);
    std::reverse(arguments.begin(), arguments.end()); // The parser takes them from the back.
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        print(app.help());
        return ExitCode::done;
    } catch (const CLI::ParseError& error) {
        usage_error("{}; see `{} --help`", util::printable(error.what()), app.get_name());
    }
    refuse_leftovers(app);
    return command.run(command_line);
}

[[noreturn]] void refuse_command(const std::string& word,
                                 const std::vector<std::unique_ptr<Command>>& commands)
{
    if (is_not_built(WordKind::command, word)) {
        usage_error("the command \"{}\" is not built yet", word);
    }
    if (word.starts_with('-')) {
        usage_error("\"{}\" stands where a command is expected; see `datasync --help`",
                    util::printable(word));
    }
    std::vector<std::string> known = {"help"};
    for (const auto& command : commands) { known.emplace_back(command->name()); }
    for (const NotBuilt& entry : k_not_built) {
        if (entry.kind == WordKind::command) { known.emplace_back(entry.word); }
    }
    const std::string hint = util::did_you_mean(word, known);
    usage_error("unknown command \"{}\"{}", util::printable(word),
                hint.empty() ? "; see `datasync --help`" : hint);
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The option that holds a secret in `word`, alone or followed by `=` and its value.
std::string_view secret_option(std::string_view word)
{
    for (const std::string_view option : k_secret_options) {
        const bool has_value = word.size() > option.size() && word[option.size()] == '=';
        if (word == option || (word.starts_with(option) && has_value)) { return option; }
    }
    return word.starts_with("-k") ? word.substr(0, 2) : std::string_view{};
}

} // namespace

ExitCode run_app(const std::vector<std::string>& arguments)
{
    const auto commands = make_commands();
    if (arguments.empty()) { usage_error("no command is given; see `datasync --help`"); }
    std::string word = arguments.front();
    std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
    if (word.starts_with(k_module_prefix)) { word.erase(0, k_module_prefix.size()); }
    if (is_one_of(word, {"-V", "--version"})) {
        print(fmt::format("datasync {}\n", version()));
        return ExitCode::done;
    }
    if (is_one_of(word, {"-h", "--help", "help"})) {
        if (word != "help" || rest.empty() || is_one_of(rest.front(), {"help", "-h", "--help"})) {
            print(main_help(commands));
            return ExitCode::done;
        }
        word = rest.front();
        rest = {"--help"};
    }
    for (const auto& command : commands) {
        if (command->name() == word) {
            return run_command(*command, std::move(rest), without_secrets(arguments));
        }
    }
    refuse_command(word, commands);
}

std::string without_secrets(const std::vector<std::string>& arguments)
{
    std::string line = "datasync";
    bool is_secret = false;
    for (const std::string& argument : arguments) {
        const std::string_view option = secret_option(argument);
        if (is_secret) {
            line += " ***";
        } else if (!option.empty() && option.size() < argument.size()) {
            line += fmt::format(" {}=***", option);
        } else {
            line += " " + argument;
        }
        is_secret = !is_secret && option.size() == argument.size() && !option.empty();
    }
    return line;
}

void hide_secrets(int count, char** arguments)
{
    bool is_secret = false;
    for (int i = 1; i < count; ++i) {
        char* const argument = arguments[i];
        const std::size_t length = std::strlen(argument);
        const std::size_t kept = is_secret ? 0 : secret_option(argument).size();
        const bool has_secret = is_secret || (kept > 0 && kept < length);
        is_secret = !is_secret && kept > 0 && kept == length;
        if (has_secret) { std::memset(argument + kept, '*', length - kept); }
    }
}

} // namespace datasync::cli
