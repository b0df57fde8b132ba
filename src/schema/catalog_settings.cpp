// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/catalog_settings.hpp"

#include "schema/eav_map.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace datasync::schema {

namespace {

constexpr std::string_view k_products = "catalog_product";

std::unordered_map<std::uint32_t, std::uint32_t> registered_options(const AttributeSet& attributes,
                                                                    const OptionLookup& lookup)
{
    std::vector<std::uint32_t> ids;
    for (const auto& attribute : attributes.attributes) {
        for (const auto& option : attribute.options) { ids.push_back(option.id); }
    }
    const auto targets = lookup(ids);
    std::unordered_map<std::uint32_t, std::uint32_t> known;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (targets[i] != 0) { known[ids[i]] = targets[i]; }
    }
    return known;
}

} // namespace

bool names_catalog_settings(const PlannedColumn& column)
{
    if (column.reference != nullptr) { return column.reference->to == "product_attribute"; }
    return column.text != nullptr && (column.text->syntax == ReferencePlace::product_options ||
                                      column.text->syntax == ReferencePlace::rule_conditions);
}

AttributeCodes add_catalog_settings(const Shop& source, const Shop& target, Settings& settings,
                                    const OptionLookup& registered)
{
    const auto here = read_attributes(source, k_products);
    const auto there = read_attributes(target, k_products);
    const auto known = registered_options(here, registered);
    SettingMap attributes{"product_attribute"};
    SettingMap options{"eav_attribute_option"};
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
    auto sets = settings.attribute_sets(source, target, k_products);
    settings.add(std::move(attributes));
    settings.add(std::move(options));
    settings.add(std::move(sets));
    return with_options;
}

} // namespace datasync::schema
