// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/category_path.hpp"

#include "formats/name_path.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "path";
constexpr std::string_view k_table = "catalog_category_entity";

} // namespace

std::vector<std::string_view> CategoryPath::columns() const
{
    return {k_column};
}

void CategoryPath::add_fields(formats::Shape& shape) const
{
    shape.find_or_add(0, k_column);
}

void CategoryPath::bind(const PieceTools& tools)
{
    m_root.emplace(tools, k_table);
    m_column = tools.column(k_column);
}

void CategoryPath::write(OutRecord& record) const
{
    if (!m_column) { return; }
    const auto row = m_root->rows(record.record).front();
    std::vector<std::string> names;
    for (const auto& part : util::split(m_root->text(row, k_column), '/')) {
        const auto id = parse_id(part);
        if (id != schema::k_tree_root) { names.emplace_back(m_tree.name_of(id)); }
    }
    const auto path = formats::joined_path(names);
    if (path.empty()) {
        record.fault = "stands below a category without a name, or with one that no path can hold";
        return;
    }
    record.cells[*m_column] = record.keep(path);
}

} // namespace datasync::exports
