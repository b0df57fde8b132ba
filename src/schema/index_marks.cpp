// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/index_marks.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_table = "index_process";

} // namespace

std::vector<std::string> known_indexers(const Shop& target, std::span<const std::string_view> codes)
{
    std::vector<std::string> known;
    if (codes.empty() || target.find_table(k_table) == nullptr) { return known; }
    const std::vector<std::string> asked(codes.begin(), codes.end());
    target.connection().query(
        fmt::format("SELECT indexer_code FROM {} WHERE indexer_code IN ({}) ORDER BY process_id",
                    target.quoted_table(k_table), db::literal_list(asked)),
        [&](const db::RowView& row) { known.push_back(row.string(0)); });
    return known;
}

void mark_indexers(const Shop& target, std::span<const std::string> codes)
{
    target.connection().execute(
        fmt::format("UPDATE {} SET {}status = 'require_reindex' WHERE indexer_code IN ({})",
                    target.quoted_table(k_table), target.untouched_stamps(k_table),
                    db::literal_list({codes.begin(), codes.end()})));
}

} // namespace datasync::schema
