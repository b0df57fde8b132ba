// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps the sums that a shop shows of the reviews and votes of its products: how many there are,
// and what they come to.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/shop.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Where shops keep them: by rating, product and store, and by product and store.
inline constexpr std::array<std::string_view, 2> k_summary_tables = {
    "rating_option_vote_aggregated", "review_entity_summary"};

/// The sums of the products whose reviews are written, through one connection, inside the caller's
/// transactions.
class ReviewSummaries {
public:
    /// The arguments outlive the object; the plan is that of reviews.
    ReviewSummaries(const Shop& target, const AggregatePlan& plan);

    /// Called when the rows of `work` have been written: adds up all reviews of their products, the
    /// destination's own as well, as the shop does when one of them is saved. Sums that are right
    /// stay untouched.
    void settle(const MappedBatch& batch, const AggregateRows& existing, const WriteSet& work);

    using Numbers = std::vector<std::uint32_t>;
    /// The products that reviews are of.
    Numbers products_of(const Numbers& reviews) const;
    /// Adds up all reviews of these products.
    void settle(const Numbers& products) const;

private:
    /// Sums by what they are of, both in the order of their table's columns.
    using Sums = std::map<Numbers, Numbers>;
    struct SumTable;

    /// The products of the records that the work concerns, before and after it.
    Numbers products_of(const MappedBatch& batch, const AggregateRows& existing,
                        const WriteSet& work) const;
    void add_up(const Numbers& products, Sums& by_rating, Sums& by_store) const;
    /// Calls `add` with product, store and number of approved reviews; store 0 has all of them.
    template<typename Add>
    void count_reviews(const std::string& of_products, const Add& add) const;
    /// Makes the rows of a table what `wanted` says.
    void replace(const SumTable& table, const Numbers& products, Sums wanted) const;
    /// Inserts rows, those that are in `ids` under the id they had.
    void insert(const SumTable& table, const Sums& rows,
                const std::map<Numbers, std::uint32_t>& ids) const;

    const Shop& m_target;
    std::size_t m_product;         ///< Column of the root.
    std::uint32_t m_entity_id = 0; ///< Of reviews of products.
    Numbers m_stores;              ///< All but the admin's.
};

} // namespace datasync::schema
