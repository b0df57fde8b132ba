// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/tracker_triggers.hpp"

#include "db/sql_text.hpp"
#include "schema/eav_map.hpp"
#include "schema/settings.hpp"
#include "schema/trigger_body.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace datasync::schema {

namespace {

constexpr std::array<std::string_view, 3> k_events = {"INSERT", "UPDATE", "DELETE"};
constexpr std::string_view k_name_start = "datasync_";
constexpr std::size_t k_longest_name = 64;

/// FNV-1a: the same on every machine and in every version.
std::uint32_t hash_of(std::string_view text)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : text) { hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U; }
    return hash;
}

/// A body of another version has another name, so that the new trigger can be made before the old
/// one is removed, and no change falls between the two.
std::string name_of(const Trigger& trigger)
{
    const auto end = fmt::format("_a{:c}_{:08x}", util::to_lower(trigger.event)[0],
                                 hash_of(trigger.table + trigger.body));
    const auto room = k_longest_name - k_name_start.size() - end.size();
    return fmt::format("{}{}{}", k_name_start, trigger.table.substr(0, room), end);
}

class TriggerPlanner {
public:
    TriggerPlanner(const Shop& shop, const TrackerTable& tracker, const EntitySpec& spec,
                   bool no_echo)
        : m_shop(shop), m_tracker(tracker), m_spec(spec), m_no_echo(no_echo)
    {
        for (const auto& condition : spec.conditions) {
            m_conditions.push_back(condition_sql(shop, condition));
        }
    }

    void add_to(std::vector<Trigger>& triggers)
    {
        for (const auto& table : m_spec.tables) {
            // Stock has an entity type of its own, with which it is announced.
            const bool is_stocks = table.is_stock && !m_spec.root().is_given;
            if (table.is_grid || table.is_given || !table.is_announced || is_stocks) { continue; }
            if (!table.held_by.empty()) {
                add_held(table, triggers);
                continue;
            }
            const bool is_root = table.parent.empty();
            add(table.table, is_root, is_root ? table.key : table.parent_column,
                is_root ? "" : lookup(table), ignored(table, is_root), triggers);
            if (table.eav.entity_type_code.empty()) { continue; }
            for (const auto backend : k_backends) {
                add(fmt::format("{}_{}", table.table, backend), false, "entity_id",
                    is_root ? "" : lookup_of_row(table), {}, triggers);
            }
        }
    }

private:
    const TableSpec& spec_of(std::string_view table) const
    {
        return *std::find_if(m_spec.tables.begin(), m_spec.tables.end(),
                             [&](const TableSpec& spec) { return spec.table == table; });
    }

    /// From a column that names a row of `parent` to the record.
    std::string lookup(const TableSpec& table) const
    {
        return lookup_of_row(spec_of(table.parent));
    }

    /// From the key of a row of `table` to the record: joins, up to the root where it has
    /// conditions.
    std::string lookup_of_row(const TableSpec& table) const
    {
        std::string joins;
        std::string found; // The column that names the next row above.
        const auto* at = &table;
        for (unsigned i = 1;; ++i) {
            const bool is_root = at->parent.empty();
            if (is_root && m_conditions.empty()) { break; }
            const auto alias = fmt::format("t{}", i);
            const auto key = fmt::format("{}.{}", alias, db::quoted(at->key));
            joins += found.empty() ? fmt::format("{} {}", m_shop.quoted_table(at->table), alias)
                                   : fmt::format(" JOIN {} {} ON {} = {}",
                                                 m_shop.quoted_table(at->table), alias, key, found);
            found = is_root ? key : fmt::format("{}.{}", alias, db::quoted(at->parent_column));
            if (is_root) {
                std::string conditions;
                for (const auto& condition : m_conditions) {
                    conditions += fmt::format("{}.{} AND ", alias, condition);
                }
                return fmt::format("SELECT {} FROM {} WHERE {}t1.{} = ", found, joins, conditions,
                                   db::quoted(table.key));
            }
            at = &spec_of(at->parent);
        }
        if (found.empty()) { return {}; }
        return fmt::format("SELECT {} FROM {} WHERE t1.{} = ", found, joins, db::quoted(table.key));
    }

    /// Columns that do not travel, or that the destination works out itself.
    std::vector<std::string_view> ignored(const TableSpec& table, bool is_root) const
    {
        std::vector<std::string_view> columns(table.emptied.begin(), table.emptied.end());
        if (is_root && !m_spec.tree.path.empty()) {
            const auto& tree = m_spec.tree;
            columns.insert(columns.end(), {tree.parent, tree.depth, tree.descendants});
        }
        return columns;
    }

