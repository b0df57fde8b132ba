// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/shop_names.hpp"

#include "schema/region_names.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::adapters {

namespace {

constexpr std::string_view k_store = "store";
constexpr std::string_view k_website = "website";
constexpr std::string_view k_region = "region";
constexpr std::string_view k_tax_class = "tax_class";
/// What forms call the tax class 0, which is in no table.
constexpr std::string_view k_untaxed = "none";
constexpr std::string_view k_attribute_set = "attribute_set";

/// A name that the user has given for another one.
std::string_view translated(const CodeMap& map, std::string_view name)
{
    for (const auto& [from, to] : map) {
        if (from == name) { return to; }
    }
    return name;
}

std::optional<std::uint32_t> find_in(const schema::SettingMap& map, std::string_view name)
{
    if (const auto id = map.source_id(name)) { return id; }
    const auto folded = util::to_lower(name);
    std::optional<std::uint32_t> found;
    for (const auto id : map.source_ids()) {
        if (util::to_lower(map.source_key(id)) != folded) { continue; }
        if (found) { return std::nullopt; }
        found = id;
    }
    return found;
}

} // namespace

ShopNames::ShopNames(const schema::Shop& shop, const schema::Settings& settings,
                     const std::map<std::string, schema::SettingMap>& attribute_sets,
                     const SyncOptions& options)
    : m_settings(settings),
      m_attribute_sets(attribute_sets),
      m_store_map(options.store_map),
      m_website_map(options.website_map),
      m_regions(schema::region_names(shop))
{
}

const schema::SettingMap* ShopNames::map(std::string_view kind, std::string_view table) const
{
    if (kind == k_attribute_set) {
        const auto found = m_attribute_sets.find(std::string(table));
        if (found != m_attribute_sets.end()) { return &found->second; }
    }
    return m_settings.find(kind);
}

bool ShopNames::is_setting(std::string_view kind) const
{
    return kind == k_attribute_set || m_settings.find(kind) != nullptr;
}

std::optional<std::uint32_t> ShopNames::find(std::string_view kind, std::string_view name,
                                             std::string_view table) const
{
    if (kind == k_region) {
        const auto found = m_regions.find(util::to_lower(name));
        return found == m_regions.end() ? std::nullopt : std::optional(found->second);
    }
    const auto* settings = map(kind, table);
    if (settings == nullptr) { return std::nullopt; }
    if (kind == k_store) { name = translated(m_store_map, name); }
    if (kind == k_website) { name = translated(m_website_map, name); }
    if (kind != k_tax_class) { return find_in(*settings, name); }
    if (util::to_lower(name) == k_untaxed) { return 0; }
    const bool is_product = table.starts_with("catalog");
    const auto whole = fmt::format("{} ({})", name, is_product ? "PRODUCT" : "CUSTOMER");
    const auto found = find_in(*settings, whole);
    return found ? found : find_in(*settings, name);
}

bool ShopNames::has(std::string_view kind, std::uint32_t id, std::string_view table) const
{
    const auto* settings = map(kind, table);
    return settings != nullptr && settings->target(id).has_value();
}

std::string ShopNames::refusal(std::string_view kind, std::string_view table) const
{
    const auto* settings = map(kind, table);
    std::string word(kind);
    for (auto& c : word) { c = c == '_' ? ' ' : c; }
    return fmt::format(
        "is no {} of the destination{}", word,
        settings == nullptr || kind == k_region ? "" : "; it has: " + settings->choices());
}

std::string ShopNames::name_of(std::string_view kind, std::uint32_t id,
                               std::string_view table) const
{
    if (kind == k_tax_class && id == 0) { return std::string(k_untaxed); }
    const auto* settings = map(kind, table);
    return settings == nullptr ? std::string() : settings->source_key(id);
}

std::map<std::string, schema::SettingMap> attribute_sets_of(const EntitySpec& spec,
                                                            const schema::Settings& settings,
                                                            const schema::Shop& shop)
{
    std::map<std::string, schema::SettingMap> sets;
    for (const auto& table : spec.tables) {
        const auto code = table.eav.entity_type_code;
        if (code.empty()) { continue; }
        auto map = settings.attribute_sets(shop, shop, code);
        map.settle_on_one_shop();
        sets.emplace(table.table, std::move(map));
    }
    return sets;
}

} // namespace datasync::adapters
