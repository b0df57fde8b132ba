// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Maps attribute values: options by label, ids of settings and parts, from value table to value
// table.
#pragma once

#include "engine/mapping_pass.hpp"
#include "engine/reading_order.hpp"
#include "engine/reference_table.hpp"
#include "engine/text_mapper.hpp"
#include "schema/eav_map.hpp"
#include "schema/settings.hpp"

#include <cstdint>
#include <set>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace datasync::engine {

/// Maps the value tables of batches of one plan. One per writer thread.
class ValueMapper {
public:
    /// The arguments outlive the mapper.
    ValueMapper(const schema::AggregatePlan& plan, const schema::Settings& settings,
                const ReferenceTable& references, TextMapper& texts);

    /// Maps one value table of the batch; the tables of roots and parts come first.
    void map(MappingPass& pass, std::size_t table);

private:
    /// The destination's table for values found in `table`, -1 when it has none.
    int table_for(const schema::MappedAttribute& attribute, std::size_t table) const;
    void map_row(const schema::MappedAttribute& attribute, const Position& at, int into);
    /// Whether no store before it has said the same value of that row.
    bool is_first(int table, std::uint32_t parent_row, std::uint32_t attribute,
                  std::uint32_t store);
    /// Adds a mapped value to its table and says where the ids in it that are open stand now:
    /// those behind the first `open_before`.
    void add_value(const schema::MappedAttribute& attribute, const Position& at, int into,
                   Cell value, std::size_t open_before);
    /// Whether the attribute's value goes on; false leaves the row out.
    bool map_value(const schema::MappedAttribute& attribute, const Position& at, Cell& cell);
    bool map_option_list(const schema::MappedAttribute& attribute, Cell& cell);
    bool map_referring_value(const schema::MappedAttribute& attribute, const Position& at,
                             Cell& cell);

    const schema::AggregatePlan& m_plan;
    const schema::Settings& m_settings;
    const ReferenceTable& m_references;
    TextMapper& m_texts;
    ReadingOrder m_order;
    /// Table, row above, attribute and store of values mapped so far; only where stores merge.
    std::set<std::tuple<int, std::uint32_t, std::uint32_t, std::uint32_t>> m_values_of_stores;
    MappingPass* m_pass = nullptr;
};

} // namespace datasync::engine
