// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/address_cells.hpp"

#include "formats/address_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::exports {

namespace {

constexpr std::string_view k_region = "region";
constexpr std::array<std::string_view, 3> k_needed = {"street", "city", "country_id"};
constexpr std::array<std::string_view, 2> k_names = {"firstname", "lastname"};
constexpr std::string_view k_empty_text = "\\E";

} // namespace

std::vector<std::string_view> address_columns(std::string_view role)
{
    std::vector<std::string_view> columns;
    for (const auto& column : formats::k_address_columns) {
        if (column.name.starts_with(role)) { columns.push_back(column.name); }
    }
    return columns;
}

AddressCells::AddressCells(const PieceTools& tools, std::string_view role, std::string_view table,
                           const schema::RegionNames& regions)
    : m_tools(tools), m_role(role), m_table(table), m_regions(regions)
{
    for (const auto name : address_columns(role)) {
        m_columns.emplace_back(name.substr(role.size() + 1), tools.column(name));
    }
}

void AddressCells::write(const TableReader& rows, std::uint32_t row, OutRecord& record) const
{
    for (const auto field : k_needed) {
        if (!rows.cell(row, field).is_empty()) { continue; }
        record.remarks.push_back(
            fmt::format("the {} address has no {} and is left out", m_role, field));
        return;
    }
    if (!formats::is_country(rows.text(row, "country_id"))) {
        record.remarks.push_back(
            fmt::format("the {} address is in no country that there is and is left out", m_role));
        return;
    }
    for (const auto& [field, column] : m_columns) {
        if (!column) { continue; }
        const auto text = rows.text(row, field);
        const bool is_name = std::find(k_names.begin(), k_names.end(), field) != k_names.end();
        if (field == k_region) {
            record.cells[*column] = record.keep(region(rows, row, record));
        } else if (text.empty() && is_name) {
            // An empty cell would give it the name of whom it belongs to.
            record.cells[*column] = k_empty_text;
        } else {
            record.cells[*column] = text;
        }
    }
}

std::string AddressCells::region(const TableReader& rows, std::uint32_t row,
                                 OutRecord& record) const
{
    const auto text = rows.text(row, k_region);
    const auto id = parse_id(rows.text(row, "region_id"));
    const auto means = [&](std::string_view name) {
        return m_tools.names
            .find(k_region, fmt::format("{}/{}", rows.text(row, "country_id"), name), m_table)
            .value_or(0);
    };
    if (id == 0 || means(text) == id) { return std::string(text); }
    // The shop looks at the id.
    const auto known = m_regions.find(id);
    if (known != m_regions.end()) {
        for (const auto& name : {known->second.name, known->second.code}) {
            if (!name.empty() && means(name) == id) { return name; }
        }
    }
    record.remarks.push_back(
        fmt::format("the region of the {} address is none of its country", m_role));
    return std::string(text);
}

} // namespace datasync::exports
