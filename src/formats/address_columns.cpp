// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/address_columns.hpp"

#include <fmt/format.h>

#include <string>

namespace datasync::formats {

namespace {

/// An address without these is none.
constexpr std::array<std::string_view, 3> k_needed_fields = {"street", "city", "country_id"};
/// The first fields of an address are its names.
constexpr std::size_t k_names = 2;

/// Code of a country: two capital letters.
std::size_t shared_field(Shape& shape, std::size_t table, std::string_view name)
{
    for (std::size_t i = 0; i < shape.fields().size(); ++i) {
        if (shape.fields()[i].table == table && shape.fields()[i].name == name) { return i; }
    }
    return shape.add(table, name);
}

} // namespace

bool is_country(std::string_view text)
{
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 2 && is_capital(text[0]) && is_capital(text[1]);
}

/// The field of that name, which both addresses share.
AddressRules::AddressRules(std::string_view role, std::string_view table, const Header& header,
                           Shape& shape, const NameColumns& names)
    : m_role(role), m_names(names)
{
    for (std::size_t i = 0; i < k_fields.size(); ++i) {
        m_columns[i] = header.find(fmt::format("{}_{}", role, k_fields[i]));
        m_is_in_file = m_is_in_file || m_columns[i];
    }
    if (!m_is_in_file) { return; }
    m_table = shape.add_table({.name = std::string(table), .is_partial = true});
    for (std::size_t i = 0; i < k_fields.size(); ++i) {
        if (m_columns[i] || i < k_names) {
            m_fields[i] = shared_field(shape, m_table, k_fields[i]);
        }
    }
    if (column("region")) { m_region_id = shared_field(shape, m_table, "region_id"); }
}

std::optional<std::size_t> AddressRules::read(const Cells& cells, FileRecord& record) const
{
    bool says_something = false;
    for (const auto column : m_columns) { says_something = says_something || cells.has(column); }
    if (!says_something) { return std::nullopt; }
    const auto row = record.add_row(m_table);
    for (std::size_t i = 0; i < k_fields.size(); ++i) {
        if (i < k_names && !cells.has(m_columns[i])) {
            record.set(row, *m_fields[i],
                       m_names[i] ? cells.value(*m_names[i], CellKind::text) : Value{});
            continue;
        }
        if (!m_columns[i]) { continue; }
        const auto text = cells[*m_columns[i]].text;
        if (k_fields[i] == "country_id" && !text.empty() && !is_country(text)) {
            cells.refuse(*m_columns[i], "is not a country's code: two capital letters, DE");
        }
        record.set(row, *m_fields[i], cells.value(*m_columns[i], CellKind::text));
    }
    refuse_gaps(cells);
    if (m_region_id && cells.has(column("region"))) {
        // Codes and names of regions are clear within their country alone.
        const auto country = column("country_id");
        const auto name = fmt::format("{}/{}", country ? cells[*country].text : "",
                                      cells[*column("region")].text);
        record.set(row, *m_region_id, Value::named(cells.keep(name)));
    } else if (m_region_id) {
        record.set(row, *m_region_id, {});
    }
    return row;
}

std::optional<std::size_t> AddressRules::column(std::string_view field) const
{
    for (std::size_t i = 0; i < k_fields.size(); ++i) {
        if (k_fields[i] == field) { return m_columns[i]; }
    }
    return std::nullopt;
}

void AddressRules::refuse_gaps(const Cells& cells) const
{
    for (const auto field : k_needed_fields) {
        const auto at = column(field);
        if (cells.has(at)) { continue; }
        for (std::size_t i = 0; !at && i < m_columns.size(); ++i) {
            if (!cells.has(m_columns[i])) { continue; }
            cells.refuse(*m_columns[i], fmt::format("is part of an address without {}_{}: the "
                                                    "file needs that column",
                                                    m_role, field));
            return;
        }
        if (at) { cells.refuse(*at, "is empty, and other columns of the address are not"); }
    }
}

} // namespace datasync::formats
