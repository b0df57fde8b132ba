// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/keyed_records.hpp"

#include "db/sql_text.hpp"
#include "schema/value_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace datasync::schema {

namespace {

/// The admin value of the attribute that belongs to a key, as an expression on the record `t`.
std::string attribute_expression(const Shop& shop, const NaturalTarget& what)
{
    return fmt::format(
        "(SELECT v.value FROM {}_varchar v JOIN {} a ON a.attribute_id = v.attribute_id JOIN {} y "
        "ON y.entity_type_id = a.entity_type_id WHERE v.entity_id = {} AND v.store_id = 0 AND {})",
        // The prefix stands in front of both names.
        shop.table(what.table), shop.quoted_table("eav_attribute"),
        shop.quoted_table("eav_entity_type"), db::quoted("t", what.key),
        db::bind("a.attribute_code = ? AND y.entity_type_code = ?",
                 {what.attribute, what.entity_type_code}));
}

std::vector<std::uint32_t> ascending(std::span<const std::uint32_t> ids)
{
    std::vector<std::uint32_t> ordered(ids.begin(), ids.end());
    std::sort(ordered.begin(), ordered.end());
    ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
    return ordered;
}

/// Calls `on_row` with the key, and what `more` selects behind it, of those of the records that are
/// there.
template<typename OnRow>
void query_records(const Shop& shop, const NaturalTarget& what, std::span<const std::uint32_t> ids,
                   const std::string& more, const OnRow& on_row)
{
    if (ids.empty()) { return; }
    const auto ordered = ascending(ids);
    const auto key = db::quoted("t", what.key);
    for (const auto& condition : db::id_conditions(key, ordered)) {
        shop.connection().query(
            fmt::format("SELECT {}{} FROM {} t WHERE {}{}", key, more,
                        shop.quoted_table(what.table), condition, what.condition),
            [&](const db::RowView& row) {
                // A condition may span a few ids more.
                if (std::binary_search(ordered.begin(), ordered.end(), row.id(0))) { on_row(row); }
            });
    }
}

} // namespace

std::string folded(std::string_view text)
{
    while (!text.empty() && text.back() == ' ') { text.remove_suffix(1); }
    std::string folded(text);
    for (auto& c : folded) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return folded;
}

std::string select_key(const Shop& shop, const NaturalTarget& what)
{
    std::string select;
    for (std::size_t i = 1; i < what.columns.size(); ++i) {
        select += ", " + db::quoted("t", what.columns[i]);
    }
    if (!what.set_table.empty()) {
        // Per record: joining all members would read the whole set table for each batch.
        select +=
            fmt::format(", (SELECT GROUP_CONCAT({0} ORDER BY {0}) FROM {1} s WHERE s.{2} = {3})",
                        db::quoted("s", what.set_column), shop.quoted_table(what.set_table),
                        db::quoted(what.set_parent), db::quoted("t", what.key));
    }
    if (!what.attribute.empty()) { select += ", " + attribute_expression(shop, what); }
    return select;
}

NaturalValue read_key(const db::RowView& row, unsigned first, const NaturalTarget& what)
{
    NaturalValue key;
    unsigned cell = first;
    for (std::size_t c = 0; c < what.columns.size(); ++c, ++cell) {
        key.columns.push_back(row.is_null(cell) ? std::nullopt
                                                : std::optional<std::string>(row.text(cell)));
    }
    if (!what.set_table.empty()) { key.set = row.text(cell++); }
    if (!what.attribute.empty()) { key.attribute = row.text(cell); }
    return key;
}

void read_keyed_records(const Shop& shop, const NaturalTarget& what, std::string_view label_column,
                        std::span<const std::uint32_t> ids, const OnKeyedRecord& on_record)
{
    const auto more = fmt::format(", {}, {}{}", db::quoted("t", label_column),
                                  db::quoted("t", what.columns.front()), select_key(shop, what));
    query_records(shop, what, ids, more, [&](const db::RowView& row) {
        on_record({row.id(0), row.string(1), read_key(row, 2, what)});
    });
}

void find_keyed_records(const Shop& shop, const NaturalTarget& what,
                        std::span<const std::string> firsts,
                        const std::function<void(std::size_t, const KeyedRecord&)>& on_record)
{
    const auto* const column = shop.require_table(what.table).find(what.columns.front());
    std::vector<std::string> asked;
    std::unordered_map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        // What the column cannot hold is not there, and a server may refuse even to look for it.
        if (column == nullptr || misfit(firsts[i], column->type)) { continue; }
        auto& group = places[folded(firsts[i])];
        if (group.empty()) { asked.push_back(firsts[i]); }
        group.push_back(i);
    }
    if (asked.empty()) { return; }
    const auto first = db::quoted("t", what.columns.front());
    const auto list = db::literal_list(asked);
    shop.connection().query(
        fmt::format("SELECT FIELD({0}, {1}), {2}, {0}{3} FROM {4} t WHERE {0} IN ({1}){5} "
                    "ORDER BY 2",
                    first, list, db::quoted("t", what.key), select_key(shop, what),
                    shop.quoted_table(what.table), what.condition),
        [&](const db::RowView& row) {
            const auto place = row.id(0);
            if (place == 0) { return; }
            const KeyedRecord record{row.id(1), row.string(2), read_key(row, 2, what)};
            for (const auto n : places.at(folded(asked[place - 1]))) { on_record(n, record); }
        });
}

std::unordered_set<std::uint32_t> present_records(const Shop& shop, const NaturalTarget& what,
                                                  std::span<const std::uint32_t> ids)
{
    std::unordered_set<std::uint32_t> present;
    query_records(shop, what, ids, "", [&](const db::RowView& row) { present.insert(row.id(0)); });
    return present;
}

} // namespace datasync::schema
