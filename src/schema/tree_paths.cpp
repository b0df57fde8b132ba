// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/tree_paths.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace datasync::schema {

namespace {

/// The ids of a path.
void add_ids(std::string_view path, std::set<std::uint32_t>& ids)
{
    const auto all = ids_of_path(path);
    ids.insert(all.begin(), all.end());
}

std::int64_t depth_of(std::string_view path)
{
    return static_cast<std::int64_t>(depth_of_path(path));
}

} // namespace

std::int64_t TreePaths::Move::steps() const
{
    return depth_of(to) - depth_of(from);
}

TreePaths::TreePaths(const Shop& target, const AggregatePlan& plan)
    : m_target(target),
      m_plan(plan),
      m_path(static_cast<std::size_t>(plan.root().find(plan.spec->tree.path))),
      m_parent(plan.root().find(plan.spec->tree.parent)),
      m_depth(plan.root().find(plan.spec->tree.depth)),
      m_table(target.quoted_table(plan.root().name)),
      m_key(db::quoted(plan.spec->root().key)),
      m_path_name(db::quoted(plan.spec->tree.path)),
      m_untouched(target.untouched_stamps(plan.root().name))
{
}

void TreePaths::place(MappedBatch& batch) const
{
    auto& roots = batch.tables.front();
    std::vector<std::uint32_t> above(roots.rows());
    for (std::size_t row = 0; row < roots.rows(); ++row) {
        above[row] = parse_id(roots.cell(row, static_cast<std::size_t>(m_parent)).text());
    }
    const auto there = places_of(m_target, *m_plan.spec, above);
    const auto store = [&](std::string_view text) {
        return Cell(batch.arena.store(text), text.size());
    };
    for (std::size_t row = 0; row < roots.rows(); ++row) {
        const auto found = there.find(above[row]);
        const auto pretended = m_pretended_new.find(above[row]);
        if (found == there.end() && pretended == m_pretended_new.end()) { continue; }
        auto path = (found == there.end() ? pretended->second : moved(found->second)) + '/';
        roots.cell(row, m_path) = store(path);
        if (m_depth < 0) { continue; }
        const auto depth = std::count(path.begin(), path.end(), '/');
        roots.cell(row, static_cast<std::size_t>(m_depth)) = store(std::to_string(depth));
    }
}

void TreePaths::pretend_new(const MappedBatch& batch, std::size_t record, std::uint32_t id)
{
    const auto above = batch.tables.front().cell(record, m_path).text();
    m_pretended_new[id] = fmt::format("{}{}", above, id);
}

std::string TreePaths::moved(std::string path) const
{
    for (const auto& move : m_pretended) {
        const bool is_below = path.starts_with(move.from + '/');
        if (path != move.from && !is_below) { continue; }
        path = move.to + path.substr(move.from.size());
    }
    return path;
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
    for (const auto& move : moves_of(batch, existing, roots)) {
        move_below(move);
        add_ids(move.from, counted);
        add_ids(move.to, counted);
        // What came to this place before its parents did has not been counted by those.
        add_below(move.to, counted);
    }
    count_below(counted);
}

void TreePaths::removed(const std::vector<std::string>& paths)
{
    std::set<std::uint32_t> counted;
    for (const auto& path : paths) { add_ids(path, counted); }
    count_below(counted);
}

void TreePaths::pretend(const MappedBatch& batch, const AggregateRows& existing,
                        const WriteSet& work)
{
    auto moves = moves_of(batch, existing, work.tables.front());
    std::move(moves.begin(), moves.end(), std::back_inserter(m_pretended));
}

void TreePaths::show_pretended(AggregateRows& existing) const
{
    auto& roots = existing.tables.front();
    const auto store = [&](std::string_view text) {
        return Cell(existing.arena.store(text), text.size());
    };
    for (std::size_t row = 0; row < roots.rows(); ++row) {
        auto* cells = roots.row(row);
        for (const auto& move : m_pretended) {
            const auto path = cells[m_path].text();
            if (!path.starts_with(move.from + '/')) { continue; }
            cells[m_path] = store(move.to + std::string(path.substr(move.from.size())));
            if (m_depth < 0) { continue; }
            const auto depth = static_cast<std::int64_t>(parse_id(cells[m_depth].text()));
            cells[m_depth] = store(std::to_string(depth + move.steps()));
        }
    }
}

std::vector<TreePaths::Move> TreePaths::moves_of(const MappedBatch& batch,
                                                 const AggregateRows& existing,
                                                 const TableWrites& roots) const
{
    std::vector<Move> moves;
    for (const auto& [row, existing_row] : roots.updates) {
        const auto from = existing.tables.front().cell(existing_row, m_path).text();
        const auto to = batch.tables.front().cell(row, m_path).text();
        if (from != to) { moves.push_back({std::string(from), std::string(to)}); }
    }
    // The deepest first: what was below one that leaves its parent does not go with that parent.
    std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
        return depth_of(a.from) > depth_of(b.from);
    });
    return moves;
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

void TreePaths::move_below(const Move& move)
{
    const auto depth = db::quoted(m_plan.spec->tree.depth);
    m_target.connection().execute(
        fmt::format("UPDATE {0} SET {1}{2} = CONCAT({3}, SUBSTRING({2}, {4})), {5} = {5} + ({6}) "
                    "WHERE {2} LIKE {7}",
                    m_table, m_untouched, m_path_name, db::literal(move.to), move.from.size() + 1,
                    depth, move.steps(), db::literal(move.from + "/%")));
}

void TreePaths::add_below(const std::string& path, std::set<std::uint32_t>& ids) const
{
    m_target.connection().query(fmt::format("SELECT {} FROM {} WHERE {} LIKE {}", m_key, m_table,
                                            m_path_name, db::literal(path + "/%")),
                                [&](const db::RowView& row) { ids.insert(row.id(0)); });
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
