// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/product_options.hpp"

#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

enum ValueField : std::size_t {
    k_value_title,
    k_value_price,
    k_value_price_type,
    k_value_sku,
    k_value_order
};

constexpr std::array k_value_fields = {
    ListField{"title", CellKind::text, {}, true},
    ListField{"price", CellKind::amount, {}, true},
    ListField{"price_type", CellKind::word, {}, true},
    ListField{"sku", CellKind::word},
    ListField{"sort_order", CellKind::whole},
};

enum OptionField : std::size_t {
    k_title,
    k_type,
    k_required,
    k_price,
    k_price_type,
    k_order,
    k_values
};

constexpr std::array k_fields = {
    ListField{"title", CellKind::text, {}, true},
    ListField{"type", CellKind::word},
    ListField{"required", CellKind::flag},
    ListField{"price", CellKind::amount, {}, true},
    ListField{"price_type", CellKind::word, {}, true},
    ListField{"sort_order", CellKind::whole},
    ListField{"values", CellKind::text, {}, false, k_value_fields},
    ListField{"sku", CellKind::word},
    ListField{"max_characters", CellKind::whole},
    ListField{"file_extension"},
    ListField{"image_size_x", CellKind::whole},
    ListField{"image_size_y", CellKind::whole},
    ListField{"is_require", CellKind::flag, "required"},
};

constexpr std::array k_option_columns = {
    MemberColumn{k_type, "type"},
    MemberColumn{k_required, "is_require", "0"},
    MemberColumn{k_order, "sort_order"},
    MemberColumn{k_values + 1, "sku"},
    MemberColumn{k_values + 2, "max_characters"},
    MemberColumn{k_values + 3, "file_extension"},
    MemberColumn{k_values + 4, "image_size_x"},
    MemberColumn{k_values + 5, "image_size_y"},
};
constexpr std::array k_title_columns = {MemberColumn{k_title, "title"}};
constexpr std::array k_price_columns = {MemberColumn{k_price, "price", "0"},
                                        MemberColumn{k_price_type, "price_type", "fixed"}};
constexpr std::array k_value_columns = {MemberColumn{k_value_sku, "sku"},
                                        MemberColumn{k_value_order, "sort_order"}};
constexpr std::array k_value_title_columns = {MemberColumn{k_value_title, "title"}};
constexpr std::array k_value_price_columns = {
    MemberColumn{k_value_price, "price", "0"},
    MemberColumn{k_value_price_type, "price_type", "fixed"}};

/// Kinds of options with values to choose from, and without.
constexpr std::array<std::string_view, 4> k_choices = {"drop_down", "radio", "checkbox",
                                                       "multiple"};
constexpr std::array<std::string_view, 6> k_entries = {"field", "area",      "file",
                                                       "date",  "date_time", "time"};
constexpr std::array<std::string_view, 2> k_price_types = {"fixed", "percent"};

template<std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Makes "10%" a price of the kind percent.
void settle_prices(ListMember& member, std::size_t price, std::size_t kind)
{
    const auto entries = member.entries.size();
    for (std::size_t i = 0; i < entries; ++i) {
        auto& entry = member.entries[i];
        if (entry.field != price || !entry.text.ends_with('%')) { continue; }
        entry.text.remove_suffix(1);
        const auto store = entry.store;
        if (member.find(kind, store) == nullptr) {
            member.entries.push_back({kind, k_price_types[1], store});
        }
    }
}

std::optional<std::string> fault_of_prices(const ListMember& member, std::size_t kind)
{
    for (const auto& entry : member.entries) {
        if (entry.field == kind && !is_one_of(k_price_types, entry.text)) {
            return fmt::format("has the price_type \"{}\", which is neither fixed nor percent",
                               util::printable(entry.text));
        }
    }
    return std::nullopt;
}

std::optional<std::string> fault_of(const ListMember& option)
{
    if (option.find(k_title) == nullptr) { return "has no title"; }
    const auto type = option.text_or(k_type, {});
    const auto* values = option.list(k_values);
    const bool is_choice = is_one_of(k_choices, type);
    if (!is_choice && !is_one_of(k_entries, type)) {
        return fmt::format("has the type \"{}\", which is none of {}, {}", util::printable(type),
                           fmt::join(k_choices, ", "), fmt::join(k_entries, ", "));
    }
    if (is_choice != (values != nullptr && !values->empty())) {
        return is_choice ? fmt::format("is a {} without values", type)
                         : fmt::format("has values, which a {} cannot have", type);
    }
    if (is_choice && option.find(k_price) != nullptr) {
        return fmt::format("has a price, which of a {} the values have", type);
    }
    if (auto fault = fault_of_prices(option, k_price_type)) { return fault; }
    if (values == nullptr) { return std::nullopt; }
    for (const auto& value : *values) {
        if (value.find(k_value_title) == nullptr) { return "has a value without a title"; }
        if (auto fault = fault_of_prices(value, k_value_price_type)) { return fault; }
    }
    return std::nullopt;
}

