// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns a batch from source terms into destination terms: every id mapped, every value checked.
#pragma once

#include "datasync/entity_batch.hpp"
#include "engine/mapping_pass.hpp"
#include "engine/reference_table.hpp"
#include "engine/value_mapper.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/settings.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace datasync::engine {

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

    void plan_tasks(const std::map<std::string, schema::SettingMap>& attribute_sets);
    void map_rows(std::size_t table);
    void run_task(const Task& task, const Position& at, Cell& cell);
    void map_setting(const Task& task, const Position& at, Cell& cell);
    void map_record(const Task& task, const Position& at, Cell& cell);
    void map_text(const Task& task, const Position& at, Cell& cell);
    void missing(const Reference& reference, const schema::PlannedColumn& column,
                 const Position& at, Cell& cell, std::string_view described);

    const schema::AggregatePlan& m_plan;
    const schema::Settings& m_settings;
    const ReferenceTable& m_references;
    Outcome m_invalid_outcome;
    std::vector<std::vector<Task>> m_tasks; ///< Per table.

    ValueMapper m_values;
    MappingPass* m_pass = nullptr; ///< While a batch is mapped.
};

} // namespace datasync::engine
