// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Inserts rows of a plan's tables the cheapest way the server allows, and learns their new ids.
#pragma once

#include "db/sql_text.hpp"
#include "db/value_arrays.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/foreign_keys.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/promised_ids.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace datasync::schema {

/// By which ways rows may go; of those that server and table have too, the cheapest is taken.
enum class InsertWays : std::uint8_t {
    statements, ///< Multi-row INSERT, whose words on a refused value are the clearest.
    arrays,     ///< Array binding as well.
    all,        ///< And LOAD DATA LOCAL.
};

/// Statements beyond this size gain nothing and only cost memory on both ends.
constexpr std::size_t k_statement_bytes = 1U << 20U;

/// Inserts through one connection, inside the caller's transaction.
class RowInserter {
public:
    /// The arguments outlive the object.
    RowInserter(const Shop& target, const AggregatePlan& plan, const ForeignKeys& keys);

    /// Inserts rows of the batch into one table, the cheapest of `ways`. Fills in the target ids of
    /// keyed rows. Throws DbError; one of kind `record` also when LOAD DATA took less than it was
    /// given, for it turns errors into warnings.
    void insert(std::size_t table, MappedBatch& batch, const std::vector<std::uint32_t>& rows,
                InsertWays ways);

    /// The columns of a bulk statement: all of the plan but the key, constants, and with
    /// `with_row_id` the row's own id as a further cell.
    std::vector<db::BulkColumn> bulk_columns(std::size_t table, bool with_row_id) const;
    /// A row of the batch with the ids of rows written meanwhile; valid until the next call. An id
    /// that is not known yet stays out and is noted among promised().
    std::vector<Cell>& resolved(std::size_t table, std::uint32_t row, MappedBatch& batch);
    PromisedIds& promised() { return m_promised; }
    /// Bytes the server takes in one statement.
    std::size_t max_statement() const { return m_max_statement; }
    /// The error for a row beyond that.
    [[noreturn]] void throw_too_large() const;

private:
    /// The columns without those in which each of these rows says what the column's default is.
    std::vector<db::BulkColumn> telling_columns(std::size_t table, const MappedBatch& batch,
                                                const std::vector<std::uint32_t>& rows) const;
    bool can_load(std::size_t table) const;
    void load(std::size_t table, MappedBatch& batch, const std::vector<std::uint32_t>& rows);
    void insert_arrays(std::size_t table, MappedBatch& batch,
                       const std::vector<std::uint32_t>& rows);
    void insert_packed(std::size_t table, MappedBatch& batch,
                       const std::vector<std::uint32_t>& rows);
    void assign_ids(std::size_t table, MappedBatch& batch, const std::uint32_t* rows,
                    std::size_t count, std::uint64_t first_id) const;

    const Shop& m_target;
    const AggregatePlan& m_plan;
    const ForeignKeys& m_keys;
    std::size_t m_max_statement;
    std::vector<Cell> m_row; ///< The row being packed, pending ids filled in.
    std::string m_load_buffer;
    PromisedIds m_promised;
};

} // namespace datasync::schema
