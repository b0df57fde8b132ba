// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Looks up and remembers id pairs: one query per batch, ranges of ids where they are dense.
#include "state/registry.hpp"

#include "db/sql_text.hpp"
#include "state/bulk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace datasync::state {

namespace {

/// Numbers are forever: destinations hold them in millions of rows. A new part takes the next free
/// number; none is ever changed or given to another part.
constexpr std::array k_part_types = {
    PartType{"customer_address", 1},
    PartType{"eav_attribute_option", 2},
    PartType{"eav_attribute", 3},
    PartType{"order_item", 4},
    PartType{"order_address", 5},
    PartType{"order_payment", 6},
    PartType{"payment_transaction", 7},
    PartType{"order_status_history", 8},
    PartType{"order_tax", 9},
    PartType{"link_purchased", 10},
    PartType{"link_purchased_item", 11},
    PartType{"gift_message", 12},
    PartType{"invoice_item", 13},
    PartType{"invoice_comment", 14},
    PartType{"shipment_item", 15},
    PartType{"shipment_comment", 16},
    PartType{"shipment_track", 17},
    PartType{"creditmemo_item", 18},
    PartType{"creditmemo_comment", 19},
    PartType{"product_option", 20},
    PartType{"product_option_value", 21},
    PartType{"bundle_option", 22},
    PartType{"bundle_selection", 23},
    PartType{"downloadable_link", 24},
    PartType{"salesrule_coupon", 25},
    PartType{"super_attribute", 26},
    PartType{"gallery_image", 27},
    PartType{"downloadable_sample", 28},
    PartType{"attribute_group", 29},
};

/// From this many rows on LOAD DATA beats INSERT; below, its second round trip costs more.
constexpr std::size_t k_least_load_rows = 500;

std::uint16_t part_type_number(std::string_view type)
{
    for (const PartType& known : k_part_types) {
        if (known.name == type) { return known.number; }
    }
    throw std::logic_error(fmt::format("the registry knows no part of an entity called {}", type));
}

/// The answer about `count` ids where nothing is known.
std::vector<std::uint32_t> unknown(std::size_t count)
{
    std::vector<std::uint32_t> answers(count, 0);
    return answers;
}

/// The distinct ids that can be known, ascending; 0 is never one.
std::vector<std::uint32_t> distinct_ids(std::span<const std::uint32_t> ids)
{
    std::vector<std::uint32_t> distinct(ids.begin(), ids.end());
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (!distinct.empty() && distinct.front() == 0) { distinct.erase(distinct.begin()); }
    return distinct;
}

/// Asks for the rows whose `column` is one of `distinct` (ascending, not empty) and calls
/// `on_pair` with their first two columns. `select` ends in WHERE and its first conditions.
template<typename OnPair>
void query_pairs(db::Connection& connection, const std::string& select, std::string_view column,
                 const std::vector<std::uint32_t>& distinct, const OnPair& on_pair)
{
    const auto on_row = [&](const db::RowView& row) { on_pair(row.id(0), row.id(1)); };
    for (const auto& condition : db::id_conditions(column, distinct)) {
        connection.query(fmt::format("{} AND {}", select, condition), on_row);
    }
}

/// Answers in the order of `asked`. Where a key has several values, the smallest counts, so that
/// the answer does not depend on the order in which rows arrive.
std::vector<std::uint32_t> answer(db::Connection& connection, const std::string& select,
                                  std::string_view column, std::span<const std::uint32_t> asked)
{
    std::vector<std::uint32_t> answers = unknown(asked.size());
    const std::vector<std::uint32_t> distinct = distinct_ids(asked);
    if (distinct.empty()) { return answers; }

    std::vector<std::uint32_t> found(distinct.size(), 0);
    const auto place_of = [&](std::uint32_t id) {
        const auto at = std::lower_bound(distinct.begin(), distinct.end(), id);
        return at == distinct.end() || *at != id ? distinct.size()
                                                 : static_cast<std::size_t>(at - distinct.begin());
    };
    query_pairs(connection, select, column, distinct, [&](std::uint32_t key, std::uint32_t value) {
        const std::size_t place = place_of(key);
        if (place < found.size() && (found[place] == 0 || value < found[place])) {
            found[place] = value;
        }
    });
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (asked[i] != 0) { answers[i] = found[place_of(asked[i])]; }
    }
    return answers;
}

} // namespace