    Announcement announcement(std::string_view type, std::string_view id_column) const
    {
        return {.tracker = db::quoted(m_tracker.name),
                .entity_type = std::string(type),
                .id_column = std::string(id_column),
                .lookup = {},
                .conditions = {},
                .identifier = {},
                .has_identifier = m_tracker.has_identifier,
                .same = {},
                .no_echo = m_no_echo};
    }

    void add(std::string_view table, bool is_root, std::string_view id_column, std::string lookup,
             const std::vector<std::string_view>& ignored, std::vector<Trigger>& triggers) const
    {
        auto what = announcement(m_spec.name, id_column);
        what.is_root = is_root;
        what.lookup = std::move(lookup);
        if (is_root) {
            what.conditions = m_conditions;
            what.identifier = identifier();
        }
        add(table, what, ignored, k_events, triggers);
    }

    /// What belongs to a record because that names it. Servers have no index to find the holder by,
    /// and a trigger that searches all orders would lock them: the row itself is announced. One
    /// that is new comes with the holder, which has changed to name it.
    void add_held(const TableSpec& table, std::vector<Trigger>& triggers) const
    {
        auto what = announcement(table.type, table.key);
        add(table.table, what, {}, std::span(k_events).subspan(1), triggers);
    }

    void add(std::string_view table, Announcement& what,
             const std::vector<std::string_view>& ignored, std::span<const std::string_view> events,
             std::vector<Trigger>& triggers) const
    {
        const auto* info = m_shop.find_table(table);
        if (info == nullptr || info->find(what.id_column) == nullptr) { return; }
        for (const auto& column : info->columns) {
            const bool counts =
                std::find(ignored.begin(), ignored.end(), column.name) == ignored.end();
            if (column.generated || !counts) { continue; }
            const auto name = db::quoted(column.name);
            // Texts that a collation takes for equal differ all the same.
            what.same.push_back(column.type.charset.empty()
                                    ? fmt::format("OLD.{0} <=> NEW.{0}", name)
                                    : fmt::format("CAST(OLD.{0} AS BINARY) <=> "
                                                  "CAST(NEW.{0} AS BINARY)",
                                                  name));
        }
        for (const auto event : events) {
            Trigger trigger{.name = {},
                            .table = m_shop.table(table),
                            .event = std::string(event),
                            .body = trigger_body(what, event)};
            trigger.name = name_of(trigger);
            triggers.push_back(std::move(trigger));
        }
    }

    /// The column that a deleted record may still be known by: the natural key, where one column
    /// is it.
    std::string identifier() const
    {
        const auto& key = m_spec.natural_key;
        if (key.may_repeat || key.columns.front() != m_spec.label_column) { return {}; }
        return std::string(m_spec.label_column);
    }

    const Shop& m_shop;
    const TrackerTable& m_tracker;
    const EntitySpec& m_spec;
    bool m_no_echo;
    std::vector<std::string> m_conditions;
};

} // namespace

std::string Trigger::create_sql() const
{
    return fmt::format("CREATE TRIGGER {} AFTER {} ON {} FOR EACH ROW\n{}", db::quoted(name), event,
                       db::quoted(table), body);
}

std::string drop_sql(const Trigger& trigger)
{
    return fmt::format("DROP TRIGGER IF EXISTS {}", db::quoted(trigger.name));
}

std::vector<Trigger> wanted_triggers(const Shop& shop, const TrackerTable& tracker,
                                     std::span<const EntitySpec* const> specs, bool no_echo)
{
    std::vector<Trigger> triggers;
    for (const auto* spec : specs) {
        // A table that this shop lacks has nothing to announce.
        if (shop.find_table(spec->root().table) == nullptr) { continue; }
        TriggerPlanner(shop, tracker, *spec, no_echo).add_to(triggers);
    }
    return triggers;
}

std::vector<Trigger> installed_triggers(const Shop& shop, const TrackerTable& tracker)
{
    std::vector<Trigger> triggers;
    shop.connection().query(
        "SELECT trigger_name, event_object_table, event_manipulation, action_statement, definer "
        "FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND action_timing = "
        "'AFTER' AND trigger_name LIKE 'datasync\\_%' ORDER BY trigger_name",
        [&](const db::RowView& row) {
            Trigger trigger{row.string(0), row.string(1), row.string(2), row.string(3),
                            row.string(4)};
            // Another shop in this database has a tracker of another name.
            const auto feeds = fmt::format("INSERT INTO {} (", db::quoted(tracker.name));
            const bool is_ours = trigger.body.find(feeds) != std::string::npos;
            if (is_ours) { triggers.push_back(std::move(trigger)); }
        });
    return triggers;
}

bool keeps_echo_out(const Trigger& trigger)
{
    return trigger.body.find(k_own_work_variable) != std::string::npos;
}

} // namespace datasync::schema
