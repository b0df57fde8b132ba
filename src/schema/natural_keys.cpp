// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/natural_keys.hpp"

#include "db/sql_text.hpp"
#include "schema/keyed_records.hpp"
#include "schema/value_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::schema {

namespace {

/// Joins the members of a record's set as `members.list`; `expression` is what a member counts as.
std::string join_members(const Shop& shop, const NaturalTarget& what, std::string_view expression,
                         std::string_view root_alias)
{
    if (what.set_table.empty()) { return {}; }
    return fmt::format(" LEFT JOIN (SELECT {0} AS owner, GROUP_CONCAT(DISTINCT {1} ORDER BY {1}) "
                       "AS list FROM {2} GROUP BY {0}) members ON members.owner = {3}.{4}",
                       db::quoted(what.set_parent), expression, shop.quoted_table(what.set_table),
                       root_alias, db::quoted(what.key));
}

/// A column as it counts on the destination: through the setting's map where several source ids
/// become one, as it is where the map is one to one.
std::string mapped_expression(const std::string& column, const std::string& setting,
                              const Settings& settings)
{
    const auto* map = setting.empty() ? nullptr : settings.find(setting);
    if (map == nullptr) { return column; }
    std::string cases;
    std::unordered_set<std::uint32_t> targets;
    bool collapses = false;
    for (const auto id : map->source_ids()) {
        const auto target = map->target(id);
        if (!target) { continue; }
        collapses = !targets.insert(*target).second || collapses;
        cases += fmt::format(" WHEN {} THEN {}", id, *target);
    }
    return collapses ? fmt::format("CASE {}{} ELSE -{} END", column, cases, column) : column;
}

/// Whether a unique index of the shop already keeps the key's columns, all given, from occurring
/// twice.
bool has_unique_index(const Shop& shop, const NaturalTarget& what)
{
    auto wanted = what.columns;
    if (what.first_is_unique) { wanted.resize(1); }
    std::sort(wanted.begin(), wanted.end());
    bool found = false;
    shop.connection().query(
        "SELECT GROUP_CONCAT(column_name ORDER BY column_name) FROM information_schema.statistics "
        "WHERE table_schema = DATABASE() AND non_unique = 0 AND " +
            db::bind("table_name = ? GROUP BY index_name", {shop.table(what.table)}),
        [&](const db::RowView& row) {
            found = found || row.text(0) == fmt::format("{}", fmt::join(wanted, ","));
        });
    return found;
}

/// Whether folding says all about equality: printable ASCII. Collations may ignore control
/// characters, and find other letters equal to ASCII ones.
bool is_plain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Reads the first key column of all records, unless they are many or equality is not plain.
void read_candidates(const Shop& target, NaturalTarget& what)
{
    constexpr std::size_t most = 1000;
    std::unordered_set<std::string> candidates;
    std::size_t rows = 0;
    bool plain = true;
    target.connection().query(fmt::format("SELECT {} FROM {} LIMIT {}",
                                          db::quoted(what.columns.front()),
                                          target.quoted_table(what.table), most + 1),
                              [&](const db::RowView& row) {
                                  ++rows;
                                  plain = plain && is_plain(row.text(0));
                                  if (!row.is_null(0)) { candidates.insert(folded(row.text(0))); }
                              });
    if (plain && rows <= most) { what.candidates = std::move(candidates); }
}

/// Calls `on_row` with the key, and what `more` selects behind it, of those of the records that
/// the shop has.
template<typename OnRow>
void read_records(const Shop& shop, const NaturalTarget& what, std::span<const std::uint32_t> ids,
                  const std::string& more, const OnRow& on_row)
{
    if (ids.empty() || shop.find_table(what.table) == nullptr) { return; }
    std::vector<std::uint32_t> ordered(ids.begin(), ids.end());
    std::sort(ordered.begin(), ordered.end());
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
    const auto key = db::quoted(what.key);
    for (const auto& condition : db::id_conditions(key, ordered)) {
        shop.connection().query(
            fmt::format("SELECT {}{} FROM {} WHERE {}", key, more, shop.quoted_table(what.table),
                        condition),
            [&](const db::RowView& row) {
                // A condition may span a few ids more.
                if (std::binary_search(ordered.begin(), ordered.end(), row.id(0))) { on_row(row); }
            });
    }
}

} // namespace

