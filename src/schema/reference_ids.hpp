// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which records a batch refers to, in columns and inside texts.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/natural_keys.hpp"
#include "texts/text_references.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace datasync::schema {

/// Codes of product attributes whose values are option ids.
using AttributeCodes = std::unordered_set<std::string>;

/// What the scanner has to know of a text column.
texts::TextFacts facts_of(const ReferenceText& text, const AttributeCodes& option_attributes);

/// Types of records that the ids inside such a text may name.
std::vector<std::string_view> possible_targets(const ReferenceText& text);

/// Collects the references of a plan's rows to some types of records.
class ReferenceIds {
public:
    /// The arguments outlive the object.
    ReferenceIds(const AggregatePlan& plan, const std::vector<NaturalTarget>& types,
                 const AttributeCodes& option_attributes);

    /// Source ids per type, in the order of the types: ascending, each once, no 0.
    std::vector<std::vector<std::uint32_t>> collect(const std::vector<RowSet>& tables) const;

private:
    /// A column that refers to one type, or a text that may refer to any.
    struct Place {
        std::size_t table;
        std::size_t column;
        int type;
        const ReferenceText* text;
    };
    /// The same of an attribute's values.
    struct Attribute {
        int type;
        const ReferenceText* text;
    };

    void add_attributes(std::size_t table);
    int type_index(std::string_view type) const;
    void collect_text(const ReferenceText& description, std::string_view text,
                      std::vector<std::vector<std::uint32_t>>& ids) const;

    const AggregatePlan& m_plan;
    const std::vector<NaturalTarget>& m_types;
    const AttributeCodes& m_option_attributes;
    std::vector<Place> m_places;
    /// Per value table: attributes of the source by id.
    std::map<std::size_t, std::unordered_map<std::uint32_t, Attribute>> m_attributes;
};

} // namespace datasync::schema
