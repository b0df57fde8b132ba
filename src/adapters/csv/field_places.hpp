// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where on the destination the fields of a file go.
#pragma once

#include "datasync/entity_spec.hpp"
#include "formats/file_record.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/eav_map.hpp"
#include "schema/shop.hpp"
#include "schema/source_shape.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// The place of one field.
struct FieldPlace {
    const TableSpec* spec = nullptr;
    const schema::Attribute* attribute = nullptr; ///< Null: a column.
    std::uint32_t store_id = 0;                   ///< Of an attribute's value.
    std::string problem;                          ///< Why there is none; empty: there is.
    std::size_t table = 0;                        ///< In the plan.
    std::size_t column = 0;                       ///< Of that table.
};

/// The places of all fields of a shape.
class FieldPlaces {
public:
    /// `shop` is the destination with all tables of `spec` loaded. The arguments outlive it.
    FieldPlaces(const formats::Shape& shape, const EntitySpec& spec, const schema::Shop& shop);

    /// Finds the places of fields that have been added to the shape since.
    void update();
    /// What is wrong with the stores that fields name; `store_id` answers 0 ids for "none".
    void set_stores(const std::function<std::optional<std::uint32_t>(std::string_view)>& store_id);

    const FieldPlace& operator[](std::size_t field) const { return m_places[field]; }
    std::size_t size() const { return m_places.size(); }
    /// The columns and attributes that a root row can have, for "did you mean".
    std::vector<std::string> known_names() const;

    /// What the file has of the entity type's tables.
    schema::SourceShape source_shape() const;
    /// Looks the places up in the plan that was made of it.
    void bind(const schema::AggregatePlan& plan);
    /// The plan's table for a table of the shape.
    std::size_t plan_table(std::size_t shape_table) const { return m_tables[shape_table]; }

private:
    FieldPlace place_of(const formats::Field& field);
    const schema::AttributeSet* attributes_of(const TableSpec& spec);

    const formats::Shape& m_shape;
    const EntitySpec& m_spec;
    const schema::Shop& m_shop;
    std::map<std::string, schema::AttributeSet, std::less<>> m_attributes; ///< By entity type code.
    std::vector<FieldPlace> m_places;
    std::vector<std::size_t> m_tables; ///< Of the plan, by table of the shape.
};

} // namespace datasync::adapters
