// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One batch on its way through the mapping: what all steps share, and what they find.
#pragma once

#include "datasync/entity_batch.hpp"
#include "datasync/sync_result.hpp"
#include "engine/missing_records.hpp"
#include "engine/run_context.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/settings.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::engine {

/// Why a record cannot be written.
struct RecordProblem {
    Outcome outcome =
        Outcome::failed; ///< failed, held, or skipped where invalid ones are set aside.
    std::string reason;
};

/// What mapping a batch found besides the rows.
struct MappingNotes {
    std::vector<std::optional<RecordProblem>> problems; ///< Per record.
    std::uint64_t lost_references = 0;
    std::uint64_t zero_dates = 0;
    std::map<std::string, std::uint64_t> remarks; ///< Texts worth a warning, and how often.
    MissingRecords missing;                       ///< Only where the run asks for them.

    void reset(std::size_t records)
    {
        *this = {};
        problems.resize(records);
    }
};

/// A row of the batch and the record it belongs to.
struct Position {
    std::size_t table;
    std::size_t row;
    std::uint32_t record;
    std::size_t out_row = row; ///< Its place among the mapped rows: some stay behind.
};

/// Stands for the mapped row of a row that stays behind.
inline constexpr std::uint32_t k_left_behind = 0xFFFFFFFFU;

/// What holds ids: a column, or the value of an attribute.
struct ReferringColumn {
    std::string_view name;
    ReferencePlace place = ReferencePlace::column;
};

/// The batch being mapped.
class MappingPass {
public:
    /// Empties `mapped` and `notes`.
    MappingPass(const RunContext& context, const EntityBatch& batch, schema::MappedBatch& mapped,
                MappingNotes& notes);

    const schema::AggregatePlan& plan() const { return m_plan; }
    const EntityBatch& in() const { return m_in; }
    schema::MappedBatch& out() { return m_out; }
    const schema::PlannedTable& table(const Position& at) const { return m_plan.tables[at.table]; }

    /// Notes what is wrong with a record; what fails it counts more than what holds it.
    void problem(const Position& at, Outcome outcome, std::string reason);
    /// Notes a value that does not fit.
    void invalid(const Position& at, std::string reason);
    /// Notes something worth a warning.
    void remark(const std::string& text) { ++m_notes.remarks[text]; }
    /// Whether the run can remember that this record waits for that one: both have ids.
    bool can_wait(const Position& at, std::uint32_t target_id) const;
    /// Notes that an id of that row waits for a record: the column's own, or the one at `position`
    /// of its text.
    void leave_open(const Position& at, const ReferringColumn& column, std::string_view target_type,
                    std::uint32_t target_id, std::size_t position = 0);
    /// Notes that the whole row stays behind until that record has come.
    void leave_row_open(const Position& at, std::string_view column, std::string_view target_type,
                        std::uint32_t target_id);
    /// Notes a reference that leads nowhere.
    void lost(const std::string& text);
    /// Notes a record that the source has and the destination lacks.
    void lacks(std::string_view type, std::uint32_t source_id);
    /// A store or website of the source without counterpart: ends the run, or the record where the
    /// run says so.
    void refuse_scope(const Position& at, const schema::SettingMap& setting, std::uint32_t id);
    /// "customer_entity.email (entity_id 12)"
    std::string where(const Position& at, std::string_view column) const;
    /// Checks a value against the destination's column and converts zero dates. False when the
    /// cell has to be left out (no value in a value table).
    bool check_value(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                     std::string_view what);
    /// The row of part table `table` with that source id, if the same record owns it; -1 for none.
    std::int64_t part_row(std::size_t table, std::uint32_t source_id, std::uint32_t record);
    /// The mapped row of a row of a keyed table, k_left_behind where it stays behind.
    std::uint32_t out_row(std::size_t table, std::uint32_t row) const;
    /// Says where a row of a keyed table has gone, row after row.
    void set_out_row(std::size_t table, std::uint32_t out_row);
    /// The id of the record that a row belongs to, as the source has it.
    std::uint32_t root_id(const Position& at) const;

private:
    const RunContext& m_context;
    const schema::AggregatePlan& m_plan;
    const EntityBatch& m_in;
    schema::MappedBatch& m_out;
    MappingNotes& m_notes;
    /// Rows by record and source id, of the part tables that were asked for.
    std::map<std::size_t, std::unordered_map<std::uint64_t, std::uint32_t>> m_part_rows;
    std::vector<std::vector<std::uint32_t>> m_out_rows; ///< Per table, of those mapped so far.
};

} // namespace datasync::engine
