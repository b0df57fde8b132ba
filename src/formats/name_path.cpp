// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/name_path.hpp"

#include "util/text.hpp"

namespace datasync::formats {

NamePath split_path(std::string_view path)
{
    NamePath parts;
    path = util::trim(path);
    parts.is_absolute = path.starts_with('/');
    if (parts.is_absolute) { path.remove_prefix(1); }
    std::string name;
    const auto end_name = [&] {
        parts.names.emplace_back(util::trim(name));
        name.clear();
    };
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool is_escaped = path[i] == '\\' && i + 1 < path.size() && path[i + 1] == '/';
        if (is_escaped) {
            name += path[++i];
        } else if (path[i] == '/') {
            end_name();
        } else {
            name += path[i];
        }
    }
    end_name();
    for (const auto& one : parts.names) {
        if (one.empty()) { return {parts.is_absolute, {}}; }
    }
    return parts;
}

std::string joined_path(const std::vector<std::string>& names)
{
    std::string path;
    for (const auto& name : names) {
        path += '/';
        for (const char c : name) {
            if (c == '/') { path += '\\'; }
            path += c;
        }
    }
    return names.empty() || split_path(path).names != names ? std::string() : path;
}

} // namespace datasync::formats
