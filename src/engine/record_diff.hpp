// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Compares mapped records with what the destination holds and says what has to be written.
#pragma once

#include "datasync/policy.hpp"
#include "engine/own_rows.hpp"
#include "schema/mapped_batch.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync::engine {

/// Differences of one record, in words for a person.
struct RecordChanges {
    bool any = false;
    std::vector<std::string> names; ///< Columns, attributes and tables; at most k_most_named.
    static constexpr std::size_t k_most_named = 6;

    void add(std::string name);
    std::string describe() const;
};

/// Compares batches of one plan. One per writer thread.
class RecordDiff {
public:
    /// What a difference means.
    struct Rules {
        OnDuplicate policy = OnDuplicate::update;
        OptionsMode options_mode = OptionsMode::replace;
        /// Document numbers that an earlier run gave a prefix or suffix keep it.
        bool keeps_numbers = false;
    };

    /// `own_rows` are those that are not removed. It and `plan` outlive the object.
    RecordDiff(const schema::AggregatePlan& plan, Rules rules, OwnRows& own_rows);

    /// Compares the records with `included[record]`. Ids of rows that turn out to be gone are set
    /// to k_not_there. Under `merge`, empty source values take over what is there. Rows that stay
    /// to be written are in `work`.
    void compare(schema::MappedBatch& batch, const schema::AggregateRows& existing,
                 const std::vector<bool>& included, schema::WriteSet& work,
                 std::vector<RecordChanges>& changes);

private:
    void match_roots();
    void match_parts(std::size_t table);
    void resolve_pending(std::size_t table);
    void compare_keyed(std::size_t table);
    void compare_set(std::size_t table);
    bool row_differs(std::size_t table, std::size_t row, std::size_t existing_row);
    bool takes_over(std::size_t table, std::size_t column, const Cell& cell) const;
    /// Whether empty values overwrite nothing in that table, and nothing is removed.
    bool merges(std::size_t table) const;
    /// Whether rows that are there stay as they are.
    bool only_adds(std::size_t table) const;
    /// Whether the record's rows that are there stay as they are.
    bool leaves(std::size_t table, std::uint32_t record) const;
    bool is_removable(std::size_t table, std::size_t existing_row);
    /// Whether a row hangs below a part that the source does not speak of, and that stays.
    bool is_below_kept_part(std::size_t table, std::size_t existing_row) const;
    /// Whether a row of a set names a part that is removed, so that the server removes it as well.
    bool goes_with_part(std::size_t set, std::size_t existing_row) const;
    /// Whether own rows of the destination name that part, and would go with it.
    bool holds_own(std::size_t part, std::size_t existing_row);
    RecordChanges& changes_of(std::uint32_t record) { return (*m_changes)[record]; }
    std::string name_of(std::size_t table, const Cell* cells, std::size_t column) const;

    const schema::AggregatePlan& m_plan;
    Rules m_rules;
    OwnRows& m_own_rows;

    schema::MappedBatch* m_batch = nullptr;
    const schema::AggregateRows* m_existing = nullptr;
    const std::vector<bool>* m_included = nullptr;
    schema::WriteSet* m_work = nullptr;
    std::vector<RecordChanges>* m_changes = nullptr;
    std::vector<bool> m_root_exists; ///< Per record.
    /// Per keyed table: mapped row to existing row, -1 for none.
    std::vector<std::vector<std::int64_t>> m_matches;
    /// Per keyed table, as far as it has been compared: existing rows that a mapped one is.
    std::vector<std::vector<bool>> m_is_matched;
};

} // namespace datasync::engine
