// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps what orders say of their invoices, shipments and credit memos: how many of each item there
// are in these, what has been paid, and with it the order's state.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/order_sum_columns.hpp"
#include "schema/shop.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace datasync::schema {

/// The tables in which orders say it.
inline constexpr std::array<std::string_view, 4> k_order_sum_tables = {
    "sales_flat_order", "sales_flat_order_item", "sales_flat_order_payment",
    "sales_flat_order_grid"};

/// The sums of orders whose documents are written from a file, through one connection, inside the
/// caller's transactions. Another shop's database has them in its orders; files of orders need not.
class OrderSums {
public:
    /// The arguments outlive the object; the plan is that of invoices, shipments or credit memos.
    /// The tables of the sums are loaded.
    OrderSums(const Shop& target, const AggregatePlan& plan);

    /// Called before the rows of `work` are written: of documents that change or lose items, takes
    /// back the sums that say no more than what the documents come to now.
    void release(const MappedBatch& batch, const AggregateRows& existing,
                 const WriteSet& work) const;
    /// Called when they have been written: raises the sums to what all documents of this kind that
    /// the shop has of these orders come to. An order that says more keeps it: it came with what
    /// its documents are about to add up to. Then brings state and status on to where the shop
    /// would be, from new to processing to complete or closed; orders that are on hold, under
    /// review or canceled stay so.
    void settle(const MappedBatch& batch, const WriteSet& work) const;

private:
    enum class Step : std::uint8_t { release, raise };

    /// The ids of the orders of these records, which nobody else changes until the transaction is
    /// over; empty where there are none.
    std::string lock_orders(const MappedBatch& batch, const std::set<std::uint32_t>& records) const;
    void update_sums(const std::string& orders, Step step) const;
    void advance(const std::string& orders) const;
    void update_grid(const std::string& orders) const;
    /// Assignments to those columns that the table has. Adds what they take to `selected`.
    std::string assignments(std::string_view table, std::span<const OrderSum> sums, Step step,
                            std::string& selected) const;

    const Shop& m_target;
    std::string m_documents; ///< Table of the documents.
    std::size_t m_order;     ///< Column of the root.
    OrderSumColumns m_columns;
    std::string m_counts; ///< Which documents count, as " AND ...".
    /// By table of the sums: what keeps the server from stamping it.
    std::map<std::string, std::string, std::less<>> m_stamps;
};

} // namespace datasync::schema
