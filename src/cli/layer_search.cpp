// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The layers of configuration, looked through from the command line downwards.
#include "cli/layer_search.hpp"

#include "cli/env_file.hpp"
#include "datasync/error.hpp"
#include "db/option_file.hpp"
#include "util/edit_distance.hpp"

#include <algorithm>
#include <cstdlib>

namespace datasync::cli {

namespace {

/// What the source is called where no option says it.
constexpr std::string_view k_source_name = "DATASYNC_LIVE_NAME";

} // namespace

Surroundings Surroundings::of_process()
{
    return {std::filesystem::current_path(), [](const std::string& name) {
                const char* const value = std::getenv(name.c_str());
                return value == nullptr ? std::nullopt : std::optional<std::string>(value);
            }};
}

std::string spelled(ConnectionKey key, Spelling spelling, const Side& side)
{
    const KeySpelling& words = k_key_spellings[static_cast<std::size_t>(key)];
    switch (spelling) {
    case Spelling::command_line:
        return fmt::format("{}{}", side.option_prefix, words.option);
    case Spelling::environment:
        return fmt::format("{}{}", side.environment_prefix, words.environment);
    case Spelling::option_file:
        return std::string(words.option_file);
    case Spelling::local_xml:
        return key == ConnectionKey::name ? "dbname" : std::string(words.option);
    }
    return {};
}

Layer LayerSearch::option_file_layer() const
{
    const std::filesystem::path path = m_around.directory / m_options.defaults_file;
    const auto groups = db::read_option_file(path);
    Layer layer{fmt::format("[{}] of {}", m_side.option_group, m_options.defaults_file),
                Spelling::option_file,
                {},
                path};
    if (!groups.contains(std::string(k_source_side.option_group)) &&
        !groups.contains(std::string(k_destination_side.option_group))) {
        usage_error("{} has neither a group [{}] nor a group [{}]", m_options.defaults_file,
                    k_source_side.option_group, k_destination_side.option_group);
    }
    const auto group = groups.find(std::string(m_side.option_group));
    if (group == groups.end()) { return layer; }
    std::vector<std::string> known;
    known.reserve(k_connection_keys);
    for (const KeySpelling& words : k_key_spellings) { known.emplace_back(words.option_file); }
    for (const auto& [given, value] : group->second) {
        std::string key = given;
        std::replace(key.begin(), key.end(), '-', '_');
        const auto found = std::find(known.begin(), known.end(), key);
        if (found == known.end()) {
            usage_error("{}: unknown key \"{}\"{}", layer.origin, given,
                        util::did_you_mean(key, known));
        }
        layer.values[static_cast<ConnectionKey>(found - known.begin())] = value;
    }
    return layer;
}

Layer LayerSearch::environment_layer() const
{
    Layer layer{fmt::format("the environment ({}*)", m_side.environment_prefix),
                Spelling::environment,
                {},
                {}};
    for (std::size_t i = 0; i < k_connection_keys; ++i) {
        const auto key = static_cast<ConnectionKey>(i);
        const auto value = m_around.environment(spelled(key, Spelling::environment, m_side));
        if (value && !value->empty()) { layer.values[key] = *value; }
    }
    return layer;
}

Layer LayerSearch::env_file_layer(const std::filesystem::path& file)
{
    Layer layer{file.filename().string(), Spelling::environment, {}, file};
    // The source's name belongs to the incremental runs and to no connection.
    std::vector<std::string> known = {std::string(k_source_name)};
    for (std::size_t i = 0; i < k_connection_keys; ++i) {
        known.push_back(spelled(static_cast<ConnectionKey>(i), Spelling::environment, m_side));
    }
    for (const auto& [key, value] : read_env_file(file)) {
        if (!key.starts_with(m_side.environment_prefix)) { continue; }
        const auto found = std::find(known.begin(), known.end(), key);
        if (found == known.end()) {
            m_warnings.push_back(fmt::format("{}: {} means nothing to DataSync{}", layer.origin,
                                             key, util::did_you_mean(key, known)));
        } else if (found != known.begin() && !value.empty()) {
            layer.values[static_cast<ConnectionKey>(found - known.begin() - 1)] = value;
        }
    }
    return layer;
}

std::vector<std::filesystem::path> env_files(const ConnectionOptions& options,
                                             const Surroundings& around)
{
    if (!options.env_file.empty()) { return {around.directory / options.env_file}; }
    std::vector<std::filesystem::path> files;
    for (const char* const name : {".env.local", ".env"}) {
        std::error_code error;
        if (std::filesystem::exists(around.directory / name, error)) {
            files.push_back(around.directory / name);
        }
    }
    return files;
}

std::optional<std::string> configured_source_name(const ConnectionOptions& options,
                                                  const Surroundings& around)
{
    auto name = around.environment(std::string(k_source_name));
    if (name && !name->empty()) { return name; }
    for (const std::filesystem::path& file : env_files(options, around)) {
        const auto values = read_env_file(file);
        const auto found = values.find(k_source_name);
        if (found != values.end() && !found->second.empty()) { return found->second; }
    }
    return std::nullopt;
}

} // namespace datasync::cli
