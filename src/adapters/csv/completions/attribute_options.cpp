// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/attribute_options.hpp"

#include "formats/attribute_options.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace datasync::adapters {

using formats::FileRecord;
using formats::Says;
using formats::Value;

AttributeOptionCompletion::AttributeOptionCompletion(const formats::Shape& shape,
                                                     const schema::KnownAttributes& known)
    : m_known(known)
{
    const auto& tables = shape.tables();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].name == formats::k_option_table) { m_options = i; }
        if (tables[i].name == formats::k_option_label_table) { m_labels = i; }
    }
    if (!m_options) { return; }
    m_sort_order = *shape.find(*m_options, "sort_order");
    m_store = *shape.find(m_labels, "store_id");
    m_label = *shape.find(m_labels, "value");
}

std::vector<AttributeOptionCompletion::Said>
AttributeOptionCompletion::options_of(const FileRecord& record) const
{
    std::vector<Said> options;
    for (std::size_t row = 0; m_options && row < record.size(); ++row) {
        if (record[row].table == *m_options) { options.push_back({row, 0, {}}); }
        if (record[row].table != m_labels || options.empty()) { continue; }
        // Labels follow their option, that of the admin store first.
        auto& option = options.back();
        const bool is_admin = record.find(row, m_store)->says == Says::source_id;
        if (option.row != record[row].parent || !is_admin) { continue; }
        option.label_row = row;
        option.label = text_of(record, row, m_label);
    }
    return options;
}

void AttributeOptionCompletion::match(std::vector<Said>& options, const schema::Attribute& there)
{
    // Of equal labels the last first, so that the first is taken first.
    using Same = std::unordered_map<std::string, std::vector<const schema::AttributeOption*>>;
    Same by_label;
    Same in_any_case;
    for (auto option = there.options.rbegin(); option != there.options.rend(); ++option) {
        by_label[option->label].push_back(&*option);
        in_any_case[util::to_lower(option->label)].push_back(&*option);
    }
    std::unordered_set<std::uint32_t> taken;
    const auto take = [&](Said& option, Same& same, const std::string& label) {
        const auto found = same.find(label);
        while (option.there == nullptr && found != same.end() && !found->second.empty()) {
            const auto* other = found->second.back();
            found->second.pop_back();
            if (taken.insert(other->id).second) { option.there = other; }
        }
    };
    for (auto& option : options) { take(option, by_label, option.label); }
    for (auto& option : options) { take(option, in_any_case, util::to_lower(option.label)); }
}

void AttributeOptionCompletion::complete(FileRecord& record, const schema::Attribute* there,
                                         Arena& arena) const
{
    auto options = options_of(record);
    if (options.empty()) { return; }
    std::uint64_t last = 0;
    if (there != nullptr) {
        match(options, *there);
        for (const auto& option : there->options) {
            last = std::max<std::uint64_t>(last, m_known.sort_order(option.id));
        }
    }
    const auto digits = [&](std::uint64_t number) {
        return Value::of(stored(std::to_string(number), arena));
    };
    for (const auto& option : options) {
        if (option.there != nullptr) {
            // The shop's spelling stays: products' files name it in any case.
            record.replace(option.label_row, m_label, value_of(option.there->label, arena));
        }
        if (says(record, option.row, m_sort_order)) {
            const auto order = util::parse_unsigned(text_of(record, option.row, m_sort_order));
            last = std::max(last, order.value_or(0));
        } else {
            record.replace(
                option.row, m_sort_order,
                digits(option.there != nullptr ? m_known.sort_order(option.there->id) : ++last));
        }
    }
}

AttributeOptionCompletion::Default
AttributeOptionCompletion::find_default(const FileRecord& record, const schema::Attribute* there,
                                        std::string_view labels, bool is_list, Arena& arena) const
{
    const auto said = options_of(record);
    // The id of one that is there, or the row of one that comes with the record.
    const auto find = [&](std::string_view label, bool in_any_case) -> std::optional<Value> {
        const auto is_it = [&](std::string_view other) {
            return in_any_case ? util::to_lower(other) == util::to_lower(label) : other == label;
        };
        for (std::size_t i = 0; there != nullptr && i < there->options.size(); ++i) {
            const auto& option = there->options[i];
            if (is_it(option.label)) { return setting_id(option.id, arena); }
        }
        for (const auto& option : said) {
            if (is_it(option.label)) { return Value::of_row(option.row); }
        }
        return std::nullopt;
    };
    const auto look_up = [&](std::string_view label) -> std::optional<Value> {
        for (const bool in_any_case : {false, true}) {
            if (auto found = find(label, in_any_case)) { return found; }
        }
        const auto id = parse_id(label);
        for (std::size_t i = 0; there != nullptr && i < there->options.size(); ++i) {
            if (id != 0 && there->options[i].id == id) { return setting_id(id, arena); }
        }
        return std::nullopt;
    };
    if (auto whole = look_up(labels)) { return {whole, {}}; }
    if (!is_list) { return {std::nullopt, std::string(labels)}; }
    std::string ids;
    bool is_whole = true;
    const char apart = labels.find('|') != std::string_view::npos ? '|' : ',';
    for (const auto& label : util::split(labels, apart)) {
        const auto found = look_up(label);
        if (!found) { return {std::nullopt, label}; }
        is_whole = is_whole && found->says != Says::row;
        ids += fmt::format("{}{}", ids.empty() ? "" : ",", found->text);
    }
    if (!is_whole) { return {}; }
    return {value_of(ids, arena), {}};
}

} // namespace datasync::adapters
