// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/named_files.hpp"

#include <fmt/format.h>

namespace datasync::engine {

namespace {

/// What a shop writes where an image was taken away on purpose.
constexpr std::string_view k_no_selection = "no_selection";

void want_file(std::string_view folder, std::string_view path, media::MediaTransfer& transfer)
{
    if (path.empty() || path == k_no_selection) { return; }
    while (path.starts_with('/')) { path.remove_prefix(1); }
    transfer.want(fmt::format("{}/{}", folder, path));
}

} // namespace

NamedFiles::NamedFiles(const schema::AggregatePlan& plan) : m_plan(plan)
{
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& table = plan.tables[t];
        if (table.kind == schema::TableKind::values) {
            add_attributes(t);
            continue;
        }
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (const auto* file = table.columns[c].file) {
                m_columns.push_back({t, c, file->folder});
            }
        }
    }
}

void NamedFiles::add_attributes(std::size_t table)
{
    const auto map = m_plan.eav.find(m_plan.tables[table].parent);
    if (map == m_plan.eav.end()) { return; }
    Attributes attributes{table, {}};
    const auto is_spoken_of = [&](std::uint32_t id) {
        if (!m_plan.covered_values) { return true; }
        const auto found = m_plan.covered_values->lower_bound({id, 0});
        return found != m_plan.covered_values->end() && found->first == id;
    };
    for (const auto& [id, attribute] : map->second.attributes()) {
        if (attribute.file != nullptr && attribute.target_id != 0 &&
            is_spoken_of(attribute.target_id)) {
            attributes.folders.emplace(attribute.target_id, attribute.file->folder);
        }
    }
    if (!attributes.folders.empty()) { m_attributes.push_back(std::move(attributes)); }
}

void NamedFiles::want(const schema::MappedBatch& batch, const std::vector<bool>& included,
                      media::MediaTransfer& transfer) const
{
    for (const auto& [table, column, folder] : m_columns) {
        const auto& rows = batch.tables[table];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (!included[rows.record(row)]) { continue; }
            want_file(folder, rows.cell(row, column).text(), transfer);
        }
    }
    for (const auto& [table, folders] : m_attributes) {
        const auto& plan = m_plan.tables[table];
        const auto& rows = batch.tables[table];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const auto* cells = rows.row(row);
            const auto attribute = folders.find(parse_id(cells[plan.attribute].text()));
            if (attribute == folders.end() || !included[rows.record(row)]) { continue; }
            want_file(attribute->second, cells[plan.value].text(), transfer);
        }
    }
}

bool names_files(const EntitySpec& spec)
{
    return std::any_of(spec.tables.begin(), spec.tables.end(), [](const TableSpec& table) {
        return !table.files.empty() || !table.eav.files.empty();
    });
}

} // namespace datasync::engine
