// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/super_attributes.hpp"

#include "formats/name_list.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

enum PricingField : std::size_t { k_option, k_price, k_website };

constexpr std::array k_pricing_fields = {
    ListField{"option"},
    ListField{"price", CellKind::amount},
    ListField{"website", CellKind::word},
};

enum AttributeField : std::size_t { k_code, k_position, k_label, k_use_default, k_prices };

constexpr std::array k_fields = {
    ListField{"code", CellKind::word},
    ListField{"position", CellKind::whole},
    ListField{"label", CellKind::text, {}, true},
    ListField{"use_default", CellKind::flag, {}, true},
    ListField{"pricing", CellKind::text, {}, false, k_pricing_fields},
};

constexpr std::array k_attribute_columns = {MemberColumn{k_position, "position"}};
constexpr std::array k_label_columns = {MemberColumn{k_label, "value"},
                                        MemberColumn{k_use_default, "use_default"}};
constexpr std::string_view k_all_websites = "0";

} // namespace

SuperAttributeRules::SuperAttributeRules(const Header& header, Shape& shape)
    : m_column(header.find("super_attributes"))
{
    if (!m_column) { return; }
    const auto table = [](std::string_view end) {
        return ShapeTable{.name = fmt::format("catalog_product_super_attribute{}", end)};
    };
    m_attributes.emplace(shape, table(""), k_attribute_columns, *m_column);
    m_attribute = m_attributes->add_field(shape, "attribute_id");
    m_labels.emplace(shape, table("_label"), k_label_columns, *m_column);
    m_pricing.emplace(shape, table("_pricing"), std::span<const MemberColumn>(), *m_column);
    m_choice = m_pricing->add_field(shape, "value_index");
    m_amount = m_pricing->add_field(shape, "pricing_value");
    m_is_percent = m_pricing->add_field(shape, "is_percent");
    m_website = m_pricing->add_field(shape, "website_id");
}

void SuperAttributeRules::read(const Cells& cells, FileRecord& record)
{
    if (!cells.has(m_column)) { return; }
    bool is_short = false;
    const auto read_short = [&](std::string_view text, std::vector<ListMember>& attributes) {
        is_short = true;
        std::optional<std::string> fault;
        for (const auto& name : split_names(text)) {
            fault = take_value(cells, k_fields, k_code, name, attributes.emplace_back());
            if (fault) { break; }
        }
        return fault;
    };
    auto list = read_list(cells, *m_column, k_fields, read_short);
    if (!list) { return; }
    // Codes alone say nothing of labels and prices.
    if (is_short) {
        record.leave(m_labels->table());
        record.leave(m_pricing->table());
    }
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto& attribute = (*list)[i];
        const auto code = attribute.text_or(k_code, {});
        if (code.empty()) {
            cells.refuse(*m_column, fmt::format("has a {}. attribute without a code", i + 1));
            return;
        }
        if (std::find(seen.begin(), seen.end(), code) != seen.end()) {
            cells.refuse(*m_column, fmt::format("names the attribute {} twice", code));
            return;
        }
        seen.push_back(code);
        if (attribute.find(k_position) == nullptr) {
            attribute.entries.push_back({k_position, cells.keep(std::to_string(i))});
        }
        // A label of its own is shown instead of the attribute's.
        if (attribute.find(k_use_default) == nullptr) {
            attribute.entries.push_back(
                {k_use_default, attribute.find(k_label) == nullptr ? "1" : "0"});
        }
        add(cells, record, attribute);
    }
}

void SuperAttributeRules::add(const Cells& cells, FileRecord& record, const ListMember& attribute)
{
    const auto code = *attribute.find(k_code);
    const auto row = m_attributes->add(record, 0, attribute);
    record.set(row, m_attribute, Value::named(code));
    m_labels->add(record, row, attribute, true);
    const auto* prices = attribute.list(k_prices);
    if (prices == nullptr) { return; }
    for (const auto& price : *prices) {
        const auto* option = price.find(k_option);
        const auto* written = price.find(k_price);
        if (option == nullptr || written == nullptr) {
            cells.refuse(
                *m_column,
                fmt::format("has a price of {} without an option or the price itself", code));
            return;
        }
        auto amount = *written;
        const bool is_percent = amount.ends_with('%');
        if (is_percent) { amount.remove_suffix(1); }
        const auto price_row = m_pricing->add(record, row, price);
        record.set(price_row, m_choice,
                   Value::named(cells.keep(fmt::format("{}/{}", code, *option))));
        record.set(price_row, m_amount, Value::of(amount));
        record.set(price_row, m_is_percent, Value::of(is_percent ? "1" : "0"));
        const auto website = price.text_or(k_website, k_all_websites);
        record.set(price_row, m_website,
                   util::parse_unsigned(website) ? Value::known_as(website)
                                                 : Value::named(website));
    }
}

} // namespace datasync::formats
