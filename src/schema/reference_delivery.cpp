// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/reference_delivery.hpp"

#include "db/sql_text.hpp"
#include "texts/text_references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace datasync::schema {

namespace {

/// A server goes through the rows of a statement for each row: more of them cost more than the
/// round trips they save.
constexpr std::size_t k_rows_per_statement = 100;
/// Texts are held until they are written back; those of pages may be megabytes.
constexpr std::size_t k_texts_at_once = 50;
/// Beyond this a longer statement saves nothing.
constexpr std::size_t k_statement_bytes = 256U << 10U;

auto column_of(const DeferredReference& reference)
{
    return std::tie(reference.table, reference.key_column, reference.column, reference.place,
                    reference.attribute_id, reference.store_id);
}

bool comes_before(const ArrivedReference* a, const ArrivedReference* b)
{
    const auto order = [](const DeferredReference& reference) {
        return std::tuple_cat(column_of(reference), std::tie(reference.row_id));
    };
    return order(a->reference) < order(b->reference);
}

/// What tells a value row from the others of its record, as " AND ..."; nothing for other rows.
std::string of_value(const DeferredReference& reference)
{
    if (reference.attribute_id == 0) { return {}; }
    auto condition = fmt::format(" AND attribute_id = {}", reference.attribute_id);
    if (reference.store_id != DeferredReference::k_no_store) {
        condition += fmt::format(" AND store_id = {}", reference.store_id);
    }
    return condition;
}

/// Calls `visit` with consecutive pieces of a group, cut before the first reference for which
/// `is_next` is true after those before it.
template<typename IsNext, typename Visit>
void for_each_piece(std::span<const ArrivedReference* const> group, const IsNext& is_next,
                    const Visit& visit)
{
    while (!group.empty()) {
        std::size_t size = 1;
        while (size < group.size() && !is_next(group.first(size), group[size])) { ++size; }
        visit(group.first(size));
        group = group.subspan(size);
    }
}

/// Puts ids into one text; returns how many found their place.
std::uint64_t fill_text(std::string& text, std::span<const ArrivedReference* const> references)
{
    const auto& first = references.front()->reference;
    auto scan = texts::scan_text(text, first.place, {.list_type = first.target_type});
    std::vector<std::uint32_t> ids;
    ids.reserve(scan.references.size());
    for (const auto& place : scan.references) { ids.push_back(place.id); }
    std::uint64_t delivered = 0;
    for (const auto* arrived : references) {
        const auto& reference = arrived->reference;
        if (reference.position >= ids.size() || ids[reference.position] != 0) { continue; }
        // Options that wait are all called 0, so that the text alone no longer tells a chosen value
        // from a typed one. What waits for it was found to be an id when it was read.
        auto& place = scan.references[reference.position];
        if (!place.target.empty() && place.target != reference.target_type) { continue; }
        place.target = reference.target_type;
        ids[reference.position] = arrived->target_id;
        ++delivered;
    }
    if (delivered != 0) { text = texts::replace_ids(text, scan, ids); }
    return delivered;
}

} // namespace

/// What a row's column is set to, as SQL.
struct ReferenceDelivery::Assignment {
    std::uint32_t row_id;
    std::string value;
};

std::uint64_t ReferenceDelivery::deliver(std::span<const ArrivedReference> references)
{
    std::vector<const ArrivedReference*> sorted;
    sorted.reserve(references.size());
    for (const auto& reference : references) { sorted.push_back(&reference); }
    std::stable_sort(sorted.begin(), sorted.end(), comes_before);

    std::uint64_t delivered = 0;
    const auto is_other_column = [](Group group, const ArrivedReference* next) {
        return column_of(group.front()->reference) != column_of(next->reference);
    };
    for_each_piece(sorted, is_other_column, [&](Group group) {
        const bool is_text = group.front()->reference.place != ReferencePlace::column;
        delivered += is_text ? fill_texts(group) : fill_column(group);
    });
    return delivered;
}

std::uint64_t ReferenceDelivery::fill_column(Group group)
{
    std::vector<Assignment> rows;
    rows.reserve(group.size());
    for (const auto* arrived : group) {
        rows.push_back({arrived->reference.row_id, std::to_string(arrived->target_id)});
    }
    const auto& column = group.front()->reference;
    const auto name = db::quoted(column.column);
    return update(column, rows,
                  fmt::format(" AND ({0} IS NULL OR {0} = 0){1}", name, of_value(column)));
}

std::uint64_t ReferenceDelivery::fill_texts(Group group)
{
    const auto& column = group.front()->reference;
    std::uint64_t delivered = 0;
    const auto is_next = [](Group rows, const ArrivedReference* next) {
        return rows.size() >= k_texts_at_once &&
               rows.back()->reference.row_id != next->reference.row_id;
    };
    for_each_piece(group, is_next, [&](Group rows) {
        std::vector<std::uint32_t> ids;
        for (const auto* row : rows) { ids.push_back(row->reference.row_id); }
        std::vector<Assignment> texts;
        m_target.connection().query(
            fmt::format(
                "SELECT {0}, {1} FROM {2} WHERE {0} IN ({3}) AND {1} IS NOT NULL{4} FOR UPDATE",
                db::quoted(column.key_column), db::quoted(column.column),
                m_target.quoted_table(column.table), db::id_list(ids), of_value(column)),
            [&](const db::RowView& row) {
                const auto of_row = std::equal_range(ids.begin(), ids.end(), row.id(0));
                const auto first = static_cast<std::size_t>(of_row.first - ids.begin());
                const auto count = static_cast<std::size_t>(of_row.second - of_row.first);
                auto text = row.string(1);
                const auto filled = fill_text(text, rows.subspan(first, count));
                delivered += filled;
                if (filled != 0) { texts.push_back({row.id(0), db::literal(text)}); }
            });
        update(column, texts, of_value(column));
    });
    return delivered;
}

/// Sets one column of rows and returns how many of them changed.
std::uint64_t ReferenceDelivery::update(const DeferredReference& column,
                                        std::span<const Assignment> rows,
                                        std::string_view condition)
{
    const auto key = db::quoted(column.key_column);
    const auto head =
        fmt::format("UPDATE {} SET {}{} = CASE {}", m_target.quoted_table(column.table),
                    untouched(column.table), db::quoted(column.column), key);
    std::uint64_t changed = 0;
    std::vector<std::uint32_t> ids;
    auto sql = head;
    const auto send = [&] {
        if (ids.empty()) { return; }
        sql += fmt::format(" END WHERE {} IN ({}){}", key, db::id_list(ids), condition);
        changed += m_target.connection().execute(sql).affected_rows;
        ids.clear();
        sql = head;
    };
    for (const auto& row : rows) {
        const bool is_full =
            ids.size() == k_rows_per_statement || sql.size() + row.value.size() > k_statement_bytes;
        if (is_full) { send(); }
        sql += fmt::format(" WHEN {} THEN {}", row.row_id, row.value);
        ids.push_back(row.row_id);
    }
    send();
    return changed;
}

const std::string& ReferenceDelivery::untouched(const std::string& table)
{
    const auto [known, is_new] = m_untouched.try_emplace(table);
    if (is_new) { known->second = m_target.untouched_stamps(table); }
    return known->second;
}

} // namespace datasync::schema
