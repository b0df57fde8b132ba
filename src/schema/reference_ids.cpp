// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/reference_ids.hpp"

#include "schema/text_references.hpp"

#include <algorithm>

namespace datasync::schema {

std::vector<std::uint32_t> reference_ids(const AggregatePlan& plan,
                                         const std::vector<RowSet>& tables, std::string_view type)
{
    std::vector<std::uint32_t> ids;
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& columns = plan.tables[t].columns;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const bool refers = columns[c].reference != nullptr && columns[c].reference->to == type;
            if (!refers && columns[c].text == nullptr) { continue; }
            for (std::size_t row = 0; row < tables[t].rows(); ++row) {
                const auto value = tables[t].cell(row, c).text();
                if (refers) {
                    ids.push_back(parse_id(value));
                    continue;
                }
                for (const auto& reference :
                     scan_text(value, columns[c].text->syntax, {.list_type = columns[c].text->to})
                         .references) {
                    if (reference.target == type) { ids.push_back(reference.id); }
                }
            }
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (!ids.empty() && ids.front() == 0) { ids.erase(ids.begin()); }
    return ids;
}

} // namespace datasync::schema
