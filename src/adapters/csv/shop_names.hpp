// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a file calls the settings of the destination.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/sync_options.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace datasync::adapters {

/// Finds settings by code or name, as it is or, where nothing is called so, in any case.
class ShopNames {
public:
    /// `shop` is the destination as it is read; `options` say which names stand for others.
    ShopNames(const schema::Shop& shop, const schema::Settings& settings,
              const std::map<std::string, schema::SettingMap>& attribute_sets,
              const SyncOptions& options);

    /// The id of a setting of that kind ("store", "customer_group", "region" ...), as `column` of
    /// `table` refers to it.
    std::optional<std::uint32_t> find(std::string_view kind, std::string_view name,
                                      std::string_view table) const;
    /// Whether there is such a setting.
    bool has(std::string_view kind, std::uint32_t id, std::string_view table) const;
    /// "is no store of the destination; it has: default, german".
    std::string refusal(std::string_view kind, std::string_view table) const;
    /// Whether names are looked up among settings of that kind at all.
    bool is_setting(std::string_view kind) const;
    /// What the shop calls a setting, as `table` refers to it; empty where it has none.
    std::string name_of(std::string_view kind, std::uint32_t id, std::string_view table = {}) const;

private:
    const schema::SettingMap* map(std::string_view kind, std::string_view table) const;

    const schema::Settings& m_settings;
    const std::map<std::string, schema::SettingMap>& m_attribute_sets;
    CodeMap m_store_map;
    CodeMap m_website_map;
    std::unordered_map<std::string, std::uint32_t> m_regions; ///< "DE/bayern", by code and name.
};

/// The attribute sets that the tables of an entity type name, by table, where one shop stands for
/// both sides.
std::map<std::string, schema::SettingMap> attribute_sets_of(const EntitySpec& spec,
                                                            const schema::Settings& settings,
                                                            const schema::Shop& shop);

} // namespace datasync::adapters
