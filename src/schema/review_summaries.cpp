// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/review_summaries.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <span>

namespace datasync::schema {

namespace {

/// The shop's code knows this state by its id.
constexpr std::string_view k_is_approved = "r.status_id = 1";

/// The best vote, whatever options a rating has.
constexpr std::uint64_t k_best_value = 5;

constexpr std::size_t k_rows_per_statement = 1000;

/// The mean, rounded half up, as PHP and the server round it; 0 of nothing.
std::uint32_t mean(std::uint64_t sum, std::uint64_t count)
{
    return count == 0 ? 0 : static_cast<std::uint32_t>((2 * sum + count) / (2 * count));
}

std::uint32_t percent_of_values(std::uint64_t sum, std::uint64_t count)
{
    return mean(100 * sum, k_best_value * count);
}

/// The shop's columns for numbers of reviews go no further.
std::uint32_t counted(std::uint32_t reviews)
{
    return std::min<std::uint32_t>(reviews, std::numeric_limits<std::int16_t>::max());
}

} // namespace

/// A table of sums: first the columns that say of what they are.
struct ReviewSummaries::SumTable {
    std::string_view name;
    std::span<const std::string_view> columns;
    std::size_t keys;
    std::string condition; ///< Which of its rows are reviews' of products, as " AND ...".
};

ReviewSummaries::ReviewSummaries(const Shop& target, const AggregatePlan& plan)
    : m_target(target), m_product(static_cast<std::size_t>(plan.root().find("entity_pk_value")))
{
    const auto entity_id =
        target.connection().value("SELECT entity_id FROM " + target.quoted_table("review_entity") +
                                  " WHERE entity_code = 'product'");
    m_entity_id = parse_id(entity_id.value_or("0"));
    target.connection().query("SELECT store_id FROM " + target.quoted_table("core_store") +
                                  " WHERE store_id > 0 ORDER BY store_id",
                              [&](const db::RowView& row) { m_stores.push_back(row.id(0)); });
}

void ReviewSummaries::settle(const MappedBatch& batch, const AggregateRows& existing,
                             const WriteSet& work)
{
    settle(products_of(batch, existing, work));
}

void ReviewSummaries::settle(const Numbers& products) const
{
    static constexpr std::array<std::string_view, 7> of_ratings = {
        "rating_id",      "entity_pk_value", "store_id",        "vote_count",
        "vote_value_sum", "percent",         "percent_approved"};
    static constexpr std::array<std::string_view, 5> of_products = {
        "entity_pk_value", "store_id", "entity_type", "reviews_count", "rating_summary"};
    if (products.empty()) { return; }
    Sums by_rating;
    Sums by_store;
    add_up(products, by_rating, by_store);
    replace({k_summary_tables[0], of_ratings, 3, ""}, products, std::move(by_rating));
    replace(
        {k_summary_tables[1], of_products, 3, fmt::format(" AND entity_type = {}", m_entity_id)},
        products, std::move(by_store));
}

ReviewSummaries::Numbers ReviewSummaries::products_of(const Numbers& reviews) const
{
    Numbers products;
    if (reviews.empty()) { return products; }
    m_target.connection().query(
        fmt::format("SELECT DISTINCT entity_pk_value FROM {} WHERE review_id IN ({}) AND entity_id "
                    "= {} ORDER BY 1",
                    m_target.quoted_table("review"), db::id_list(reviews), m_entity_id),
        [&](const db::RowView& row) { products.push_back(row.id(0)); });
    return products;
}

ReviewSummaries::Numbers ReviewSummaries::products_of(const MappedBatch& batch,
                                                      const AggregateRows& existing,
                                                      const WriteSet& work) const
{
    std::set<std::uint32_t> records;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        const auto& writes = work.tables[t];
        for (const auto row : writes.inserts) { records.insert(batch.tables[t].record(row)); }
        for (const auto& update : writes.updates) {
            records.insert(batch.tables[t].record(update.first));
        }
        for (const auto row : writes.deletes) { records.insert(existing.tables[t].record(row)); }
    }
    std::set<std::uint32_t> products;
    const auto add = [&](const RowSet& roots, std::size_t row) {
        if (!records.contains(roots.record(row))) { return; }
        const auto product = parse_id(roots.cell(row, m_product).text());
        if (product != 0) { products.insert(product); }
    };
    for (const auto* roots : {&batch.tables.front(), &existing.tables.front()}) {
        for (std::size_t row = 0; row < roots->rows(); ++row) { add(*roots, row); }
    }
    return {products.begin(), products.end()};
}

