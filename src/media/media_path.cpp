// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/media_path.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace datasync::media {

namespace {

/// What Linux takes, less the byte that ends it.
constexpr std::size_t k_longest_path = 4095;
constexpr std::size_t k_longest_name = 255;

constexpr std::array<std::string_view, 12> k_image_endings = {
    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "bmp", "svg", "tif", "tiff"};

bool is_control(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x20 || value == 0x7F;
}

bool is_plain_in_url(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' ||
           byte == '~' || byte == '/';
}

} // namespace

CheckedPath checked_path(std::string_view path)
{
    const auto refused = [&](std::string_view why) {
        return CheckedPath{std::string(path), std::string(why)};
    };
    if (path.empty() || path.back() == '/') { return refused("the path names no file"); }
    if (path.front() == '/') { return refused("the path is absolute"); }
    if (path.size() > k_longest_path) { return refused("the path is too long"); }
    if (std::any_of(path.begin(), path.end(), is_control)) {
        return refused("the path holds control characters");
    }
    CheckedPath checked;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view component = path.substr(begin, end - begin);
        begin = end + 1;
        if (component == "..") { return refused("the path leads upwards (\"..\")"); }
        if (component.size() > k_longest_name) { return refused("a name in the path is too long"); }
        if (component.empty() || component == ".") { continue; }
        if (!checked.path.empty()) { checked.path += '/'; }
        checked.path += component;
    }
    if (path.ends_with("/.") || path == ".") { return refused("the path names no file"); }
    return checked;
}

std::string_view folder_of(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0.
}

std::string url_of(std::string_view base_url, std::string_view path)
{
    while (base_url.ends_with('/')) { base_url.remove_suffix(1); }
    std::string url(base_url);
    url += '/';
    for (const char byte : path) {
        if (is_plain_in_url(byte)) {
            url += byte;
        } else {
            fmt::format_to(std::back_inserter(url), "%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return url;
}

bool is_image_name(std::string_view path)
{
    const std::string_view name = name_of(path);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) { return false; }
    const std::string ending = util::to_lower(name.substr(dot + 1));
    return std::find(k_image_endings.begin(), k_image_endings.end(), ending) !=
           k_image_endings.end();
}

} // namespace datasync::media
