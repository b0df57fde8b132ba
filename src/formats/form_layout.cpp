// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/form_layout.hpp"

#include "util/text.hpp"

#include <utility>

namespace datasync::formats {

namespace {

constexpr char k_between_choices = '|';
constexpr char k_key_end = '\0';

} // namespace

FormLayout::FormLayout(const EntityFormat& format, std::vector<FileColumn> columns,
                       std::vector<bool> is_ignored)
    : m_format(format), m_columns(std::move(columns)), m_is_ignored(std::move(is_ignored))
{
    m_is_ignored.resize(m_columns.size(), false);
    m_fields.resize(m_columns.size());
    const auto root = m_shape.add_table(m_format.root_table());
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto& column = m_columns[i];
        if (m_is_ignored[i] || column.name == k_id_column) { continue; }
        const auto field =
            column.known == nullptr ? std::string_view(column.name) : column.known->field;
        const bool is_for_rules = column.known == nullptr && m_format.reads_further_columns();
        if (field.empty() || is_for_rules) { continue; }
        m_fields[i] = m_shape.add(
            {.table = root, .name = std::string(field), .store = column.store, .column = i + 1});
    }
    const Header header(m_columns);
    m_rules = m_format.rules(header, m_shape);
    find_key(header);
}

void FormLayout::find_key(const Header& header)
{
    for (const auto choices : m_format.key()) {
        for (const auto& name : util::split(choices, k_between_choices)) {
            const auto column = header.find(name);
            if (!column) { continue; }
            m_key_columns.push_back(*column);
            break;
        }
    }
}

void FormLayout::read(const Cells& cells, FileRecord& record) const
{
    read_simple(cells, record);
    if (m_rules) { m_rules->read(cells, record); }
}

void FormLayout::read_simple(const Cells& cells, FileRecord& record) const
{
    const Header header(m_columns);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto& column = m_columns[i];
        if (m_is_ignored[i]) { continue; }
        const bool is_missing = column.known != nullptr && column.known->is_required &&
                                column.store.empty() && !cells.has(i);
        if (is_missing && !cells.has(header.find(column.known->instead))) {
            cells.refuse(i, "is empty, and every record needs it");
            continue;
        }
        if (column.name == k_id_column) {
            record.id = cells.value(i, CellKind::id).text;
        } else if (m_fields[i]) {
            const auto kind = column.known == nullptr ? CellKind::text : column.known->kind;
            const auto says = column.known == nullptr ? Says::text : column.known->says;
            record.set(0, *m_fields[i], cells.value(i, kind, says));
        }
    }
}

std::string FormLayout::key_of(const files::CsvRecord& record) const
{
    std::string key;
    for (const auto column : m_key_columns) {
        key += m_format.key_part(m_columns[column].name, record[column].text);
        key += k_key_end;
    }
    return key;
}

} // namespace datasync::formats
