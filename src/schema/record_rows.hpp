// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Takes whole records of the destination away, or off display.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// Records of one entity type on the destination, inside the caller's transactions. The tables are
/// the destination's own: what the source does not have goes as well.
class RecordRows {
public:
    using Ids = std::vector<std::uint32_t>;

    /// Reads how records are disabled. The tables of `spec` are loaded, `target` and `spec` outlive
    /// the object.
    RecordRows(const Shop& target, const EntitySpec& spec);

    const AggregatePlan& plan() const { return m_plan; }

    /// Ids of the rows that records have, per table of the plan; none for tables without ids of
    /// their own.
    std::vector<Ids> ids_below(const Ids& records) const;

    /// Deletes records, the deepest rows first: not every shop still has the foreign keys that
    /// would do it. `below` is what ids_below() says of them.
    void remove(const std::vector<Ids>& below) const;

    /// Whether the shop can take records of this type off display.
    bool can_disable() const { return !m_switch_table.empty(); }
    /// The table that says so, without prefix.
    const std::string& switch_table() const { return m_switch_table; }
    /// Takes records off display, in every store that has a word of its own.
    void disable(const Ids& records) const;

    /// Of these categories, those that a store group of the shop has as its root.
    Ids roots_in_use(const Ids& categories) const;

private:
    void find_switch();

    const Shop& m_target;
    AggregatePlan m_plan;
    std::string m_switch_table;     ///< Without prefix.
    std::string m_switch_column;    ///< Quoted.
    std::string m_switch_record;    ///< Quoted column with the record's id.
    std::string m_switch_condition; ///< Which of its rows, as " AND ..."; or empty.
};

} // namespace datasync::schema
