// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/region_names.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <set>

namespace datasync::schema {

namespace {

constexpr std::string_view k_regions = "directory_country_region";

} // namespace

std::unordered_map<std::string, std::uint32_t> region_names(const Shop& shop)
{
    std::unordered_map<std::string, std::uint32_t> regions;
    if (shop.find_table(k_regions) == nullptr) { return regions; }
    std::set<std::string> unclear;
    shop.connection().query(
        "SELECT region_id, country_id, code, default_name FROM " + shop.quoted_table(k_regions),
        [&](const db::RowView& row) {
            std::set<std::string> names;
            for (const unsigned column : {2U, 3U}) {
                if (row.is_null(column) || row.text(column).empty()) { continue; }
                names.insert(util::to_lower(fmt::format("{}/{}", row.text(1), row.text(column))));
            }
            for (const auto& name : names) {
                const auto [entry, is_new] = regions.emplace(name, row.id(0));
                if (!is_new && entry->second != row.id(0)) { unclear.insert(name); }
            }
        });
    for (const auto& name : unclear) { regions.erase(name); }
    return regions;
}

RegionNames regions_by_id(const Shop& shop)
{
    RegionNames regions;
    if (shop.find_table(k_regions) == nullptr) { return regions; }
    shop.connection().query(
        "SELECT region_id, default_name, code FROM " + shop.quoted_table(k_regions),
        [&](const db::RowView& row) {
            regions.emplace(row.id(0), RegionName{row.string(1), row.string(2)});
        });
    return regions;
}

} // namespace datasync::schema
