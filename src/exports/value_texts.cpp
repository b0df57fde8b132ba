// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/value_texts.hpp"

#include "adapters/csv/value_cells.hpp"
#include "formats/cell_check.hpp"
#include "texts/text_references.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::exports {

namespace {

constexpr std::string_view k_empty_text = "\\E";
constexpr std::string_view k_store = "store";
constexpr std::string_view k_admin = "admin";
constexpr std::string_view k_tax_class = "tax_class";
constexpr std::string_view k_zero_date = "0000-00-00";

std::string_view kept(std::string_view text, Arena& arena)
{
    return {arena.store(text), text.size()};
}

/// "Retail Customer (CUSTOMER)" is what settings are told apart by; files say the first part.
std::string_view without_kind(std::string_view name)
{
    const auto bracket = name.rfind(" (");
    return bracket == std::string_view::npos ? name : name.substr(0, bracket);
}

std::optional<formats::CellKind> kind_of(std::string_view backend, bool is_flag)
{
    if (is_flag) { return formats::CellKind::flag; }
    if (backend == "int") { return formats::CellKind::whole; }
    if (backend == "decimal") { return formats::CellKind::decimal; }
    if (backend == "datetime") { return formats::CellKind::moment; }
    return std::nullopt;
}

} // namespace

ValueTexts::ValueTexts(const schema::AggregatePlan& plan, const adapters::FieldPlaces& places,
                       const adapters::ShopNames& names, const BatchView& view)
    : m_plan(plan), m_places(places), m_names(names), m_view(view)
{
    for (std::size_t i = 0; i < places.size(); ++i) { m_meanings.push_back(meaning_of(i)); }
}

ValueTexts::Meaning ValueTexts::meaning_of(std::size_t field) const
{
    Meaning meaning;
    const auto& place = m_places[field];
    if (!place.problem.empty()) { return meaning; }
    if (place.attribute == nullptr) {
        const auto& column = m_plan.tables[place.table].columns[place.column];
        meaning.text = column.text;
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
    meaning.text = described.text;
    meaning.is_list = attribute.is_multiselect();
    meaning.backend = attribute.backend_type;
    meaning.is_flag = attribute.frontend_input == "boolean" ||
                      attribute.source_model == "eav/entity_attribute_source_boolean";
    for (const auto& option : attribute.options) {
        meaning.labels.emplace(option.id, option.label);
        meaning.options.emplace(option.label, option.id);
    }
    return meaning;
}

std::string_view ValueTexts::referred_type(std::size_t field) const
{
    const auto& meaning = m_meanings[field];
    return meaning.rule == schema::ValueRule::record ? std::string_view(meaning.to)
                                                     : std::string_view();
}

const Cell* ValueTexts::cell(std::size_t field, std::uint32_t row) const
{
    const auto& place = m_places[field];
    if (place.attribute == nullptr) { return &m_view.cell(place.table, row, place.column); }
    const auto owner = static_cast<std::size_t>(m_plan.tables[place.table].parent);
    return m_view.value(owner, row, place.attribute->id, place.store_id);
}

files::CsvValue ValueTexts::empty(std::size_t field, const Cell* cell) const
{
    if (cell == nullptr) { return std::string_view(); }
    const auto& place = m_places[field];
    if (place.attribute != nullptr) {
        // An empty cell says that there is no value.
        return cell->is_null() ? files::CsvValue() : files::CsvValue(k_empty_text);
    }
    const auto nothing =
        adapters::ValueCells::nothing(m_plan.tables[place.table].columns[place.column]);
    if (nothing == *cell) { return std::string_view(); }
    return cell->is_null() ? files::CsvValue() : files::CsvValue(k_empty_text);
}

files::CsvValue ValueTexts::text(std::size_t field, const Cell* cell, ReferenceForm form,
                                 Arena& arena, std::string& remark) const
{
    const auto& meaning = m_meanings[field];
    const bool is_store = meaning.rule == schema::ValueRule::setting && meaning.to == k_store;
    if (is_store && cell != nullptr && cell->is_null() && m_places[field].table == 0) {
        // An empty cell would stand for the default store.
        remark = "has no store view and is written as one of the back office";
        return k_admin;
    }
    if (cell == nullptr || cell->is_empty()) { return empty(field, cell); }
    const auto value = cell->text();
    switch (meaning.rule) {
    case schema::ValueRule::setting:
        return kept(setting(meaning, field, value, remark), arena);
    case schema::ValueRule::record: {
        const auto id = parse_id(value);
        if (id == 0) { return std::string_view(); }
        if (form == ReferenceForm::id) { return value; }
        const auto name = m_view.name(meaning.to, id);
        if (!name) { remark = fmt::format("names a {} that the shop does not have", meaning.to); }
        return name.value_or(std::string_view());
    }
    case schema::ValueRule::option:
    case schema::ValueRule::option_list:
        return kept(option(meaning, value, remark), arena);
    case schema::ValueRule::plain:
    case schema::ValueRule::text:
        break;
    }
    if (value == k_empty_text) { remark = "holds \\E, which says in a file that it is empty"; }
    if (value.starts_with(k_zero_date)) {
        remark = "is the date 0000-00-00, which is none, and is left empty";
        return std::string_view();
    }
    if (form == ReferenceForm::name && meaning.text != nullptr &&
        !texts::scan_text(value, meaning.text->syntax).references.empty()) {
        remark = "names records by their ids in this shop, which another shop only knows after "
                 "--with-ids";
    }
    if (const auto kind = kind_of(meaning.backend, meaning.is_flag)) {
        std::string room;
        auto checked = value;
        if (const auto message = formats::check_cell(*kind, checked, room)) {
            remark = *message + " and is left empty";
            return std::string_view();
        }
    }
    return value;
}

std::string ValueTexts::setting(const Meaning& meaning, std::size_t field, std::string_view id,
                                std::string& remark) const
{
    const auto number = parse_id(id);
    const auto table = m_places[field].spec->table;
    auto name = m_names.name_of(meaning.to, number, table);
    if (meaning.to == k_tax_class) { name = without_kind(name); }
    if (name.empty()) {
        remark =
            fmt::format("names a {} that the shop does not have, and is left empty", meaning.to);
        return {};
    }
    if (m_names.find(meaning.to, name, table) != std::optional(number)) {
        remark = fmt::format("is a {} whose name another one has as well", meaning.to);
    }
    return name;
}

std::string ValueTexts::option(const Meaning& meaning, std::string_view ids, std::string& remark)
{
    std::string labels;
    const auto list = meaning.is_list ? util::split(ids, ',') : std::vector{std::string(ids)};
    for (const auto& id : list) {
        const auto found = meaning.labels.find(parse_id(id));
        if (id.empty()) { continue; }
        if (found == meaning.labels.end() || found->second.empty()) {
            remark = "has an option that the shop no longer has, or without a label, which is left "
                     "out";
            continue;
        }
        const auto& label = found->second;
        if (meaning.options.at(label) != found->first) {
            remark = "has an option whose label another one has as well";
        }
        if (meaning.is_list && list.size() > 1 &&
            (label.find('|') != std::string::npos || util::trim(label) != label)) {
            remark = "has options whose labels a list cannot hold";
        }
        labels += (labels.empty() ? "" : "|") + label;
    }
    return labels;
}

} // namespace datasync::exports
