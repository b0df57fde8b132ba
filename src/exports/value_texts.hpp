// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns a value of the shop into what a file says: ids of settings become names, options labels.
#pragma once

#include "adapters/csv/field_places.hpp"
#include "adapters/csv/shop_names.hpp"
#include "exports/batch_view.hpp"
#include "files/csv_format.hpp"
#include "schema/aggregate_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::exports {

/// How a reference to another record is written.
enum class ReferenceForm : std::uint8_t { name, id };

/// The opposite of adapters::ValueCells.
class ValueTexts {
public:
    /// The arguments outlive the object; the fields' places are bound to `plan`.
    ValueTexts(const schema::AggregatePlan& plan, const adapters::FieldPlaces& places,
               const adapters::ShopNames& names, const BatchView& view);

    /// What a row has in a field, as the shop keeps it; nullptr for an attribute without a value.
    const Cell* cell(std::size_t field, std::uint32_t row) const;

    /// What that cell is in a file; nothing at all is NULL. `remark` gets what is lost by it, in
    /// words that follow the column's name. Bytes lie in the batch, or in `arena`.
    files::CsvValue text(std::size_t field, const Cell* cell, ReferenceForm form, Arena& arena,
                         std::string& remark) const;

    /// The type of record that a field refers to; empty: to none.
    std::string_view referred_type(std::size_t field) const;

private:
    /// What the values of a field are.
    struct Meaning {
        schema::ValueRule rule = schema::ValueRule::plain;
        std::string to;
        std::unordered_map<std::uint32_t, std::string> labels;  ///< Of options, by id.
        std::unordered_map<std::string, std::uint32_t> options; ///< The first of each label.
        bool is_list = false;
        std::string backend;
        bool is_flag = false;
        const ReferenceText* text = nullptr;
    };
    Meaning meaning_of(std::size_t field) const;
    std::string setting(const Meaning& meaning, std::size_t field, std::string_view id,
                        std::string& remark) const;
    static std::string option(const Meaning& meaning, std::string_view ids, std::string& remark);
    files::CsvValue empty(std::size_t field, const Cell* cell) const;

    const schema::AggregatePlan& m_plan;
    const adapters::FieldPlaces& m_places;
    const adapters::ShopNames& m_names;
    const BatchView& m_view;
    std::vector<Meaning> m_meanings; ///< By field.
};

} // namespace datasync::exports
