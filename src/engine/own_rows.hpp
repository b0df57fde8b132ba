// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tells the destination's own rows below a record from those that came from the source.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/settings.hpp"
#include "state/registry.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace datasync::engine {

/// Rows of tables that keep what is the destination's own (TableSpec::keeps_own). One per writer.
class OwnRows {
public:
    /// The arguments outlive the object.
    OwnRows(const schema::AggregatePlan& plan, const schema::Settings& settings,
            state::Registry& registry);

    /// Begins with the rows of another batch.
    void reset(const schema::AggregateRows& existing);

    /// Whether nothing of this source has become that existing row, or the part above it. Asks the
    /// registry once per table and batch, and only for tables that are asked about.
    bool contains(std::size_t table, std::size_t existing_row);

private:
    std::vector<bool> find(std::size_t table);
    /// Marks the rows whose `column` names something that came from nowhere in the source.
    void mark(std::size_t table, std::size_t column, const std::string& type, bool is_part,
              std::vector<bool>& own);
    const std::unordered_set<std::uint32_t>& counterparts(const schema::SettingMap& setting);

    const schema::AggregatePlan& m_plan;
    const schema::Settings& m_settings;
    state::Registry& m_registry;
    const schema::AggregateRows* m_existing = nullptr;
    std::map<std::size_t, std::vector<bool>> m_own; ///< Per table of the batch.
    std::map<std::string, std::unordered_set<std::uint32_t>> m_counterparts; ///< By setting.
};

} // namespace datasync::engine
