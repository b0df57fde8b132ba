// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The layers of configuration, looked through from the command line downwards.
#pragma once

#include "cli/connection_options.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace datasync::cli {

/// What lies around a process; tests give their own.
struct Surroundings {
    std::filesystem::path directory; ///< Working directory.
    std::function<std::optional<std::string>(const std::string&)> environment;

    /// Those of this process.
    static Surroundings of_process();
};

/// How a layer spells its keys.
enum class Spelling { command_line, option_file, environment, local_xml };

/// One layer's values for one side.
struct Layer {
    std::string origin;
    Spelling spelling = Spelling::command_line;
    LayerValues values;
    std::filesystem::path file; ///< Empty when the layer is no file.
};

/// The word for a key of a side in a layer, for messages.
std::string spelled(ConnectionKey key, Spelling spelling, const Side& side);

/// The files of settings that are there: the one of --env-file, else .env.local and .env.
std::vector<std::filesystem::path> env_files(const ConnectionOptions& options,
                                             const Surroundings& around);

/// What environment or files call the source; nothing where they do not say it. Throws UsageError
/// for a file that cannot be read.
std::optional<std::string> configured_source_name(const ConnectionOptions& options,
                                                  const Surroundings& around);

/// Reads layer after layer until one is present; the time zone may come from any layer read.
class LayerSearch {
public:
    LayerSearch(const Side& side, const ConnectionOptions& options, const Surroundings& around)
        : m_side(side), m_options(options), m_around(around)
    {
    }

    /// The first layer that is present, among those both sides have.
    std::optional<Layer> find(const LayerValues& command_line)
    {
        if (offer({"the command line", Spelling::command_line, command_line, {}})) {
            return m_found;
        }
        if (!m_options.defaults_file.empty() && offer(option_file_layer())) { return m_found; }
        if (offer(environment_layer())) { return m_found; }
        for (const std::filesystem::path& file : env_files(m_options, m_around)) {
            if (offer(env_file_layer(file))) { return m_found; }
        }
        return std::nullopt;
    }

    /// Takes a layer if it is present, and its time zone if none was given above it.
    bool offer(Layer layer)
    {
        const std::optional<std::string>& zone = layer.values[ConnectionKey::time_zone];
        if (!m_time_zone && zone) { m_time_zone = zone; }
        if (!layer.values.is_present()) { return false; }
        m_found = std::move(layer);
        return true;
    }

    /// The layer that was taken.
    const std::optional<Layer>& found() const { return m_found; }
    /// The time zone of the highest layer that gives one.
    const std::optional<std::string>& time_zone() const { return m_time_zone; }
    /// Keys that mean nothing, and the like.
    std::vector<std::string>& warnings() { return m_warnings; }

private:
    Layer option_file_layer() const;
    Layer environment_layer() const;
    Layer env_file_layer(const std::filesystem::path& file);

    const Side& m_side;
    const ConnectionOptions& m_options;
    const Surroundings& m_around;
    std::optional<Layer> m_found;
    std::optional<std::string> m_time_zone;
    std::vector<std::string> m_warnings;
};

} // namespace datasync::cli
