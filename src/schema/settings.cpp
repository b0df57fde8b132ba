// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/settings.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace datasync::schema {

namespace {

/// Where a kind of setting is kept, and the expression that names one across shops.
struct SettingSource {
    std::string_view name;
    std::string_view table;
    std::string_view id;
    std::string_view key;
    std::string_view label = "''"; ///< Tells apart those that share a key.
    /// A table whose row, `j` in the expressions, is part of the name, and the column both have.
    std::string_view above = {};
    std::string_view above_id = {};
};

constexpr auto k_settings = std::to_array<SettingSource>({
    {"website", "core_website", "website_id", "code"},
    {"store", "core_store", "store_id", "code"},
    {"customer_group", "customer_group", "customer_group_id", "customer_group_code"},
    {"tax_class", "tax_class", "class_id", "CONCAT(class_name, ' (', class_type, ')')"},
    {"region", "directory_country_region", "region_id", "CONCAT(country_id, '/', code)",
     "default_name"}, // Most shops have four regions US/AE.
    {"entity_type", "eav_entity_type", "entity_type_id", "entity_type_code"},
    {"stock", "cataloginventory_stock", "stock_id", "stock_name"},
    {"link_type", "catalog_product_link_type", "link_type_id", "code"},
    {"link_attribute", "catalog_product_link_attribute", "product_link_attribute_id",
     "CONCAT(j.code, '/', t.product_link_attribute_code)", "''", "catalog_product_link_type",
     "link_type_id"},
    {"review_entity", "review_entity", "entity_id", "entity_code"},
    {"review_status", "review_status", "status_id", "status_code"},
    {"rating_entity", "rating_entity", "entity_id", "entity_code"},
    {"rating", "rating", "rating_id", "CONCAT(j.entity_code, '/', t.rating_code)", "''",
     "rating_entity", "entity_id"},
    {"rating_option", "rating_option", "option_id", "CONCAT(j.rating_code, '/', t.value)", "''",
     "rating", "rating_id"},
});

/// The stock that the shop's code knows by its id.
constexpr std::uint32_t k_default_stock = 1;

/// A setting as one shop has it.
struct Setting {
    std::uint32_t id;
    std::string key;
    std::string label;
};

std::vector<Setting> read_side(const Shop& shop, const SettingSource& source)
{
    std::vector<Setting> settings;
    const bool is_below = !source.above.empty();
    if (shop.find_table(source.table) == nullptr ||
        (is_below && shop.find_table(source.above) == nullptr)) {
        return settings;
    }
    const auto above = is_below ? fmt::format(" JOIN {0} j ON j.{1} = t.{1}",
                                              shop.quoted_table(source.above), source.above_id)
                                : std::string();
    shop.connection().query(fmt::format("SELECT t.{0}, {1}, {2} FROM {3} t{4} ORDER BY t.{0}",
                                        source.id, source.key, source.label,
                                        shop.quoted_table(source.table), above),
                            [&](const db::RowView& row) {
                                settings.push_back({row.id(0), row.string(1), row.string(2)});
                            });
    return settings;
}

SettingMap read_map(const Shop& source, const Shop& target, const SettingSource& kind)
{
    SettingMap map{std::string(kind.name)};
    const auto there = read_side(target, kind);
    std::map<std::string, unsigned> sharing;
    for (const auto& setting : there) { ++sharing[setting.key]; }
    // A key that several settings of the destination share does not say which one is meant.
    const auto full_key = [&](const Setting& setting) {
        const auto shared = sharing.find(setting.key);
        const bool is_clear = shared == sharing.end() || shared->second == 1;
        return is_clear || setting.label.empty()
                   ? setting.key
                   : fmt::format("{} ({})", setting.key, setting.label);
    };
    for (const auto& setting : there) { map.add_target(setting.id, full_key(setting)); }
    for (const auto& setting : read_side(source, kind)) {
        map.add_source(setting.id, full_key(setting));
    }
    return map;
}

} // namespace

SettingTable setting_table(std::string_view name)
{
    for (const auto& setting : k_settings) {
        if (setting.name == name) { return {setting.table, setting.id}; }
    }
    throw std::logic_error("no such setting: " + std::string(name));
}

std::vector<std::string> tables_of_setting(std::string_view name)
{
    std::vector<std::string> tables;
    for (const auto& setting : k_settings) {
        if (setting.name != name) { continue; }
        tables.emplace_back(setting.table);
        if (!setting.above.empty()) { tables.emplace_back(setting.above); }
    }
    return tables;
}

std::string condition_sql(const Shop& shop, const RootCondition& condition)
{
    const auto column = db::quoted(condition.column);
    if (condition.setting.empty()) { return column + db::bind(" = ?", {condition.value}); }
    for (const auto& kind : k_settings) {
        if (kind.name != condition.setting) { continue; }
        for (const auto& setting : read_side(shop, kind)) {
            if (setting.key == condition.value) {
                return fmt::format("{} = {}", column, setting.id);
            }
        }
    }
    fatal(ExitCode::refused, "{} shop has no {} \"{}\"", shop.connection().name(),
          condition.setting, condition.value);
}

std::string conditions_sql(const Shop& shop, const EntitySpec& spec)
{
    std::string sql;
    for (const auto& condition : spec.conditions) {
        sql += " AND " + condition_sql(shop, condition);
    }
    return sql;
}