NaturalTarget natural_target(const EntitySpec& spec, const NaturalKey& key)
{
    NaturalTarget what;
    what.type = spec.root().type;
    what.entity = spec.name;
    what.table = spec.root().table;
    what.key = spec.root().key;
    what.first_is_unique = key.first_is_unique;
    what.may_repeat = key.may_repeat;
    what.pairs_in_order = key.pairs_in_order;
    what.attribute = key.attribute;
    what.reserved_ids = spec.reserved_ids;
    what.entity_type_code = spec.root().eav.entity_type_code;
    const auto setting_of = [](const TableSpec& table, std::string_view column) {
        for (const auto& reference : table.references) {
            if (reference.column == column) { return std::string(reference.to); }
        }
        return std::string();
    };
    for (const auto column : key.columns) {
        what.columns.emplace_back(column);
        what.settings.push_back(setting_of(spec.root(), column));
    }
    for (const auto& table : spec.tables) {
        if (key.set_table.empty() || table.table != key.set_table) { continue; }
        what.set_table = table.table;
        what.set_parent = table.parent_column;
        what.set_column = key.set_column;
        what.set_setting = setting_of(table, key.set_column);
    }
    return what;
}

bool NaturalTarget::may_match(std::string_view value) const
{
    return !candidates || !is_plain(value) || candidates->contains(folded(value));
}

void bound_lookups(const Shop& target, NaturalTarget& what)
{
    auto& connection = target.connection();
    const auto table = target.table(what.table);
    const bool has_index =
        connection
            .value(db::bind("SELECT 1 FROM information_schema.statistics WHERE table_schema = "
                            "DATABASE() AND table_name = ? AND column_name = ? AND "
                            "seq_in_index = 1 LIMIT 1",
                            {table, what.columns.front()}))
            .has_value();
    read_candidates(target, what);
    if (has_index) { return; }
    const auto highest = connection.value(
        fmt::format("SELECT MAX({}) FROM {}", db::quoted(what.key), db::quoted(table)));
    what.highest_id = parse_id(highest.value_or("0"));
}

std::vector<NaturalTarget> part_targets(const EntitySpec& spec)
{
    std::vector<NaturalTarget> parts;
    for (const auto& table : spec.tables.subspan(1)) {
        if (table.key.empty()) { continue; }
        NaturalTarget part;
        part.type = table.type;
        part.entity = spec.name;
        part.table = table.table;
        part.key = table.key;
        part.is_part = true;
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<NaturalMatch> find_by_natural_key(const Shop& target, const NaturalTarget& what,
                                              std::span<const NaturalValue> values)
{
    std::vector<NaturalMatch> found(values.size());
    std::vector<std::string> firsts;
    std::unordered_map<std::string, std::vector<std::size_t>> asking;
    std::vector<const std::vector<std::size_t>*> by_position;
    const auto* const key_column = target.require_table(what.table).find(what.columns[0]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].columns.empty() || !values[i].columns[0]) { continue; }
        if (!what.may_match(*values[i].columns[0])) { continue; }
        // What the column cannot hold is not there, and a server may refuse even to look for it.
        if (key_column == nullptr || misfit(*values[i].columns[0], key_column->type)) { continue; }
        auto& group = asking[folded(*values[i].columns[0])];
        if (group.empty()) { firsts.push_back(*values[i].columns[0]); }
        group.push_back(i);
    }
    if (firsts.empty()) { return found; }
    by_position.reserve(firsts.size());
    for (const auto& first : firsts) { by_position.push_back(&asking[folded(first)]); }

    const auto list = db::literal_list(firsts);
    const auto column = db::quoted("t", what.columns[0]);
    // Most batches of a first load match nothing; that much the server says without comparing
    // every match with every value.
    auto from =
        fmt::format(" FROM {} t WHERE {} IN ({})", target.quoted_table(what.table), column, list);
    if (what.highest_id) {
        from += fmt::format(" AND {} <= {}", db::quoted("t", what.key), *what.highest_id);
    }
    const auto any = target.connection().value("SELECT 1" + from + " LIMIT 1");
    if (!any) { return found; }
    std::string select =
        fmt::format("SELECT FIELD({0}, {1}), {2}, {0}", column, list, db::quoted("t", what.key));
    select += select_key(target, what);
    target.connection().query(select + from + " ORDER BY 2", [&](const db::RowView& row) {
        const auto position = row.id(0);
        if (position == 0) { return; }
        const auto key = read_key(row, 2, what);
        for (const auto index : *by_position[position - 1]) {
            const auto& wanted = values[index];
            const bool equal = std::equal(key.columns.begin() + 1, key.columns.end(),
                                          wanted.columns.begin() + 1) &&
                               key.set == wanted.set && key.attribute == wanted.attribute;
            if (equal) {
                found[index].ids.push_back(row.id(1));
            } else if (what.first_is_unique) {
                found[index].in_the_way = row.id(1);
            }
        }
    });
    return found;
}

