// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/catalog_settings.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace datasync::schema {

namespace {

constexpr std::string_view k_products = "catalog_product";
constexpr std::string_view k_attribute = "productattribute";
constexpr std::string_view k_option = "eav_attribute_option";
constexpr std::string_view k_set = "attribute_set";
constexpr std::string_view k_group = "attribute_group";

/// A group of attributes within a set.
struct Group {
    std::uint32_t id;
    std::uint32_t set;
    std::string name;
};

std::vector<Group> read_groups(const Shop& shop)
{
    std::vector<Group> groups;
    shop.connection().query(
        fmt::format("SELECT g.attribute_group_id, g.attribute_set_id, g.attribute_group_name FROM "
                    "{} g JOIN {} s ON s.attribute_set_id = g.attribute_set_id JOIN {} t ON "
                    "t.entity_type_id = s.entity_type_id WHERE t.entity_type_code = {} ORDER BY 1",
                    shop.quoted_table("eav_attribute_group"),
                    shop.quoted_table("eav_attribute_set"), shop.quoted_table("eav_entity_type"),
                    db::literal(k_products)),
        [&](const db::RowView& row) {
            groups.push_back({row.id(0), row.id(1), row.string(2)});
        });
    return groups;
}

std::unordered_map<std::uint32_t, std::uint32_t> registered_options(const AttributeSet& attributes,
                                                                    const RegisteredIds& registered)
{
    std::vector<std::uint32_t> ids;
    for (const auto& attribute : attributes.attributes) {
        for (const auto& option : attribute.options) { ids.push_back(option.id); }
    }
    const auto targets = registered(k_option, true, ids);
    std::unordered_map<std::uint32_t, std::uint32_t> known;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (targets[i] != 0) { known[ids[i]] = targets[i]; }
    }
    return known;
}

SettingMap map_sets(const Shop& source, const Shop& target, const Settings& settings,
                    const RegisteredIds& registered)
{
    auto sets = settings.attribute_sets(source, target, k_products);
    sets.fix_known(registered(k_set, false, sets.source_ids()));
    return sets;
}

/// Groups are told by their set and name.
SettingMap map_groups(const Shop& source, const Shop& target, const SettingMap& sets,
                      const RegisteredIds& registered)
{
    SettingMap map{std::string(k_group)};
    const auto there = read_groups(target);
    for (const auto& group : there) {
        map.add_target(group.id, fmt::format("{}/{}", group.set, group.name));
    }
    for (const auto& group : read_groups(source)) {
        map.add_source(group.id, fmt::format("{} of {}", group.name, sets.describe(group.set)));
        const auto set = sets.target(group.set);
        const auto same = std::find_if(there.begin(), there.end(), [&](const Group& other) {
            return set && other.set == *set && other.name == group.name;
        });
        if (same != there.end()) { map.set(group.id, same->id); }
    }
    map.fix_known(registered(k_group, true, map.source_ids()));
    return map;
}

} // namespace

bool names_catalog_settings(const EntitySpec& spec)
{
    static constexpr std::array settings = {k_attribute, k_option, k_set, k_group};
    const auto is_setting = [](std::string_view to) {
        return std::find(settings.begin(), settings.end(), to) != settings.end();
    };
    return std::any_of(spec.tables.begin(), spec.tables.end(), [&](const TableSpec& table) {
        // Sets of attributes of other types are read for themselves.
        const bool is_eav = !table.eav.entity_type_code.empty();
        return std::any_of(table.references.begin(), table.references.end(),
                           [&](const Reference& reference) {
                               return is_setting(reference.to) &&
                                      !(is_eav && reference.to == k_set);
                           }) ||
               std::any_of(table.texts.begin(), table.texts.end(), [&](const ReferenceText& text) {
                   return text.syntax == ReferencePlace::product_options ||
                          text.syntax == ReferencePlace::rule_conditions || is_setting(text.to);
               });
    });
}

AttributeCodes add_catalog_settings(const Shop& source, const Shop& target, Settings& settings,
                                    const RegisteredIds& registered)
{
    const auto here = read_attributes(source, k_products);
    const auto there = read_attributes(target, k_products);
    const auto known = registered_options(here, registered);
    SettingMap attributes{std::string(k_attribute)};
    SettingMap options{std::string(k_option)};
    AttributeCodes with_options;
    for (const auto& attribute : there.attributes) {
        attributes.add_target(attribute.id, attribute.code);
    }
    for (const auto& attribute : here.attributes) {
        attributes.add_source(attribute.id, attribute.code);
        if (!attribute.has_options()) { continue; }
        with_options.insert(attribute.code);
        for (const auto& option : attribute.options) {
            options.add_source(option.id, fmt::format("{}/{}", attribute.code, option.label));
        }
        const auto* counterpart = there.find(attribute.code);
        if (counterpart == nullptr) { continue; }
        for (const auto& [from, to] : match_options(attribute, *counterpart, known).known) {
            options.set(from, to);
        }
    }
    auto sets = map_sets(source, target, settings, registered);
    settings.add(map_groups(source, target, sets, registered));
    settings.add(std::move(sets));
    settings.add(std::move(attributes));
    settings.add(std::move(options));
    return with_options;
}

void adopt_attributes(Settings& settings, const EavMap& map)
{
    auto* attributes = settings.find(k_attribute);
    auto* options = settings.find(k_option);
    if (attributes == nullptr || options == nullptr) { return; }
    for (const auto& [source_id, attribute] : map.attributes()) {
        if (attribute.target_id != 0) { attributes->set(source_id, attribute.target_id); }
        for (const auto& [from, to] : attribute.options) { options->set(from, to); }
    }
}

} // namespace datasync::schema
