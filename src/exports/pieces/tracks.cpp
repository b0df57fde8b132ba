// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/tracks.hpp"

#include "exports/pieces/json_rows.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "tracks";
constexpr std::array k_fields = {
    formats::ListField{"carrier_code", formats::CellKind::word},
    formats::ListField{"track_number", formats::CellKind::word},
    formats::ListField{"title"},
};
constexpr std::size_t k_needed = 2;

} // namespace

std::vector<std::string_view> Tracks::columns() const
{
    return {k_column};
}

void Tracks::bind(const PieceTools& tools)
{
    m_rows.emplace(tools, "sales_flat_shipment_track");
    m_column = tools.column(k_column);
}

void Tracks::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::string list;
    for (const auto row : m_rows->rows(record.record)) {
        std::string object;
        bool is_sound = true;
        for (std::size_t i = 0; i < k_fields.size(); ++i) {
            const auto text = m_rows->text(row, k_fields[i].name);
            if (text.empty() && i >= k_needed) {
                // Without a title it would be called after its carrier.
                append_null(object, k_fields[i].name);
                continue;
            }
            is_sound = is_sound && !text.empty() && !member_fault(k_fields[i], text);
            append_member(object, k_fields[i], text);
        }
        if (is_sound) {
            list += fmt::format("{}{{{}}}", list.empty() ? "" : ",", object);
        } else {
            record.remarks.emplace_back("a track without carrier or number is left out");
        }
    }
    if (!list.empty()) { record.cells[*m_column] = record.keep("[" + list + "]"); }
}

} // namespace datasync::exports
