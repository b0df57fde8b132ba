// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/store_labels.hpp"

#include <string>

namespace datasync::formats {

StoreLabels::StoreLabels(const Place& place, const Header& header, Shape& shape)
{
    const auto& columns = header.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& store = columns[i].store;
        if (columns[i].name != place.column || (store.empty() && !place.has_default)) { continue; }
        if (m_labels.empty()) {
            m_table = shape.add_table({.name = std::string(place.table), .is_per_store = true});
            m_store = shape.add(m_table, "store_id");
        }
        const auto field = shape.add(
            {.table = m_table, .name = std::string(place.field), .store = store, .column = i + 1});
        m_labels.push_back(
            {i, field, store.empty() ? Value::known_as(k_admin) : Value::named(store)});
    }
}

void StoreLabels::read(const Cells& cells, FileRecord& record) const
{
    for (const auto& label : m_labels) {
        if (!cells.has(label.column)) { continue; }
        const auto row = record.add_row(m_table);
        record.set(row, m_store, label.store);
        record.set(row, label.field, cells.value(label.column, CellKind::text));
    }
}

} // namespace datasync::formats
