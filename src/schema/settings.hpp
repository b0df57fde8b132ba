// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Settings that both shops have under ids of their own: websites, stores, customer groups, tax
// classes, regions, attribute sets. They are mapped by code or name, never by number.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/sync_options.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// One kind of setting: source ids, what they are called, and their ids on the destination.
class SettingMap {
public:
    SettingMap() = default;
    explicit SettingMap(std::string name) : m_name(std::move(name)) {}

    const std::string& name() const { return m_name; }

    void add_source(std::uint32_t id, std::string key) { m_keys[id] = std::move(key); }
    void add_target(std::uint32_t id, std::string key);
    /// Says that source key `from` is called `to` on the destination. Throws UsageError naming
    /// the choices when either does not exist.
    void rename(const std::string& from, const std::string& to);
    /// Fixes one id, as the registry knows it.
    void set(std::uint32_t source_id, std::uint32_t target_id) { m_fixed[source_id] = target_id; }

    /// Fixes every id of the source as its own counterpart.
    void settle_on_one_shop();
    /// Fixes what the registry knows: `known` are destination ids in the order of source_ids(), 0
    /// for none. One that the destination no longer has counts for nothing.
    void fix_known(const std::vector<std::uint32_t>& known);

    /// The destination's id; nothing when there is no counterpart.
    std::optional<std::uint32_t> target(std::uint32_t source_id) const;
    bool known_source(std::uint32_t id) const { return m_keys.contains(id); }
    bool known_target(std::uint32_t id) const { return m_target_keys.contains(id); }
    /// The source's id of what it calls `key`; nothing when it has no such thing.
    std::optional<std::uint32_t> source_id(std::string_view key) const;
    /// All source ids, ascending.
    std::vector<std::uint32_t> source_ids() const;
    /// What the source calls it: "german"; empty for an id that it does not have.
    std::string source_key(std::uint32_t id) const;
    /// The same for messages: "german (2)", or "2" for an id that the source does not have.
    std::string describe(std::uint32_t source_id) const;
    /// The destination's keys, "default, french, german".
    std::string choices() const;

private:
    std::string m_name;
    std::unordered_map<std::uint32_t, std::string> m_keys;
    std::unordered_map<std::string, std::uint32_t> m_targets;
    std::unordered_map<std::uint32_t, std::string> m_target_keys;
    std::unordered_map<std::string, std::string> m_renames;
    std::unordered_map<std::uint32_t, std::uint32_t> m_fixed;
};

/// Where a kind of setting is kept.
struct SettingTable {
    std::string_view table;
    std::string_view id;
};
SettingTable setting_table(std::string_view name);
/// All tables that say what a kind of setting is called; none for other names.
std::vector<std::string> tables_of_setting(std::string_view name);

/// A root condition as SQL. Throws FatalError (refused) when the shop does not have the setting.
std::string condition_sql(const Shop& shop, const RootCondition& condition);
/// All conditions of an entity type, each beginning with " AND "; condition_tables() are loaded.
std::string conditions_sql(const Shop& shop, const EntitySpec& spec);
/// The tables that say what its conditions name.
std::vector<std::string> condition_tables(const EntitySpec& spec);

/// All settings of a pair of shops.
class Settings {
public:
    /// Reads both sides and applies --map-store and --map-website.
    Settings(const Shop& source, const Shop& target, const CodeMap& store_map,
             const CodeMap& website_map);

    /// Says that both sides are one shop: every id is its own counterpart.
    void settle_on_one_shop();

    /// A kind of setting by its name; nullptr for other names.
    const SettingMap* find(std::string_view name) const;
    SettingMap* find(std::string_view name);
    const SettingMap& get(std::string_view name) const;
    /// Adds a kind of setting that only some entity types refer to.
    void add(SettingMap map) { m_maps.insert_or_assign(map.name(), std::move(map)); }

    /// Attribute sets of one EAV entity type.
    SettingMap attribute_sets(const Shop& source, const Shop& target,
                              std::string_view entity_type_code) const;

private:
    std::map<std::string, SettingMap, std::less<>> m_maps;
};

} // namespace datasync::schema
