// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns what a file says into cells: names of settings and options into ids, texts as they are.
#pragma once

#include "adapters/csv/field_places.hpp"
#include "adapters/csv/named_records.hpp"
#include "adapters/csv/shop_names.hpp"
#include "formats/file_record.hpp"
#include "schema/aggregate_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::adapters {

/// Makes cells for the fields of one plan.
class ValueCells {
public:
    /// The arguments outlive the object.
    ValueCells(const schema::AggregatePlan& plan, const FieldPlaces& places, const ShopNames& names,
               NamedRecords& records);

    /// What is wrong with a value, in words that follow it.
    using Refuse = std::function<void(std::string message)>;

    /// The cell for a value, its bytes in `arena`. Says::row and Says::keep are not for it. A value
    /// that nothing on the destination fits is refused.
    Cell cell(std::size_t field, const formats::Value& value, Arena& arena, const Refuse& refuse);
    /// What a column holds where a record says nothing.
    static Cell nothing(const schema::PlannedColumn& column);
    /// Whether the value of an attribute has a row at all.
    static bool has_row(const formats::Value& value)
    {
        return value.says != formats::Says::nothing;
    }

private:
    /// What the values of a field are, looked up once.
    struct Meaning {
        schema::ValueRule rule = schema::ValueRule::plain;
        std::string to; ///< Kind of setting, or type of record.
        bool is_multiselect = false;
        std::unordered_map<std::string, std::uint32_t> options; ///< By label, as it is and folded.
        std::unordered_map<std::uint32_t, bool> option_ids;
        std::string backend; ///< Of an attribute.
        bool is_flag = false;
    };
    Meaning meaning_of(std::size_t field) const;
    std::optional<std::uint32_t> option(const Meaning& meaning, std::string_view text) const;
    Cell reference(const Meaning& meaning, const FieldPlace& place, const formats::Value& value,
                   Arena& arena, const Refuse& refuse);

    const schema::AggregatePlan& m_plan;
    const FieldPlaces& m_places;
    const ShopNames& m_names;
    NamedRecords& m_records;
    std::vector<Meaning> m_meanings; ///< By field.
};

} // namespace datasync::adapters