std::span<const PartType> part_types()
{
    return k_part_types;
}

bool is_part_type(std::string_view name)
{
    return std::any_of(k_part_types.begin(), k_part_types.end(),
                       [&](const PartType& part) { return part.name == name; });
}

Registry::Registry(db::Connection& destination, OwnTables tables, std::string source_system,
                   std::uint16_t source_number, bool installed)
    : m_destination(destination),
      m_tables(std::move(tables)),
      m_source_system(std::move(source_system)),
      m_source_number(source_number),
      m_installed(installed)
{
}

bool Registry::knows_any(std::string_view type)
{
    if (!m_installed) { return false; }
    return m_destination.value(select("1", type, is_part_type(type)) + " LIMIT 1").has_value();
}

bool Registry::has_parts(std::string_view type)
{
    const auto [known, is_new] = m_has_parts.try_emplace(part_type_number(type), false);
    if (is_new) { known->second = knows_any(type); }
    return known->second;
}

std::string Registry::select(std::string_view columns, std::string_view type, bool part) const
{
    return part ? fmt::format("SELECT {} FROM {} WHERE source_no = {} AND part_type = {}", columns,
                              db::quoted(m_tables.part), m_source_number, part_type_number(type))
                : fmt::format("SELECT {} FROM {} WHERE source_system = {} AND entity_type = {}",
                              columns, db::quoted(m_tables.registry), db::literal(m_source_system),
                              db::literal(type));
}

std::vector<std::uint32_t> Registry::lookup(std::string_view type, bool part,
                                            std::span<const std::uint32_t> source_ids)
{
    if (source_ids.empty()) { return {}; }
    // Nobody but the record's own writer adds its parts, so that where none were, none are.
    if (!m_installed || (part && !has_parts(type))) { return unknown(source_ids.size()); }
    std::vector<std::uint32_t> asked(source_ids.begin(), source_ids.end());
    std::replace_if(
        asked.begin(), asked.end(), [&](auto id) { return id >= m_first_made_up; }, 0);
    return answer(m_destination, select("source_id, target_id", type, part), "source_id", asked);
}

std::vector<std::uint32_t> Registry::claimed_by(std::string_view type, bool part,
                                                std::span<const std::uint32_t> target_ids)
{
    if (!m_installed) { return unknown(target_ids.size()); }
    return answer(m_destination, select("target_id, source_id", type, part), "target_id",
                  target_ids);
}

void Registry::remember(std::string_view type, bool part, std::span<const IdPair> pairs,
                        bool allow_load)
{
    if (!m_installed) {
        throw std::logic_error("the registry cannot remember before its tables are installed");
    }
    if (pairs.empty()) { return; }
    const bool loads = allow_load && part && pairs.size() >= k_least_load_rows &&
                       m_destination.server().local_infile;
    if (loads && load_parts(type, pairs)) { return; }
    // What all rows share is formatted once; VALUES() is the one form that both servers take.
    const std::string head =
        part ? fmt::format("INSERT INTO {} (source_no, part_type, source_id, target_id) VALUES ",
                           db::quoted(m_tables.part))
             : fmt::format("INSERT INTO {} (source_system, entity_type, source_id, target_id, "
                           "synced_at) VALUES ",
                           db::quoted(m_tables.registry));
    const std::string row_head =
        part ? fmt::format("({},{},", m_source_number, part_type_number(type))
             : fmt::format("({},{},", db::literal(m_source_system), db::literal(type));
    const std::string_view row_tail = part ? ")" : ",UTC_TIMESTAMP())";

    BulkStatement insert(m_destination, head,
                         part ? " ON DUPLICATE KEY UPDATE target_id = VALUES(target_id)"
                              : " ON DUPLICATE KEY UPDATE target_id = VALUES(target_id), "
                                "synced_at = VALUES(synced_at)");
    std::string row;
    for (const IdPair& pair : pairs) {
        row = row_head;
        row += fmt::format_int(pair.source_id).c_str();
        row += ',';
        row += fmt::format_int(pair.target_id).c_str();
        row += row_tail;
        insert.add(row);
    }
    insert.flush();
}

