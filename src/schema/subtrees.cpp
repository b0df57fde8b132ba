// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/subtrees.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

constexpr std::size_t k_most_per_statement = 200;

void read(const Shop& shop, const EntitySpec& spec, const std::string& condition,
          TreePlaces& places)
{
    shop.connection().query(fmt::format("SELECT {}, {} FROM {} WHERE {}",
                                        db::quoted(spec.root().key), db::quoted(spec.tree.path),
                                        shop.quoted_table(spec.root().table), condition),
                            [&](const db::RowView& row) { places[row.id(0)] = row.string(1); });
}

} // namespace

TreePlaces places_of(const Shop& shop, const EntitySpec& spec, std::span<const std::uint32_t> ids)
{
    TreePlaces places;
    while (!ids.empty()) {
        const auto some = ids.first(std::min(ids.size(), k_most_per_statement));
        read(shop, spec, fmt::format("{} IN ({})", db::quoted(spec.root().key), db::id_list(some)),
             places);
        ids = ids.subspan(some.size());
    }
    return places;
}

TreePlaces places_below(const Shop& shop, const EntitySpec& spec, const TreePlaces& tops)
{
    TreePlaces places;
    std::string condition;
    std::size_t count = 0;
    const auto send = [&] {
        if (count != 0) { read(shop, spec, condition, places); }
        condition.clear();
        count = 0;
    };
    for (const auto& [id, path] : tops) {
        condition += fmt::format("{}{} LIKE {}", count == 0 ? "" : " OR ",
                                 db::quoted(spec.tree.path), db::literal(path + "/%"));
        if (++count == k_most_per_statement) { send(); }
    }
    send();
    return places;
}

std::vector<std::uint32_t> ids_of_path(std::string_view path)
{
    std::vector<std::uint32_t> ids;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        if (const auto id = parse_id(path.substr(0, slash)); id != 0) { ids.push_back(id); }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return ids;
}

std::size_t depth_of_path(std::string_view path)
{
    return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

} // namespace datasync::schema
