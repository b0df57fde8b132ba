// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/ratings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "ratings";
constexpr std::string_view k_votes = "rating_option_vote";
/// What settings call ratings of products.
constexpr std::string_view k_of_products = "product/";

} // namespace

std::vector<std::string_view> Ratings::columns() const
{
    return {k_column};
}

void Ratings::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_rows.emplace(tools, k_votes);
    m_column = tools.column(k_column);
}

void Ratings::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::set<std::string> votes;
    for (const auto row : m_rows->rows(record.record)) {
        const auto rating = parse_id(m_rows->text(row, "rating_id"));
        const auto name = m_tools->names.name_of("rating", rating, k_votes);
        // "Quality/4". Older shops keep the points there alone.
        const auto option = m_tools->names.name_of(
            "rating_option", parse_id(m_rows->text(row, "option_id")), k_votes);
        const auto slash = option.rfind('/');
        const bool is_list_word = name.find_first_of("|,") == std::string::npos;
        if (!name.starts_with(k_of_products) || !is_list_word || slash == std::string::npos) {
            record.remarks.emplace_back("column ratings lacks a rating that the shop no longer "
                                        "has, or whose name a list cannot hold");
            continue;
        }
        votes.insert(
            fmt::format("{}:{}", name.substr(k_of_products.size()), option.substr(slash + 1)));
    }
    record.cells[*m_column] = record.keep(fmt::format("{}", fmt::join(votes, "|")));
}

} // namespace datasync::exports
