// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/eav_map.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace datasync::schema {

namespace {

/// A source model whose values are ids of a setting.
struct SettingModel {
    std::string_view model;
    std::string_view setting;
    WhenMissing when_missing = WhenMissing::empty;
};
constexpr auto k_setting_models = std::to_array<SettingModel>({
    {"customer/customer_attribute_source_group", "customer_group"},
    {"customer/customer_attribute_source_store", "store"},
    {"customer/customer_attribute_source_website", "website"},
    {"eav/entity_attribute_source_store", "store"},
    {"customer/entity_address_attribute_source_region", "region"},
    // A product without its tax class would be sold at another price.
    {"tax/class_source_product", "tax_class", WhenMissing::hold},
});

constexpr std::string_view k_option_model = "eav/entity_attribute_source_table";

void read_options(const Shop& shop, AttributeSet& set)
{
    std::unordered_map<std::uint32_t, Attribute*> by_id;
    for (auto& attribute : set.attributes) { by_id[attribute.id] = &attribute; }
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> seen;
    shop.connection().query(
        "SELECT o.attribute_id, o.option_id, v.value FROM " +
            shop.quoted_table("eav_attribute_option") + " o JOIN " +
            shop.quoted_table("eav_attribute") +
            " a ON a.attribute_id = o.attribute_id LEFT JOIN " +
            shop.quoted_table("eav_attribute_option_value") +
            " v ON v.option_id = o.option_id AND v.store_id = 0 WHERE a.entity_type_id = " +
            std::to_string(set.entity_type_id) + " ORDER BY o.option_id, v.value_id",
        [&](const db::RowView& row) {
            auto* attribute = by_id[row.id(0)];
            // A second admin label of one option is left-over data; shops show the first.
            if (!attribute->options.empty() && attribute->options.back().id == row.id(1)) {
                return;
            }
            auto& count = seen[{attribute->id, row.string(2)}];
            attribute->options.push_back({row.id(1), row.string(2), count++});
        });
}

} // namespace

bool Attribute::has_options() const
{
    if (source_model == k_option_model) { return true; }
    return source_model.empty() && (frontend_input == "select" || frontend_input == "multiselect");
}

const Attribute* AttributeSet::find(std::string_view code) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const Attribute& a) { return a.code == code; });
    return found == attributes.end() ? nullptr : &*found;
}

AttributeSet read_attributes(const Shop& shop, std::string_view entity_type_code)
{
    AttributeSet set;
    auto& connection = shop.connection();
    const auto type_id =
        connection.value("SELECT entity_type_id FROM " + shop.quoted_table("eav_entity_type") +
                         db::bind(" WHERE entity_type_code = ?", {entity_type_code}));
    if (!type_id) {
        fatal(ExitCode::refused, "{} shop has no EAV entity type \"{}\" (table {})",
              connection.name(), entity_type_code, shop.table("eav_entity_type"));
    }
    set.entity_type_id = parse_id(*type_id);
    connection.query(
        "SELECT attribute_id, attribute_code, backend_type, backend_table, backend_model, "
        "frontend_input, source_model FROM " +
            shop.quoted_table("eav_attribute") + " WHERE entity_type_id = " + *type_id +
            " ORDER BY attribute_id",
        [&](const db::RowView& row) {
            set.attributes.push_back({row.id(0),
                                      row.string(1),
                                      row.string(2),
                                      row.string(3),
                                      row.string(4),
                                      row.string(5),
                                      row.string(6),
                                      {}});
        });
    read_options(shop, set);
    return set;
}

void EavMap::add(std::uint32_t source_id, MappedAttribute attribute)
{
    if (attribute.target_id != 0 && !attribute.incompatible) {
        m_targets.emplace(attribute.target_id, attribute.code);
    }
    m_attributes[source_id] = std::move(attribute);
}

const MappedAttribute* EavMap::find(std::uint32_t source_id) const
{
    const auto found = m_attributes.find(source_id);
    return found == m_attributes.end() ? nullptr : &found->second;
}

OptionMatch match_options(const Attribute& source, const Attribute& target,
                          const std::unordered_map<std::uint32_t, std::uint32_t>& registered)
{
    OptionMatch match;
    std::unordered_set<std::uint32_t> taken;
    const auto exists = [&](std::uint32_t id) {
        return std::any_of(target.options.begin(), target.options.end(),
                           [&](const AttributeOption& option) { return option.id == id; });
    };
    for (const auto& option : source.options) {
        const auto known = registered.find(option.id);
        if (known == registered.end() || !exists(known->second)) { continue; }
        match.known[option.id] = known->second;
        taken.insert(known->second);
    }
    for (const auto& option : source.options) {
        if (match.known.contains(option.id)) { continue; }
        const auto found = std::find_if(
            target.options.begin(), target.options.end(), [&](const AttributeOption& candidate) {
                return candidate.label == option.label &&
                       candidate.occurrence == option.occurrence && !taken.contains(candidate.id);
            });
        if (found == target.options.end()) {
            match.missing.push_back(&option);
        } else {
            match.known[option.id] = found->id;
            taken.insert(found->id);
        }
    }
    return match;
}

MappedAttribute describe_values(const Attribute& attribute, const EavSpec& spec)
{
    MappedAttribute mapped;
    mapped.code = attribute.code;
    mapped.source_backend = attribute.backend_type;
    for (const auto& file : spec.files) {
        if (file.column == attribute.code) { mapped.file = &file; }
    }
    for (const auto& reference : spec.references) {
        if (reference.column != attribute.code) { continue; }
        mapped.to = reference.to;
        mapped.when_missing = reference.when_missing;
        mapped.rule = ValueRule::record;
        return mapped;
    }
    for (const auto& text : spec.texts) {
        if (text.column != attribute.code) { continue; }
        mapped.text = &text;
        mapped.rule = ValueRule::text;
        return mapped;
    }
    for (const auto& known : k_setting_models) {
        if (attribute.source_model != known.model) { continue; }
        mapped.to = known.setting;
        mapped.rule = ValueRule::setting;
        mapped.when_missing = known.when_missing;
        return mapped;
    }
    if (attribute.has_options()) {
        mapped.rule = attribute.is_multiselect() ? ValueRule::option_list : ValueRule::option;
    }
    return mapped;
}

bool compatible_backends(const Attribute& source, const Attribute& target)
{
    const auto is_text = [](std::string_view type) { return type == "varchar" || type == "text"; };
    return source.backend_type == target.backend_type ||
           (is_text(source.backend_type) && is_text(target.backend_type));
}

} // namespace datasync::schema
