// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/tree_paths.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace datasync::schema {

namespace {

/// The ids of a path.
void add_ids(std::string_view path, std::set<std::uint32_t>& ids)
{
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        if (const auto id = parse_id(path.substr(0, slash)); id != 0) { ids.insert(id); }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
}

} // namespace

TreePaths::TreePaths(const Shop& target, const AggregatePlan& plan)
    : m_target(target),
      m_plan(plan),
      m_path(static_cast<std::size_t>(plan.root().find(plan.spec->tree.path))),
      m_table(target.quoted_table(plan.root().name)),
      m_key(db::quoted(plan.spec->root().key)),
      m_path_name(db::quoted(plan.spec->tree.path)),
      m_untouched(target.untouched_stamps(plan.root().name))
{
}

void TreePaths::settle(const MappedBatch& batch, const AggregateRows& existing,
                       const WriteSet& work)
{
    const auto& roots = work.tables.front();
    complete(batch, roots);
    std::set<std::uint32_t> counted;
    for (const auto row : roots.inserts) {
        add_ids(batch.tables.front().cell(row, m_path).text(), counted);
        counted.insert(batch.target_ids.front()[row]);
    }
    for (const auto& [row, existing_row] : roots.updates) {
        const auto to = batch.tables.front().cell(row, m_path).text();
        const auto from = existing.tables.front().cell(existing_row, m_path).text();
        if (from == to) { continue; }
        move_below(from, to);
        add_ids(from, counted);
        add_ids(to, counted);
    }
    count_below(counted);
}

void TreePaths::complete(const MappedBatch& batch, const TableWrites& roots)
{
    std::vector<std::uint32_t> ids;
    for (const auto row : roots.inserts) { ids.push_back(batch.target_ids.front()[row]); }
    std::sort(ids.begin(), ids.end());
    for (const auto& condition : db::id_conditions(m_key, ids)) {
        m_target.connection().execute(
            fmt::format("UPDATE {0} SET {1}{2} = CONCAT({2}, {3}) WHERE ({4}) AND ({2} = '' OR {2} "
                        "LIKE '%/')",
                        m_table, m_untouched, m_path_name, m_key, condition));
    }
}

void TreePaths::move_below(std::string_view from, std::string_view to)
{
    const auto depth = db::quoted(m_plan.spec->tree.depth);
    const auto steps = std::count(to.begin(), to.end(), '/') - std::count(from.begin(), from.end(), '/');
    m_target.connection().execute(
        fmt::format("UPDATE {0} SET {1}{2} = CONCAT({3}, SUBSTRING({2}, {4})), {5} = {5} + ({6}) "
                    "WHERE {2} LIKE {7}",
                    m_table, m_untouched, m_path_name, db::literal(to), from.size() + 1, depth,
                    steps, db::literal(fmt::format("{}/%", from))));
}

void TreePaths::count_below(const std::set<std::uint32_t>& ids)
{
    const auto count = db::quoted(m_plan.spec->tree.descendants);
    const std::vector<std::uint32_t> asked(ids.begin(), ids.end());
    for (const auto& condition : db::id_conditions("a." + m_key, asked)) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> wrong;
        m_target.connection().query(
            fmt::format("SELECT a.{0}, COUNT(d.{0}) AS below FROM {1} a LEFT JOIN {1} d ON d.{2} "
                        "LIKE CONCAT(a.{2}, '/%') WHERE {3} GROUP BY a.{0}, a.{4} HAVING below <> "
                        "a.{4}",
                        m_key, m_table, m_path_name, condition, count),
            [&](const db::RowView& row) { wrong.emplace_back(row.id(0), row.id(1)); });
        for (const auto& [id, below] : wrong) {
            m_target.connection().execute(fmt::format("UPDATE {} SET {}{} = {} WHERE {} = {}",
                                                      m_table, m_untouched, count, below, m_key,
                                                      id));
        }
    }
}

} // namespace datasync::schema
