// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/store_list.hpp"

#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "stores";
constexpr std::string_view k_store_id = "store_id";
constexpr std::string_view k_reviews = "review_store";

} // namespace

std::vector<std::string_view> StoreList::columns() const
{
    return {k_column};
}

void StoreList::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_rows.emplace(tools, m_table);
    m_column = tools.column(k_column);
    m_is_review = m_table == k_reviews;
}

void StoreList::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::set<std::string> codes;
    bool has_admin = false;
    for (const auto row : m_rows->rows(record.record)) {
        const auto id = parse_id(m_rows->text(row, k_store_id));
        const auto code = m_tools->names.name_of("store", id, m_table);
        if (code.empty()) {
            record.remarks.emplace_back("column stores names a store view that is gone, which is "
                                        "left out");
            continue;
        }
        if (util::parse_unsigned(code)) {
            record.remarks.emplace_back("column stores names a store view whose code is a number, "
                                        "which would be taken for its id");
        }
        has_admin = has_admin || id == 0;
        // A review is in the back office in any case.
        if (id != 0 || !m_is_review) { codes.insert(code); }
    }
    if (m_is_review && codes.empty()) {
        record.fault = "is a review that no store view shows, which a file cannot say";
        return;
    }
    const bool is_for_all = !m_is_review && (codes.empty() || (has_admin && codes.size() == 1));
    record.cells[*m_column] = is_for_all ? std::string_view("all")
                                         : record.keep(fmt::format("{}", fmt::join(codes, "|")));
}

} // namespace datasync::exports
