// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns a batch from source terms into destination terms: every id mapped, every value checked.
#pragma once

#include "datasync/entity_batch.hpp"
#include "datasync/sync_result.hpp"
#include "engine/reference_table.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/settings.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace datasync::engine {

/// Why a record cannot be written.
struct RecordProblem {
    Outcome outcome = Outcome::failed; ///< failed, held, or skipped where invalid ones are set aside.
    std::string reason;
};

/// What mapping a batch found besides the rows.
struct MappingNotes {
    std::vector<std::optional<RecordProblem>> problems; ///< Per record.
    std::uint64_t lost_references = 0;
    std::uint64_t zero_dates = 0;
    std::map<std::string, std::uint64_t> remarks; ///< Texts worth a warning, and how often.

    void reset(std::size_t records)
    {
        *this = {};
        problems.resize(records);
    }
};

/// Maps batches of one plan. One per writer thread.
class RecordMapper {
public:
    /// With `skip_invalid`, values that do not fit set their record aside instead of failing it.
    RecordMapper(const schema::AggregatePlan& plan, const schema::Settings& settings,
                 const std::map<std::string, schema::SettingMap>& attribute_sets,
                 const ReferenceTable& references, bool skip_invalid);

    /// Maps `batch` into `mapped`, both shaped by the plan.
    void map(const EntityBatch& batch, schema::MappedBatch& mapped, MappingNotes& notes);

private:
    enum class Step : std::uint8_t { key, parent, setting, record, text, check };
    struct Task {
        std::size_t column;
        Step step;
        const schema::SettingMap* setting = nullptr;
    };
    struct Position {
        std::size_t table;
        std::size_t row;
        std::uint32_t record;
    };

    void plan_tasks(const std::map<std::string, schema::SettingMap>& attribute_sets);
    void map_rows(std::size_t table);
    void map_values(std::size_t table);
    void run_task(const Task& task, const Position& at, Cell& cell);
    void map_setting(const Task& task, const Position& at, Cell& cell);
    void map_record(const Task& task, const Position& at, Cell& cell);
    void map_text(const Task& task, const Position& at, Cell& cell);
    /// Whether the attribute's value goes on; false leaves the row out.
    bool map_value(const schema::MappedAttribute& attribute, const Position& at, Cell& cell);
    bool map_option_list(const schema::MappedAttribute& attribute, Cell& cell);
    bool map_referring_value(const schema::MappedAttribute& attribute, const Position& at,
                             Cell& cell);
    /// False when the cell has to be left out (a zero date in a value table).
    bool check_value(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                     std::string_view what);
    void missing(const Reference& reference, const schema::PlannedColumn& column,
                 const Position& at, Cell& cell, std::string_view described);
    void problem(const Position& at, Outcome outcome, std::string reason);
    std::string where(const Position& at, std::string_view column) const;
    std::int64_t part_row(std::size_t table, std::uint32_t source_id, std::uint32_t record);

    const schema::AggregatePlan& m_plan;
    const schema::Settings& m_settings;
    const ReferenceTable& m_references;
    Outcome m_invalid_outcome;
    std::vector<std::vector<Task>> m_tasks; ///< Per table.

    const EntityBatch* m_in = nullptr;
    schema::MappedBatch* m_out = nullptr;
    MappingNotes* m_notes = nullptr;
    /// Rows of part tables by source id, built when the first reference asks.
    std::map<std::size_t, std::unordered_map<std::uint32_t, std::uint32_t>> m_part_rows;
};

} // namespace datasync::engine