void ReviewSummaries::add_up(const Numbers& products, Sums& by_rating, Sums& by_store) const
{
    struct Votes {
        std::uint64_t percent = 0;
        std::uint64_t count = 0;
    };
    std::map<Numbers, Votes> approved; // By product and store.
    const auto of_products = fmt::format("r.entity_id = {} AND r.entity_pk_value IN ({})",
                                         m_entity_id, db::id_list(products));
    // A vote counts in the stores that show both its review and its rating. The locks keep out
    // what the shop's customers write meanwhile: the shop adds it up after this.
    m_target.connection().query(
        fmt::format("SELECT v.rating_id, r.entity_pk_value, s.store_id, COUNT(*), SUM(v.value), "
                    "SUM({0}), SUM(CASE WHEN {0} THEN v.value ELSE 0 END), SUM(CASE WHEN {0} THEN "
                    "v.percent ELSE 0 END) FROM {1} r JOIN {2} v ON v.review_id = r.review_id JOIN "
                    "{3} s ON s.review_id = r.review_id JOIN {4} t ON t.rating_id = v.rating_id "
                    "AND t.store_id = s.store_id WHERE {5} GROUP BY v.rating_id, "
                    "r.entity_pk_value, s.store_id LOCK IN SHARE MODE",
                    k_is_approved, m_target.quoted_table("review"),
                    m_target.quoted_table("rating_option_vote"),
                    m_target.quoted_table("review_store"), m_target.quoted_table("rating_store"),
                    of_products),
        [&](const db::RowView& row) {
            by_rating[{row.id(0), row.id(1), row.id(2)}] = {
                row.id(3), row.id(4), percent_of_values(row.id(4), row.id(3)),
                percent_of_values(row.id(6), row.id(5))};
            if (row.id(5) == 0) { return; }
            auto& votes = approved[{row.id(1), row.id(2)}];
            votes.count += row.id(5);
            votes.percent += row.id(7);
        });
    // Every store has a sum for each product, the admin's only where there are votes.
    for (const auto product : products) {
        for (const auto store : m_stores) { by_store[{product, store, m_entity_id}] = {0, 0}; }
    }
    for (const auto& [of, votes] : approved) {
        by_store[{of[0], of[1], m_entity_id}] = {0, mean(votes.percent, votes.count)};
    }
    count_reviews(of_products,
                  [&](std::uint32_t product, std::uint32_t store, std::uint32_t reviews) {
                      const auto sums = by_store.find({product, store, m_entity_id});
                      if (sums != by_store.end()) { sums->second.front() = counted(reviews); }
                  });
}

template<typename Add>
void ReviewSummaries::count_reviews(const std::string& of_products, const Add& add) const
{
    const auto count = [&](std::string_view store, const std::string& shown_in) {
        m_target.connection().query(
            fmt::format(
                "SELECT r.entity_pk_value, {}, COUNT(*) FROM {} r{} WHERE {} AND {} GROUP BY "
                "1, 2 LOCK IN SHARE MODE",
                store, m_target.quoted_table("review"), shown_in, of_products, k_is_approved),
            [&](const db::RowView& row) { add(row.id(0), row.id(1), row.id(2)); });
    };
    count("0", "");
    count("s.store_id", fmt::format(" JOIN {} s ON s.review_id = r.review_id AND s.store_id > 0",
                                    m_target.quoted_table("review_store")));
}

void ReviewSummaries::replace(const SumTable& table, const Numbers& products, Sums wanted) const
{
    const auto name = m_target.quoted_table(table.name);
    Numbers removed;
    std::map<Numbers, std::uint32_t> ids;
    m_target.connection().query(
        fmt::format("SELECT primary_id, {} FROM {} WHERE entity_pk_value IN ({}){} ORDER BY 1",
                    fmt::join(table.columns, ", "), name, db::id_list(products), table.condition),
        [&](const db::RowView& row) {
            Numbers of;
            Numbers sums;
            for (unsigned c = 0; c < table.columns.size(); ++c) {
                (c < table.keys ? of : sums).push_back(row.id(c + 1));
            }
            const auto found = wanted.find(of);
            if (found != wanted.end() && found->second == sums) {
                wanted.erase(found);
                return;
            }
            removed.push_back(row.id(0));
            if (found != wanted.end()) { ids.emplace(std::move(of), row.id(0)); }
        });
    if (!removed.empty()) {
        m_target.connection().execute(
            fmt::format("DELETE FROM {} WHERE primary_id IN ({})", name, db::id_list(removed)));
    }
    insert(table, wanted, ids);
}

void ReviewSummaries::insert(const SumTable& table, const Sums& rows,
                             const std::map<Numbers, std::uint32_t>& ids) const
{
    std::string values;
    std::size_t count = 0;
    const auto send = [&] {
        if (count == 0) { return; }
        m_target.connection().execute(fmt::format("INSERT INTO {} (primary_id, {}) VALUES {}",
                                                  m_target.quoted_table(table.name),
                                                  fmt::join(table.columns, ", "), values));
        values.clear();
        count = 0;
    };
    for (const auto& [of, sums] : rows) {
        const auto id = ids.find(of);
        values += fmt::format("{}({}, {}, {})", count == 0 ? "" : ", ",
                              id == ids.end() ? std::string("NULL") : std::to_string(id->second),
                              fmt::join(of, ", "), fmt::join(sums, ", "));
        if (++count == k_rows_per_statement) { send(); }
    }
    send();
}

} // namespace datasync::schema
