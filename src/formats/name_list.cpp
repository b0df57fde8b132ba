// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/name_list.hpp"

#include "util/text.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::formats {

namespace {

constexpr std::string_view k_all = "all";

} // namespace

std::vector<std::string> split_names(std::string_view list)
{
    std::vector<std::string> names;
    for (auto& name : util::split(list, list.find('|') != std::string_view::npos ? '|' : ',')) {
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) {
            continue;
        }
        names.push_back(std::move(name));
    }
    return names;
}

std::string folded_names(std::string_view list)
{
    auto names = split_names(util::to_lower(list));
    std::sort(names.begin(), names.end());
    const auto text = fmt::format("{}", fmt::join(names, "|"));
    return text == k_all ? std::string() : text;
}

NameList::NameList(const Place& place, const Header& header, Shape& shape)
    : m_column(header.find(place.column)),
      m_table(shape.add_table({.name = std::string(place.table), .is_for_new = !m_column})),
      m_field(shape.add({.table = m_table,
                         .name = std::string(place.field),
                         .store = {},
                         .column = m_column ? *m_column + 1 : 0}))
{
}

std::size_t NameList::read(const Cells& cells, FileRecord& record) const
{
    if (!cells.has(m_column)) { return 0; }
    const auto names = split_names(cells[*m_column].text);
    if (names.size() == 1 && util::to_lower(names.front()) == k_all) { return 0; }
    for (const auto& name : names) {
        const bool is_id = util::parse_unsigned(name).has_value();
        const auto row = record.add_row(m_table);
        const auto text = cells.keep(name);
        record.set(row, m_field, is_id ? Value::known_as(text) : Value::named(text));
    }
    return names.size();
}

void NameList::add(FileRecord& record, std::string_view id) const
{
    record.set(record.add_row(m_table), m_field, Value::known_as(id));
}

} // namespace datasync::formats
