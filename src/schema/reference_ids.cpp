// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/reference_ids.hpp"

#include <algorithm>

namespace datasync::schema {

texts::TextFacts facts_of(const ReferenceText& text, const AttributeCodes& option_attributes)
{
    return {.list_type = text.to, .option_attributes = &option_attributes};
}

std::vector<std::string_view> possible_targets(const ReferenceText& text)
{
    switch (text.syntax) {
    case ReferencePlace::directives:
    case ReferencePlace::layout_xml:
        return {"cms_block", "cms_page", "product", "category"};
    case ReferencePlace::id_list:
    case ReferencePlace::tree_path:
        return {text.to};
    case ReferencePlace::url_path:
        return {"category", "product", "cms_page"};
    case ReferencePlace::product_options:
        return {"product",       "product_option",   "product_option_value",
                "bundle_option", "bundle_selection", "downloadable_link"};
    case ReferencePlace::rule_conditions:
        return {"category", "product"};
    case ReferencePlace::packages:
        return {"order_item", "product"};
    case ReferencePlace::column:
    case ReferencePlace::row:
    case ReferencePlace::serialized:
        break;
    }
    return {};
}

ReferenceIds::ReferenceIds(const AggregatePlan& plan, const std::vector<NaturalTarget>& types,
                           const AttributeCodes& option_attributes)
    : m_plan(plan), m_types(types), m_option_attributes(option_attributes)
{
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& columns = plan.tables[t].columns;
        if (plan.tables[t].kind == TableKind::values) { add_attributes(t); }
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (columns[c].text != nullptr) {
                m_places.push_back({t, c, -1, columns[c].text});
            } else if (columns[c].reference != nullptr) {
                const int type = type_index(columns[c].reference->to);
                if (type >= 0) { m_places.push_back({t, c, type, nullptr}); }
            }
        }
    }
}

void ReferenceIds::add_attributes(std::size_t table)
{
    const auto map = m_plan.eav.find(m_plan.tables[table].parent);
    if (map == m_plan.eav.end()) { return; }
    for (const auto& [id, attribute] : map->second.attributes()) {
        const int type = attribute.rule == ValueRule::record ? type_index(attribute.to) : -1;
        if (type >= 0 || attribute.text != nullptr) {
            m_attributes[table][id] = {type, attribute.text};
        }
    }
}

int ReferenceIds::type_index(std::string_view type) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(),
                                    [&](const NaturalTarget& what) { return what.type == type; });
    return found == m_types.end() ? -1 : static_cast<int>(found - m_types.begin());
}

std::vector<std::vector<std::uint32_t>>
ReferenceIds::collect(const std::vector<RowSet>& tables) const
{
    std::vector<std::vector<std::uint32_t>> ids(m_types.size());
    for (const auto& place : m_places) {
        const auto& rows = tables[place.table];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto value = rows.cell(row, place.column).text();
            if (value.empty()) { continue; }
            if (place.text != nullptr) {
                collect_text(*place.text, value, ids);
            } else {
                ids[static_cast<std::size_t>(place.type)].push_back(parse_id(value));
            }
        }
    }
    for (const auto& [table, attributes] : m_attributes) {
        const auto& plan = m_plan.tables[table];
        const auto& rows = tables[table];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto* cells = rows.row(row);
            const auto known = attributes.find(parse_id(cells[plan.attribute].text()));
            const auto value = cells[plan.value].text();
            if (known == attributes.end() || value.empty()) { continue; }
            if (known->second.text != nullptr) {
                collect_text(*known->second.text, value, ids);
            } else {
                ids[static_cast<std::size_t>(known->second.type)].push_back(parse_id(value));
            }
        }
    }
    for (auto& list : ids) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        if (!list.empty() && list.front() == 0) { list.erase(list.begin()); }
    }
    return ids;
}

void ReferenceIds::collect_text(const ReferenceText& description, std::string_view text,
                                std::vector<std::vector<std::uint32_t>>& ids) const
{
    const auto scan =
        texts::scan_text(text, description.syntax, facts_of(description, m_option_attributes));
    for (const auto& reference : scan.references) {
        const int type = type_index(reference.target);
        if (type >= 0) { ids[static_cast<std::size_t>(type)].push_back(reference.id); }
    }
}

} // namespace datasync::schema
