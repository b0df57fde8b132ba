// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/increment_counters.hpp"

#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace datasync::schema {

namespace {

/// The one model that counts; others (letters, modules of the shop) have rules of their own.
constexpr std::string_view k_counting_model = "eav/entity_increment_numeric";

/// No shop counts further than so many digits. A longer number is of another series: 1200000005
/// is the fifth of store 12, not the two hundred millionth of store 1.
constexpr std::size_t k_most_digits = 8;

/// PHP's largest number; counters end before it.
constexpr auto k_largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// The number at the beginning of a text, as PHP reads one.
std::uint64_t leading_number(std::string_view text)
{
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc::result_out_of_range ? k_largest : std::min(number, k_largest);
}

} // namespace

IncrementCounters::IncrementCounters(const Shop& target, std::string_view entity_type_code)
    : m_target(target)
{
    target.connection().query(
        "SELECT entity_type_id, increment_per_store, increment_pad_length, increment_pad_char "
        "FROM " +
            target.quoted_table("eav_entity_type") +
            db::bind(" WHERE entity_type_code = ? AND increment_model = ?",
                     {entity_type_code, k_counting_model}),
        [&](const db::RowView& row) {
            m_entity_type_id = row.id(0);
            m_is_per_store = row.id(1) != 0;
            m_pad_length = row.id(2);
            m_pad_char = row.string(3);
        });
    if (m_entity_type_id != 0) { m_known = read(); }
}

std::vector<IncrementCounters::Counter> IncrementCounters::read() const
{
    std::vector<Counter> counters;
    m_target.connection().query(
        fmt::format("SELECT s.store_id, c.entity_store_id, c.increment_prefix, c.increment_last_id "
                    "FROM {} s LEFT JOIN {} c ON c.entity_type_id = {} AND c.store_id = s.store_id "
                    "{} ORDER BY s.store_id, c.entity_store_id",
                    m_target.quoted_table("core_store"), m_target.quoted_table(k_counter_table),
                    m_entity_type_id, m_is_per_store ? "" : "WHERE s.store_id = 0"),
        [&](const db::RowView& row) {
            Counter counter;
            counter.store_id = row.id(0);
            counter.row_id = row.id(1);
            counter.prefix = counter.row_id == 0 ? row.string(0) : row.string(2);
            if (!row.is_null(3)) { counter.last_id = row.string(3); }
            auto last = row.text(3);
            if (last.starts_with(counter.prefix)) { last.remove_prefix(counter.prefix.size()); }
            counter.number = leading_number(last);
            counters.push_back(std::move(counter));
        });
    return counters;
}

std::string IncrementCounters::format(const Counter& counter, std::uint64_t number) const
{
    auto text = counter.prefix;
    const auto digits = std::to_string(number);
    for (auto size = digits.size(); size < m_pad_length; ++size) { text += m_pad_char; }
    return text + digits;
}

/// The number that makes `increment_id` the shop's own in this series; 0 when none does.
std::uint64_t IncrementCounters::number_in_series(const Counter& counter,
                                                  std::string_view increment_id) const
{
    if (!increment_id.starts_with(counter.prefix)) { return 0; }
    const auto digits = increment_id.substr(counter.prefix.size());
    const auto most_digits =
        std::max({k_most_digits, m_pad_length, std::to_string(counter.number).size()});
    if (digits.size() > most_digits) { return 0; }
    const auto number = util::parse_unsigned(digits).value_or(0);
    return number < k_largest && format(counter, number) == increment_id ? number : 0;
}

std::uint64_t IncrementCounters::highest(const Counter& counter,
                                         std::span<const std::string_view> ids) const
{
    std::uint64_t highest = 0;
    for (const auto id : ids) { highest = std::max(highest, number_in_series(counter, id)); }
    return highest;
}

bool IncrementCounters::is_behind(const Counter& counter, std::uint64_t number,
                                  std::span<const std::uint32_t> store_ids) const
{
    if (number > counter.number) { return true; }
    const bool has_documents = m_is_per_store ? std::find(store_ids.begin(), store_ids.end(),
                                                          counter.store_id) != store_ids.end()
                                              : !store_ids.empty();
    return counter.row_id == 0 && has_documents;
}

void IncrementCounters::raise(std::span<const std::string_view> increment_ids,
                              std::span<const std::uint32_t> store_ids)
{
    const auto is_enough = [&](const Counter& counter) {
        return !is_behind(counter, highest(counter, increment_ids), store_ids);
    };
    if (std::all_of(m_known.begin(), m_known.end(), is_enough)) { return; }
    m_known = read();
    auto counters = m_known;
    for (bool is_done = false; !is_done;) {
        is_done = true;
        for (const auto& counter : counters) {
            const auto number = highest(counter, increment_ids);
            if (!is_behind(counter, number, store_ids)) { continue; }
            const bool took =
                counter.row_id == 0 ? create(counter, number) : update(counter, number);
            is_done = is_done && took;
        }
        // Somebody else was faster: what is there now may be enough.
        if (!is_done) { counters = read(); }
    }
}

/// False when the row is no longer what was read.
bool IncrementCounters::update(const Counter& counter, std::uint64_t number) const
{
    const auto done = m_target.connection().execute(
        fmt::format("UPDATE {} SET increment_last_id = {} WHERE entity_store_id = {} AND "
                    "increment_last_id <=> {}",
                    m_target.quoted_table(k_counter_table), db::literal(format(counter, number)),
                    counter.row_id, counter.last_id ? db::literal(*counter.last_id) : "NULL"));
    return done.affected_rows > 0;
}

/// False when another session has created the counter meanwhile. No key of the table forbids two
/// of one store, so whoever finds a second one takes its own back. A checkout that is about to
/// create it makes the INSERT wait, and is seen after that; another writer is waited for by the
/// locking read.
bool IncrementCounters::create(const Counter& counter, std::uint64_t number) const
{
    auto& connection = m_target.connection();
    const auto table = m_target.quoted_table(k_counter_table);
    const auto row_id =
        connection
            .execute(fmt::format("INSERT INTO {} (entity_type_id, store_id, increment_prefix, "
                                 "increment_last_id) VALUES ({}, {}, {}, {})",
                                 table, m_entity_type_id, counter.store_id,
                                 db::literal(counter.prefix), db::literal(format(counter, number))))
            .last_insert_id;
    const auto second = connection.value(fmt::format(
        "SELECT entity_store_id FROM {} WHERE entity_type_id = {} AND store_id = {} AND "
        "entity_store_id <> {} LIMIT 1 FOR UPDATE",
        table, m_entity_type_id, counter.store_id, row_id));
    if (!second) { return true; }
    connection.execute(fmt::format("DELETE FROM {} WHERE entity_store_id = {}", table, row_id));
    return false;
}

} // namespace datasync::schema