std::string_view digits(const Cells& cells, std::size_t number)
{
    return cells.keep(std::to_string(number));
}

/// Reads "Value=price|Value=price" of an option, or the price of one that has no values.
std::optional<std::string> read_short_values(const Cells& cells, std::string_view text,
                                             ListMember& option)
{
    if (is_one_of(k_entries, option.text_or(k_type, {}))) {
        return take_value(cells, k_fields, k_price, text, option);
    }
    auto& values = option.lists.emplace_back();
    values.field = k_values;
    for (const auto& one : util::split(text, '|')) {
        if (one.empty()) { continue; }
        const auto equals = one.rfind('=');
        auto& value = values.members.emplace_back();
        const std::string_view whole = one;
        auto fault = take_value(cells, k_value_fields, k_value_title,
                                util::trim(whole.substr(0, equals)), value);
        if (!fault && equals != std::string::npos) {
            fault = take_value(cells, k_value_fields, k_value_price,
                               util::trim(whole.substr(equals + 1)), value);
        }
        if (fault) { return fault; }
    }
    return std::nullopt;
}

/// Reads "Title:type:required:Value=price|...;...".
std::optional<std::string> read_short(const Cells& cells, std::string_view text,
                                      std::vector<ListMember>& options)
{
    constexpr std::array<std::size_t, 3> in_front = {k_title, k_type, k_required};
    for (const auto& one : util::split(text, ';')) {
        if (one.empty()) { continue; }
        auto& option = options.emplace_back();
        std::string_view rest = one;
        for (const auto field : in_front) {
            const auto colon = rest.find(':');
            if (auto fault =
                    take_value(cells, k_fields, field, util::trim(rest.substr(0, colon)), option)) {
                return fmt::format("in its {}. option {}", options.size(), *fault);
            }
            rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
        }
        if (auto fault = read_short_values(cells, util::trim(rest), option)) {
            return fmt::format("in its {}. option {}", options.size(), *fault);
        }
    }
    return std::nullopt;
}

} // namespace

CustomOptionRules::CustomOptionRules(const Header& header, Shape& shape)
    : m_column(header.find("custom_options"))
{
    if (!m_column) { return; }
    const auto table = [](std::string_view name) { return ShapeTable{.name = std::string(name)}; };
    m_options.emplace(shape, table("catalog_product_option"), k_option_columns, *m_column);
    m_titles.emplace(shape, table("catalog_product_option_title"), k_title_columns, *m_column);
    m_prices.emplace(shape, table("catalog_product_option_price"), k_price_columns, *m_column);
    m_values.emplace(shape, table("catalog_product_option_type_value"), k_value_columns, *m_column);
    m_value_titles.emplace(shape, table("catalog_product_option_type_title"), k_value_title_columns,
                           *m_column);
    m_value_prices.emplace(shape, table("catalog_product_option_type_price"), k_value_price_columns,
                           *m_column);
}

void CustomOptionRules::read(const Cells& cells, FileRecord& record)
{
    m_has_options = false;
    m_has_required = false;
    if (!cells.has(m_column)) { return; }
    auto list = read_list(cells, *m_column, k_fields,
                          [&](std::string_view text, std::vector<ListMember>& options) {
                              return read_short(cells, text, options);
                          });
    if (!list) { return; }
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto& option = (*list)[i];
        if (const auto fault = fault_of(option)) {
            cells.refuse(*m_column, fmt::format("has a {}. option that {}", i + 1, *fault));
            return;
        }
        settle_prices(option, k_price, k_price_type);
        for (auto& part : option.lists) {
            for (std::size_t v = 0; v < part.members.size(); ++v) {
                auto& value = part.members[v];
                settle_prices(value, k_value_price, k_value_price_type);
                if (value.find(k_value_order) == nullptr) {
                    value.entries.push_back({k_value_order, digits(cells, v + 1)});
                }
            }
        }
        m_has_options = true;
        m_has_required = m_has_required || option.text_or(k_required, "0") == "1";
        add(record, option, digits(cells, i + 1));
    }
}

void CustomOptionRules::add(FileRecord& record, const ListMember& option,
                            std::string_view position) const
{
    auto whole = option;
    if (whole.find(k_order) == nullptr) { whole.entries.push_back({k_order, position}); }
    const auto row = m_options->add(record, 0, whole);
    m_titles->add(record, row, whole, true);
    m_prices->add(record, row, whole, is_one_of(k_entries, whole.text_or(k_type, {})));
    const auto* values = whole.list(k_values);
    if (values == nullptr) { return; }
    for (const auto& value : *values) {
        const auto value_row = m_values->add(record, row, value);
        m_value_titles->add(record, value_row, value, true);
        m_value_prices->add(record, value_row, value, true);
    }
}

} // namespace datasync::formats
