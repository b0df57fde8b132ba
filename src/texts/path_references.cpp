// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/path_references.hpp"

#include <algorithm>

namespace datasync::texts {

namespace {

constexpr std::string_view k_product = "product";
constexpr std::string_view k_category = "category";

/// Reads what the shop calls a record by; false when the path is something else.
bool scan_name(std::string_view path, ReferenceCollector& collector)
{
    const std::string_view kind = take_until(path, '/');
    const std::string_view id = take_until(path, '/');
    if ((kind != k_product && kind != k_category) || !plain_id(id)) { return false; }
    collector.add_id(id, kind == k_product ? k_product : k_category);
    if (kind == k_product) { collector.add_id(take_until(path, '/'), k_category); }
    return true;
}

} // namespace

void scan_path(std::string_view text, ReferenceCollector& collector)
{
    std::string_view path = text.substr(0, text.find_first_of("?#"));
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    const bool is_elsewhere = path.find("://") != std::string_view::npos;
    if (is_elsewhere || scan_name(path, collector)) { return; }
    const std::string_view route = take_route(path);
    collector.add_route_pairs(route, path);
}

} // namespace datasync::texts
