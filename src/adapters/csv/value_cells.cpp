// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/value_cells.hpp"

#include "formats/cell_check.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::adapters {

namespace {

/// Labels that a message names at most.
constexpr std::size_t k_most_labels = 20;

Cell text_cell(std::string_view text, Arena& arena)
{
    return {arena.store(text), text.size()};
}

Cell id_cell(std::uint32_t id, Arena& arena)
{
    return text_cell(std::to_string(id), arena);
}

/// What values of a backend type look like in a file.
std::optional<formats::CellKind> kind_of(std::string_view backend, bool is_flag)
{
    if (is_flag) { return formats::CellKind::flag; }
    if (backend == "int") { return formats::CellKind::whole; }
    if (backend == "decimal") { return formats::CellKind::decimal; }
    if (backend == "datetime") { return formats::CellKind::moment; }
    return std::nullopt;
}

} // namespace

ValueCells::ValueCells(const schema::AggregatePlan& plan, const FieldPlaces& places,
                       const ShopNames& names, NamedRecords& records)
    : m_plan(plan), m_places(places), m_names(names), m_records(records)
{
    for (std::size_t i = 0; i < places.size(); ++i) { m_meanings.push_back(meaning_of(i)); }
}

ValueCells::Meaning ValueCells::meaning_of(std::size_t field) const
{
    Meaning meaning;
    const auto& place = m_places[field];
    if (!place.problem.empty()) { return meaning; }
    if (place.attribute == nullptr) {
        const auto& column = m_plan.tables[place.table].columns[place.column];
        if (column.reference != nullptr) {
            meaning.to = column.reference->to;
            meaning.rule = m_names.is_setting(meaning.to) ? schema::ValueRule::setting
                                                          : schema::ValueRule::record;
        }
        return meaning;
    }
    const auto& attribute = *place.attribute;
    const auto described = schema::describe_values(attribute, place.spec->eav);
    meaning.rule = described.rule;
    meaning.to = described.to;
    meaning.is_multiselect = attribute.is_multiselect();
    meaning.backend = attribute.backend_type;
    meaning.is_flag = attribute.frontend_input == "boolean" ||
                      attribute.source_model == "eav/entity_attribute_source_boolean";
    for (const auto& option : attribute.options) {
        meaning.options.emplace(option.label, option.id);
        meaning.option_ids.emplace(option.id, true);
    }
    for (const auto& option : attribute.options) {
        meaning.options.emplace(util::to_lower(option.label), option.id);
    }
    return meaning;
}

Cell ValueCells::nothing(const schema::PlannedColumn& column)
{
    // What only new rows get is theirs as the shop's own rows get it.
    const bool has_default = column.is_for_new && column.target_default.is_plain &&
                             !column.target_default.number.empty();
    if (column.target_type.nullable && !has_default) { return {}; }
    if (column.target_default.is_plain) {
        const auto& number = column.target_default.number;
        return {number.data(), number.size()};
    }
    const bool is_number = column.target_type.precision != 0;
    return is_number ? Cell("0", 1) : Cell("", std::size_t{0});
}

std::optional<std::uint32_t> ValueCells::option(const Meaning& meaning, std::string_view text) const
{
    auto found = meaning.options.find(std::string(text));
    if (found == meaning.options.end()) { found = meaning.options.find(util::to_lower(text)); }
    if (found != meaning.options.end()) { return found->second; }
    const auto id = parse_id(text);
    if (id != 0 && meaning.option_ids.contains(id)) { return id; }
    return std::nullopt;
}

Cell ValueCells::reference(const Meaning& meaning, const FieldPlace& place,
                           const formats::Value& value, Arena& arena, const Refuse& refuse)
{
    const auto table = place.spec->table;
    if (m_names.is_setting(meaning.to)) {
        // Looked up already, or made for this run.
        if (value.says == formats::Says::target_id) { return text_cell(value.text, arena); }
        const bool is_name = value.says == formats::Says::name;
        const auto id = util::parse_unsigned(value.text);
        if (is_name || !id) {
            if (const auto named = m_names.find(meaning.to, value.text, table)) {
                return id_cell(*named, arena);
            }
            // An address keeps what its region is called.
            if (meaning.to == "region") { return Cell("0", 1); }
        } else if (m_names.has(meaning.to, static_cast<std::uint32_t>(*id), table)) {
            return text_cell(value.text, arena);
        }
        refuse(m_names.refusal(meaning.to, table));
        return {};
    }
    if (!m_records.knows(meaning.to)) {
        refuse(fmt::format("names a {}, which a file cannot do here", meaning.to));
        return {};
    }
    switch (value.says) {
    case formats::Says::name:
        return id_cell(m_records.by_name(meaning.to, value.text), arena);
    case formats::Says::target_id:
        return id_cell(m_records.by_target(meaning.to, parse_id(value.text)), arena);
    default:
        if (value.text != "0" && parse_id(value.text) == 0) {
            refuse(fmt::format("is not the id of a {}", meaning.to));
            return {};
        }
        if (value.text != "0") { m_records.by_id(meaning.to, parse_id(value.text)); }
        return text_cell(value.text, arena);
    }
}

Cell ValueCells::cell(std::size_t field, const formats::Value& value, Arena& arena,
                      const Refuse& refuse)
{
    const auto& place = m_places[field];
    if (value.says == formats::Says::null) { return {}; }
    if (value.says == formats::Says::nothing) {
        return nothing(m_plan.tables[place.table].columns[place.column]);
    }
    if (value.text == formats::k_empty_text) { return {"", std::size_t{0}}; }
    const auto& meaning = m_meanings[field];
    switch (meaning.rule) {
    case schema::ValueRule::setting:
    case schema::ValueRule::record:
        return reference(meaning, place, value, arena, refuse);
    case schema::ValueRule::option:
    case schema::ValueRule::option_list: {
        std::string ids;
        const char apart = value.text.find('|') != std::string_view::npos ? '|' : ',';
        // A label may have a comma in it.
        const auto whole = option(meaning, value.text);
        const auto labels = meaning.rule == schema::ValueRule::option_list && !whole
                                ? util::split(value.text, apart)
                                : std::vector<std::string>{std::string(value.text)};
        for (const auto& label : labels) {
            const auto id = option(meaning, label);
            if (!id) {
                std::vector<std::string> known;
                for (const auto& one : place.attribute->options) { known.push_back(one.label); }
                refuse(fmt::format("is no option of {}{}{}", place.attribute->code,
                                   util::did_you_mean(label, known),
                                   known.size() > k_most_labels
                                       ? std::string()
                                       : fmt::format("; it has: {}", fmt::join(known, ", "))));
                return {};
            }
            ids += fmt::format("{}{}", ids.empty() ? "" : ",", *id);
        }
        return text_cell(ids, arena);
    }
    case schema::ValueRule::plain:
    case schema::ValueRule::text:
        break;
    }
    if (const auto kind = kind_of(meaning.backend, meaning.is_flag)) {
        std::string room;
        auto text = value.text;
        if (auto message = formats::check_cell(*kind, text, room)) {
            refuse(std::move(*message));
            return {};
        }
        return text_cell(text, arena);
    }
    return {value.text.data(), value.text.size()};
}

} // namespace datasync::adapters