bool Registry::load_parts(std::string_view type, std::span<const IdPair> pairs)
{
    std::string rows;
    for (const IdPair& pair : pairs) {
        rows += fmt::format_int(pair.source_id).c_str();
        rows += '\t';
        rows += fmt::format_int(pair.target_id).c_str();
        rows += '\n';
    }
    const auto done = m_destination.load_local(
        fmt::format("LOAD DATA LOCAL INFILE 'rows' REPLACE INTO TABLE {} (source_id, target_id) "
                    "SET source_no = {}, part_type = {}",
                    db::quoted(m_tables.part), m_source_number, part_type_number(type)),
        rows);
    return done.records == pairs.size() && done.skipped == 0 && done.warnings == 0;
}

std::vector<Claim> Registry::claims(std::string_view type,
                                    std::span<const std::uint32_t> target_ids)
{
    std::vector<Claim> claims;
    if (!m_installed) { return claims; }
    for_each_chunk(target_ids, [&](auto chunk) {
        // The server says which name is the asking source's: names compare without case.
        m_destination.query(
            db::bind(fmt::format("SELECT target_id, source_system, source_id, source_system = ? "
                                 "FROM {} WHERE entity_type = ? AND target_id IN ({}) "
                                 "ORDER BY source_system, source_id",
                                 db::quoted(m_tables.registry), db::id_list(chunk)),
                     {m_source_system, type}),
            [&](const db::RowView& row) {
                claims.push_back({row.id(0), row.string(1), row.id(2), row.id(3) == 1});
            });
    });
    return claims;
}

std::uint64_t Registry::count(std::string_view type)
{
    if (!m_installed) { return 0; }
    return std::stoull(m_destination.value(select("COUNT(*)", type, false)).value_or("0"));
}

void Registry::forget(std::string_view type, std::span<const std::uint32_t> source_ids)
{
    if (!m_installed) { return; }
    for_each_chunk(source_ids, [&](auto chunk) {
        m_destination.execute(
            db::bind(fmt::format("DELETE FROM {} WHERE source_system = ? AND entity_type = ? AND "
                                 "source_id IN ({})",
                                 db::quoted(m_tables.registry), db::id_list(chunk)),
                     {m_source_system, type}));
    });
}

void Registry::forget_own_parts(std::string_view type, std::span<const std::uint32_t> target_ids)
{
    if (!m_installed) { return; }
    for_each_chunk(target_ids, [&](auto chunk) {
        m_destination.execute(
            fmt::format("DELETE FROM {} WHERE part_type = {} AND target_id IN ({}) AND source_no "
                        "= {}",
                        db::quoted(m_tables.part), part_type_number(type), db::id_list(chunk),
                        m_source_number));
    });
}

void Registry::forget_parts(std::string_view type, std::span<const std::uint32_t> target_ids)
{
    if (!m_installed) { return; }
    // Of every source: the row is gone, and a server may give its id to another row one day.
    for_each_chunk(target_ids, [&](auto chunk) {
        m_destination.execute(fmt::format("DELETE FROM {} WHERE part_type = {} AND target_id IN "
                                          "({})",
                                          db::quoted(m_tables.part), part_type_number(type),
                                          db::id_list(chunk)));
    });
}

} // namespace datasync::state