std::unordered_set<std::uint32_t> existing_records(const Shop& shop, const NaturalTarget& what,
                                                   std::span<const std::uint32_t> ids)
{
    std::unordered_set<std::uint32_t> existing;
    read_records(shop, what, ids, "", [&](const db::RowView& row) { existing.insert(row.id(0)); });
    return existing;
}

std::unordered_map<std::uint32_t, std::string>
document_numbers(const Shop& shop, const NaturalTarget& what, std::span<const std::uint32_t> ids)
{
    std::unordered_map<std::uint32_t, std::string> numbers;
    read_records(shop, what, ids, ", " + db::quoted(what.columns.front()),
                 [&](const db::RowView& row) { numbers[row.id(0)] = row.text(1); });
    return numbers;
}

std::unordered_map<std::uint32_t, std::uint32_t>
find_duplicates(const Shop& source, const NaturalTarget& what, const Settings& settings,
                std::span<const std::uint32_t> asked)
{
    if (what.may_repeat) { return {}; }
    const auto member = mapped_expression(
        what.set_column.empty() ? "" : db::quoted(what.set_column), what.set_setting, settings);
    const auto expression = [&](std::string_view alias, std::size_t i) {
        return mapped_expression(db::quoted(alias, what.columns[i]), what.settings[i], settings);
    };
    std::string keys;
    std::string groups;
    std::string on;
    for (std::size_t i = 0; i < what.columns.size(); ++i) {
        keys += fmt::format("{} AS k{}, ", expression("t", i), i);
        groups += fmt::format("{}k{}", i == 0 ? "" : ", ", i);
        on += fmt::format("{}{} <=> d.k{}", i == 0 ? "" : " AND ", expression("r", i), i);
    }
    if (!what.set_table.empty()) {
        keys += "members.list AS member_list, ";
        groups += ", member_list";
        on += " AND members.list <=> d.member_list";
    }
    const auto table = source.quoted_table(what.table);
    const auto key = db::quoted(what.key);
    std::string where = db::quoted("t", what.columns[0]) + " IS NOT NULL";
    const bool is_direct = what.set_table.empty() && keys.find("CASE") == std::string::npos;
    if (is_direct && has_unique_index(source, what)) {
        if (what.first_is_unique) { return {}; }
        // A unique index allows any number of NULLs, and nothing else twice.
        std::string nulls;
        for (std::size_t i = 1; i < what.columns.size(); ++i) {
            nulls +=
                fmt::format("{}{} IS NULL", i == 1 ? "" : " OR ", db::quoted("t", what.columns[i]));
        }
        if (nulls.empty()) { return {}; }
        where += fmt::format(" AND ({})", nulls);
    }
    std::string of_asked;
    if (!asked.empty()) {
        const auto list = db::id_list(asked);
        of_asked = fmt::format(" AND r.{} IN ({})", key, list);
        // Records that are alike are alike in the first column; as a setting it may be another's.
        if (what.settings[0].empty()) {
            where += fmt::format(" AND t.{0} IN (SELECT a.{0} FROM {1} a WHERE a.{2} IN ({3}))",
                                 db::quoted(what.columns[0]), table, key, list);
        }
    }
    std::unordered_map<std::uint32_t, std::uint32_t> duplicates;
    source.connection().query(
        fmt::format(
            "SELECT r.{0}, d.lowest_id FROM {1} r{2} JOIN (SELECT {3}MIN(t.{0}) AS lowest_id "
            "FROM {1} t{4} WHERE {5}{8} GROUP BY {6} HAVING COUNT(*) > 1) d ON {7} "
            "WHERE r.{0} <> d.lowest_id{8}{9} ORDER BY 1",
            key, table, join_members(source, what, member, "r"), keys,
            join_members(source, what, member, "t"), where, groups, on, what.condition, of_asked),
        [&](const db::RowView& row) { duplicates[row.id(0)] = row.id(1); });
    return duplicates;
}

} // namespace datasync::schema