std::vector<std::string> condition_tables(const EntitySpec& spec)
{
    std::vector<std::string> tables;
    for (const auto& condition : spec.conditions) {
        for (auto& table : tables_of_setting(condition.setting)) {
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

void SettingMap::add_target(std::uint32_t id, std::string key)
{
    m_targets.emplace(key, id);
    m_target_keys.emplace(id, std::move(key));
}

void SettingMap::rename(const std::string& from, const std::string& to)
{
    const bool is_source = std::any_of(m_keys.begin(), m_keys.end(),
                                       [&](const auto& entry) { return entry.second == from; });
    if (!is_source) {
        std::vector<std::string> keys;
        for (const auto& [id, key] : m_keys) { keys.push_back(key); }
        std::sort(keys.begin(), keys.end());
        usage_error("--map-{0} {1}={2}: the source has no {0} \"{1}\"; it has: {3}", m_name, from,
                    to, fmt::join(keys, ", "));
    }
    if (!m_targets.contains(to)) {
        usage_error("--map-{0} {1}={2}: the destination has no {0} \"{2}\"; it has: {3}", m_name,
                    from, to, choices());
    }
    m_renames[from] = to;
}

void SettingMap::fix_known(const std::vector<std::uint32_t>& known)
{
    const auto ids = source_ids();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (known[i] != 0 && known_target(known[i])) { set(ids[i], known[i]); }
    }
}

void SettingMap::settle_on_one_shop()
{
    for (const auto& [id, key] : m_keys) { m_fixed[id] = id; }
}

std::optional<std::uint32_t> SettingMap::target(std::uint32_t source_id) const
{
    if (const auto fixed = m_fixed.find(source_id); fixed != m_fixed.end()) {
        return fixed->second;
    }
    const auto key = m_keys.find(source_id);
    if (key == m_keys.end()) { return std::nullopt; }
    const auto renamed = m_renames.find(key->second);
    const auto found = m_targets.find(renamed == m_renames.end() ? key->second : renamed->second);
    if (found == m_targets.end()) { return std::nullopt; }
    return found->second;
}

std::vector<std::uint32_t> SettingMap::source_ids() const
{
    std::vector<std::uint32_t> ids;
    ids.reserve(m_keys.size());
    for (const auto& [id, key] : m_keys) { ids.push_back(id); }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::optional<std::uint32_t> SettingMap::source_id(std::string_view key) const
{
    for (const auto& [id, known] : m_keys) {
        if (known == key) { return id; }
    }
    return std::nullopt;
}

std::string SettingMap::source_key(std::uint32_t id) const
{
    const auto key = m_keys.find(id);
    return key == m_keys.end() ? std::string() : key->second;
}

std::string SettingMap::describe(std::uint32_t source_id) const
{
    const auto key = m_keys.find(source_id);
    return key == m_keys.end() ? std::to_string(source_id)
                               : fmt::format("\"{}\" ({})", key->second, source_id);
}

std::string SettingMap::choices() const
{
    std::vector<std::string> keys;
    for (const auto& [key, id] : m_targets) { keys.push_back(key); }
    std::sort(keys.begin(), keys.end());
    return fmt::format("{}", fmt::join(keys, ", "));
}

Settings::Settings(const Shop& source, const Shop& target, const CodeMap& store_map,
                   const CodeMap& website_map)
{
    for (const auto& setting : k_settings) {
        m_maps.emplace(setting.name, read_map(source, target, setting));
    }
    for (const auto& [from, to] : store_map) { find("store")->rename(from, to); }
    for (const auto& [from, to] : website_map) { find("website")->rename(from, to); }
    // Group 0 is whoever has not logged in, in every shop and whatever its label says.
    if (auto* groups = find("customer_group"); groups->known_target(0)) { groups->set(0, 0); }
    // "No tax class", and the region of a country without regions.
    find("tax_class")->set(0, 0);
    find("region")->set(0, 0);
    if (auto* stocks = find("stock"); stocks->known_target(k_default_stock)) {
        stocks->set(k_default_stock, k_default_stock);
    }
}

void Settings::settle_on_one_shop()
{
    for (auto& [name, map] : m_maps) { map.settle_on_one_shop(); }
}

const SettingMap* Settings::find(std::string_view name) const
{
    const auto found = m_maps.find(name);
    return found == m_maps.end() ? nullptr : &found->second;
}

SettingMap* Settings::find(std::string_view name)
{
    const auto found = m_maps.find(name);
    return found == m_maps.end() ? nullptr : &found->second;
}

const SettingMap& Settings::get(std::string_view name) const
{
    const auto* map = find(name);
    if (map == nullptr) { throw std::logic_error("no such setting: " + std::string(name)); }
    return *map;
}

SettingMap Settings::attribute_sets(const Shop& source, const Shop& target,
                                    std::string_view entity_type_code) const
{
    using AddSetting = void (SettingMap::*)(std::uint32_t, std::string);
    SettingMap map{"attribute_set"};
    const auto read = [&](const Shop& shop, AddSetting add_setting) {
        shop.connection().query(
            "SELECT s.attribute_set_id, s.attribute_set_name FROM " +
                shop.quoted_table("eav_attribute_set") + " s JOIN " +
                shop.quoted_table("eav_entity_type") +
                db::bind(" t ON t.entity_type_id = s.entity_type_id WHERE t.entity_type_code = ?",
                         {entity_type_code}),
            [&](const db::RowView& row) { (map.*add_setting)(row.id(0), row.string(1)); });
    };
    read(source, &SettingMap::add_source);
    read(target, &SettingMap::add_target);
    // Customers stand in no set in most shops.
    map.set(0, 0);
    return map;
}

} // namespace datasync::schema
