// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns a batch from source terms into destination terms: every id mapped, every value checked.
#pragma once

#include "datasync/entity_batch.hpp"
#include "engine/mapping_pass.hpp"
#include "engine/reading_order.hpp"
#include "engine/reference_table.hpp"
#include "engine/run_context.hpp"
#include "engine/text_mapper.hpp"
#include "engine/value_mapper.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// Maps batches of one plan. One per writer thread.
class RecordMapper {
public:
    /// The arguments outlive the mapper.
    RecordMapper(const RunContext& context, const ReferenceTable& references);

    /// Maps `batch` into `mapped`, both shaped by the plan.
    void map(const EntityBatch& batch, schema::MappedBatch& mapped, MappingNotes& notes);

private:
    enum class Step : std::uint8_t {
        key,
        parent,
        own_part,
        setting,
        record,
        empty,
        text,
        tree_path,
        check
    };
    struct Task {
        std::size_t column;
        Step step;
        const schema::SettingMap* setting = nullptr;
        std::size_t part = 0; ///< Table of the own part.
    };

    void plan_tasks();
    std::optional<Task> task_for(const schema::PlannedTable& table, std::size_t column) const;
    void map_rows(std::size_t table);
    void map_grid(std::size_t table);
    /// What the root waits for, its row in a list waits for as well.
    void leave_open_what_root_leaves(std::size_t table);
    /// The number that the document's order has on the destination, in whichever run it came.
    void show_order_number(std::size_t table, std::size_t row, Cell* cells);
    void run_task(const Task& task, const Position& at, Cell& cell);
    void map_own_part(const Task& task, const Position& at, Cell& cell);
    /// Whether a list is one part of the record itself, such as an option that comes with it.
    bool names_own_part(const ReferenceText& text, const Position& at, Cell& cell);
    void map_tree_path(const ReferenceText& text, const Position& at, Cell& cell);
    void map_setting(const Task& task, const Position& at, Cell& cell);
    void map_record(const Task& task, const Position& at, Cell& cell);
    void check(const schema::PlannedColumn& column, const Position& at, Cell& cell);
    /// What a reference without counterpart points at.
    struct Missing {
        std::string described;
        std::uint32_t source_id;
        bool may_come; ///< Whether the source has it, so that it may come one day.
    };
    void missing(const schema::PlannedColumn& column, const Position& at, Cell& cell,
                 const Missing& what);

    const RunContext& m_context;
    const schema::AggregatePlan& m_plan;
    const ReferenceTable& m_references;
    std::vector<std::vector<Task>> m_tasks; ///< Per table.

    ReadingOrder m_order;
    TextMapper m_texts;
    ValueMapper m_values;
    MappingPass* m_pass = nullptr; ///< While a batch is mapped.
    bool m_leaves_out = false;     ///< Whether the row being mapped stays behind ...
    bool m_is_given_up = false;    ///< ... and nothing waits for it.
    bool m_holds_place = false;    ///< Whether it only says that there will be such a row.
};

} // namespace datasync::engine
