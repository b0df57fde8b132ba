// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/aggregate_reader.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "schema/raw_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace datasync::schema {

namespace {

/// Bytes of root rows after which a batch is full.
constexpr std::size_t k_most_root_bytes = 4U << 20U;

/// Finds the row of a parent id; ids are asked in runs, so the last answer is tried first.
class ParentRows {
public:
    ParentRows(const RowSet& parents, std::size_t key_cell)
    {
        m_rows.reserve(parents.rows());
        for (std::size_t row = 0; row < parents.rows(); ++row) {
            m_rows.emplace_back(parse_id(parents.cell(row, key_cell).text()),
                                static_cast<std::uint32_t>(row));
        }
        std::sort(m_rows.begin(), m_rows.end());
    }

    /// Index of the parent's row, -1 for an id that is none of them.
    std::int64_t find(std::uint32_t id)
    {
        if (m_last < m_rows.size() && m_rows[m_last].first == id) { return m_rows[m_last].second; }
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(),
                                            std::pair<std::uint32_t, std::uint32_t>{id, 0});
        if (found == m_rows.end() || found->first != id) { return -1; }
        m_last = static_cast<std::size_t>(found - m_rows.begin());
        return found->second;
    }

    /// Conditions that together cover all ids.
    std::vector<std::string> conditions(const std::string& column) const
    {
        std::vector<std::uint32_t> ids;
        ids.reserve(m_rows.size());
        for (const auto& [id, row] : m_rows) { ids.push_back(id); }
        return db::id_conditions(column, ids);
    }

private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_rows;
    std::size_t m_last = 0;
};

/// The side that rows are read from: what is derived is there only on the destination.
enum class Side { source, target };

std::string selected(const PlannedColumn& column, Side side)
{
    const bool is_derived = side == Side::source && !column.read_as.empty();
    return is_derived ? column.read_as : db::quoted(column.name);
}

std::string select_list(const PlannedTable& table, Side side)
{
    std::string list;
    for (const auto& column : table.columns) {
        list += (list.empty() ? "" : ", ") + selected(column, side);
    }
    if (side == Side::target && !table.row_id.empty()) { list += ", " + db::quoted(table.row_id); }
    return list;
}

std::string read_from(const Shop& shop, const PlannedTable& table, Side side)
{
    return side == Side::source && !table.read_from.empty() ? table.read_from
                                                            : shop.quoted_table(table.name);
}

/// Rows of one parent together, parts in the order of their ids: the same in every run and on every
/// server, and as the index on the parent's column has them.
std::string order_of(const PlannedTable& table, Side side)
{
    if (table.kind == TableKind::values) { return {}; }
    std::string order;
    for (const int column : {table.parent_column, table.key}) {
        if (column < 0) { continue; }
        order += (order.empty() ? " ORDER BY " : ", ") +
                 selected(table.columns[static_cast<std::size_t>(column)], side);
    }
    return order;
}

/// Whether all that is read of the tables is stored as it is sent; an expression may be of
/// anything.
bool are_stored_as_sent(const AggregatePlan& plan, Side side)
{
    return std::all_of(plan.tables.begin(), plan.tables.end(), [&](const PlannedTable& table) {
        return std::all_of(
            table.columns.begin(), table.columns.end(), [&](const PlannedColumn& column) {
                const bool is_source = side == Side::source;
                const auto& type = is_source ? column.source_type : column.target_type;
                const bool is_derived = is_source && !column.read_as.empty();
                return is_derived ? type.charset.empty() : is_stored_as_sent(type);
            });
    });
}

void store_row(Arena& arena, const db::RowView& view, unsigned columns, Cell* cells)
{
    for (unsigned i = 0; i < columns; ++i) {
        if (view.is_null(i)) { continue; }
        const auto text = view.text(i);
        cells[i] = Cell(arena.store(text), text.size());
    }
}

/// Reads tables of whole entities behind their root rows, which are there already.
class ChildReader {
public:
    ChildReader(const Shop& shop, const AggregatePlan& plan, Side side, Arena& arena,
                std::vector<RowSet>& tables)
        : m_shop(shop), m_plan(plan), m_side(side), m_arena(arena), m_tables(tables)
    {
        if (are_stored_as_sent(plan, side)) { m_raw.emplace(shop.connection()); }
    }

    void read(std::size_t index)
    {
        if (m_plan.tables[index].parent >= 0) {
            read_children(index);
        } else {
            read_held(index);
        }
    }

private:
    void read_children(std::size_t index)
    {
        const auto& table = m_plan.tables[index];
        const auto parent = static_cast<std::size_t>(table.parent);
        const auto& parents = m_tables[parent];
        ParentRows parent_rows(parents, static_cast<std::size_t>(m_plan.tables[parent].key));
        const auto parent_cell = static_cast<std::size_t>(table.parent_column);
        for (const auto& condition :
             parent_rows.conditions(selected(table.columns[parent_cell], m_side))) {
            query(table, condition, [&](const db::RowView& view) {
                const auto row = parent_rows.find(view.id(static_cast<unsigned>(parent_cell)));
                if (row < 0) { return; }
                const auto record = parents.record(static_cast<std::size_t>(row));
                store_row(m_arena, view, view.columns(),
                          m_tables[index].add_row(record, static_cast<std::uint32_t>(row)));
            });
        }
    }

    /// Rows that columns of others name: each record that names one has it.
    void read_held(std::size_t index)
    {
        const auto& table = m_plan.tables[index];
        std::set<std::pair<std::uint32_t, std::uint32_t>> holders; // Id, record.
        for (const auto& holder : table.holders) {
            const auto& rows = m_tables[holder.table];
            for (std::size_t row = 0; row < rows.rows(); ++row) {
                const auto id = parse_id(rows.cell(row, holder.column).text());
                if (id != 0) { holders.emplace(id, rows.record(row)); }
            }
        }
        std::vector<std::uint32_t> ids;
        for (const auto& [id, record] : holders) {
            if (ids.empty() || ids.back() != id) { ids.push_back(id); }
        }
        const auto key = static_cast<std::size_t>(table.key);
        for (const auto& condition : db::id_conditions(db::quoted(table.columns[key].name), ids)) {
            query(table, condition, [&](const db::RowView& view) {
                const auto id = view.id(static_cast<unsigned>(key));
                for (auto holder = holders.lower_bound({id, 0});
                     holder != holders.end() && holder->first == id; ++holder) {
                    store_row(m_arena, view, view.columns(),
                              m_tables[index].add_row(holder->second));
                }
            });
        }
    }

    template<typename OnRow>
    void query(const PlannedTable& table, const std::string& condition, const OnRow& on_row)
    {
        m_shop.connection().query(
            fmt::format("SELECT {} FROM {} WHERE {}{}", select_list(table, m_side),
                        read_from(m_shop, table, m_side), condition, order_of(table, m_side)),
            on_row);
    }

    const Shop& m_shop;
    const AggregatePlan& m_plan;
    Side m_side;
    Arena& m_arena;
    std::vector<RowSet>& m_tables;
    std::optional<RawTexts> m_raw;
};

} // namespace

SourceReader::SourceReader(const Shop& shop, const AggregatePlan& plan, Filter filter,
                           unsigned batch_size, const std::vector<NaturalTarget>& referenced,
                           const AttributeCodes& option_attributes)
    : m_shop(shop),
      m_plan(plan),
      m_filter(std::move(filter)),
      m_batch_size(batch_size),
      m_page_size(batch_size),
      m_referenced(referenced),
      m_reference_ids(plan, referenced, option_attributes)
{
    std::sort(m_filter.entity_ids.begin(), m_filter.entity_ids.end());
    m_filter.entity_ids.erase(std::unique(m_filter.entity_ids.begin(), m_filter.entity_ids.end()),
                              m_filter.entity_ids.end());
    m_where = filter_sql();
    // Half of the value tables of a usual shop are empty, and stay so in the snapshot.
    for (const auto& table : m_plan.tables) {
        const auto any = m_shop.connection().value(
            "SELECT 1 FROM " + read_from(m_shop, table, Side::source) + " LIMIT 1");
        m_empty_tables.push_back(!any.has_value());
    }
}

std::string SourceReader::filter_sql() const
{
    std::string sql = m_plan.source_condition;
    const auto& spec = *m_plan.spec;
    if (!m_filter.increment_ids.empty()) {
        sql += fmt::format(" AND {} IN ({})", db::quoted(spec.increment_column),
                           db::literal_list(m_filter.increment_ids));
    }
    return sql + date_sql();
}

std::string SourceReader::date_sql() const
{
    if (m_filter.date_from.empty() && m_filter.date_to.empty()) { return {}; }
    const auto& spec = *m_plan.spec;
    const auto in_span = [&](std::string_view column) {
        std::string condition;
        const auto add = [&](std::string_view format, const std::string& day) {
            if (day.empty()) { return; }
            condition +=
                (condition.empty() ? "" : " AND ") + db::quoted(column) + db::bind(format, {day});
        };
        add(" >= ?", m_filter.date_from);
        add(" < ? + INTERVAL 1 DAY", m_filter.date_to);
        return condition;
    };
    // A change of a part (an address) is a change of the entity, whether or not the shop stamped
    // the root row for it.
    std::string any = in_span(spec.root().modified_column);
    for (const auto& table : m_plan.tables) {
        if (table.kind != TableKind::part || table.spec->modified_column.empty()) { continue; }
        any += fmt::format(" OR {} IN (SELECT {} FROM {} WHERE {})", db::quoted(spec.root().key),
                           db::quoted(table.spec->parent_column), m_shop.quoted_table(table.name),
                           in_span(table.spec->modified_column));
    }
    return " AND (" + any + ")";
}

std::uint64_t SourceReader::count()
{
    std::string ids;
    if (!m_filter.entity_ids.empty()) {
        ids = fmt::format(" AND {} IN ({})", db::quoted(m_plan.spec->root().key),
                          db::id_list(m_filter.entity_ids));
    }
    const auto counted = m_shop.connection().value(
        fmt::format("SELECT COUNT(*) FROM {} WHERE 1 = 1{}{}",
                    m_shop.quoted_table(m_plan.root().name), ids, m_where));
    const auto all = std::stoull(counted.value_or("0"));
    return m_filter.limit == 0 ? all : std::min<std::uint64_t>(all, m_filter.limit);
}

bool SourceReader::next(EntityBatch& batch)
{
    batch.clear();
    batch.tables.resize(m_plan.tables.size());
    for (std::size_t i = 0; i < m_plan.tables.size(); ++i) {
        batch.tables[i].reshape(m_plan.tables[i].columns.size());
    }
    batch.number = m_batches++;
    while (read_roots(batch)) {
        if (batch.tables.front().empty()) { continue; }
        read_children(batch);
        read_reference_keys(batch);
        return true;
    }
    return false;
}

void SourceReader::read_children(EntityBatch& batch)
{
    ChildReader children(m_shop, m_plan, Side::source, batch.arena, batch.tables);
    for (std::size_t i = 1; i < m_plan.tables.size(); ++i) {
        if (!m_empty_tables[i]) { children.read(i); }
    }
}

/// Reads the next page of root rows, which may have none where the ids asked for are not there.
/// False at the end.
bool SourceReader::read_roots(EntityBatch& batch)
{
    const auto& root = m_plan.root();
    const auto key = db::quoted(m_plan.spec->root().key);
    std::uint64_t want = m_page_size;
    if (m_filter.limit != 0) { want = std::min(want, m_filter.limit - m_read); }
    if (want == 0) { return false; }
    const bool is_tree = !m_plan.source_depth.empty();
    std::string where = "1 = 1";
    std::string order = key;
    if (is_tree) {
        // Parents first: what is above a record is on the destination before it.
        order = m_plan.source_depth + ", " + key;
        if (m_read != 0) {
            where = fmt::format("({0} > {1} OR ({0} = {1} AND {2} > {3}))", m_plan.source_depth,
                                m_last_depth, key, m_last_key);
        }
    } else if (m_read != 0) {
        where = fmt::format("{} > {}", key, m_last_key);
    }
    if (!m_filter.entity_ids.empty()) {
        std::span<const std::uint32_t> ids = m_filter.entity_ids;
        if (!is_tree) {
            // A page of the list at a time: it may be as long as the table.
            ids = ids.subspan(m_next_id);
            ids = ids.first(std::min<std::size_t>(ids.size(), want));
            m_next_id += ids.size();
        }
        if (ids.empty()) { return false; }
        where += fmt::format(" AND {} IN ({})", key, db::id_list(ids));
    }
    auto& roots = batch.tables.front();
    std::size_t bytes = 0;
    std::uint32_t depth = 0;
    const auto depth_cell = static_cast<unsigned>(root.columns.size());
    m_shop.connection().query(
        fmt::format("SELECT {}{} FROM {} WHERE {}{} ORDER BY {} LIMIT {}",
                    select_list(root, Side::source), is_tree ? ", " + m_plan.source_depth : "",
                    m_shop.quoted_table(root.name), where, m_where, order, want),
        [&](const db::RowView& view) {
            // Texts may be megabytes: what is too much for this batch begins the next one, as does
            // the next level of a tree.
            if (bytes > k_most_root_bytes) { return; }
            if (is_tree && !roots.empty() && view.id(depth_cell) != depth) { return; }
            if (is_tree) { depth = view.id(depth_cell); }
            for (unsigned i = 0; i < depth_cell; ++i) { bytes += view.text(i).size(); }
            store_row(batch.arena, view, depth_cell,
                      roots.add_row(static_cast<std::uint32_t>(roots.rows())));
        });
    if (roots.empty()) { return !is_tree && !m_filter.entity_ids.empty(); }
    // Large rows come in company: do not ask for what would only be left for the next batch.
    m_page_size = bytes > k_most_root_bytes ? static_cast<unsigned>(roots.rows())
                                            : std::min(m_batch_size, 2 * m_page_size);
    m_last_key = parse_id(roots.cell(roots.rows() - 1, static_cast<std::size_t>(root.key)).text());
    m_last_depth = depth;
    m_read += roots.rows();
    if (!is_tree && !m_filter.entity_ids.empty()) {
        // What did not fit into this batch is asked for again.
        const auto& ids = m_filter.entity_ids;
        m_next_id = static_cast<std::size_t>(std::upper_bound(ids.begin(), ids.end(), m_last_key) -
                                             ids.begin());
    }
    return true;
}

void SourceReader::read_reference_keys(EntityBatch& batch)
{
    batch.reference_keys.resize(m_referenced.size());
    auto all_ids = m_reference_ids.collect(batch.tables);
    for (std::size_t i = 0; i < m_referenced.size(); ++i) {
        const auto& what = m_referenced[i];
        auto& keys = batch.reference_keys[i];
        keys.type = what.type;
        const bool has_set = !what.set_table.empty();
        keys.rows.reshape(1 + what.columns.size() + (has_set ? 1 : 0));
        keys.ids = std::move(all_ids[i]);
        if (keys.ids.empty() || m_shop.find_table(what.table) == nullptr) { continue; }
        std::string select = db::quoted("t", what.key);
        for (const auto& column : what.columns) { select += ", " + db::quoted("t", column); }
        if (has_set) {
            select += fmt::format(
                ", (SELECT GROUP_CONCAT({0} ORDER BY {0}) FROM {1} s WHERE s.{2} = {3})",
                db::quoted("s", what.set_column), m_shop.quoted_table(what.set_table),
                db::quoted(what.set_parent), db::quoted("t", what.key));
        }
        for (const auto& condition : db::id_conditions(db::quoted("t", what.key), keys.ids)) {
            m_shop.connection().query(fmt::format("SELECT {} FROM {} t WHERE {}", select,
                                                  m_shop.quoted_table(what.table), condition),
                                      [&](const db::RowView& view) {
                                          store_row(batch.arena, view, view.columns(),
                                                    keys.rows.add_row(0));
                                      });
        }
    }
}

void read_target(const Shop& shop, const AggregatePlan& plan,
                 std::span<const std::optional<std::uint32_t>> root_ids, AggregateRows& rows)
{
    rows.clear();
    rows.tables.resize(plan.tables.size());
    for (std::size_t i = 0; i < plan.tables.size(); ++i) {
        rows.tables[i].reshape(plan.tables[i].target_cells());
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> records;
    for (std::size_t i = 0; i < root_ids.size(); ++i) {
        if (root_ids[i]) { records.emplace_back(*root_ids[i], static_cast<std::uint32_t>(i)); }
    }
    if (records.empty()) { return; }
    std::sort(records.begin(), records.end());
    std::vector<std::uint32_t> ids;
    ids.reserve(records.size());
    for (const auto& [id, record] : records) { ids.push_back(id); }
    const auto& root = plan.root();
    const auto key = db::quoted(plan.spec->root().key);
    const auto key_cell = static_cast<unsigned>(root.key);
    shop.connection().query(
        fmt::format("SELECT {} FROM {} WHERE {} IN ({}) ORDER BY {}",
                    select_list(root, Side::target), shop.quoted_table(root.name), key,
                    db::id_list(ids), key),
        [&](const db::RowView& view) {
            const auto found =
                std::lower_bound(records.begin(), records.end(),
                                 std::pair<std::uint32_t, std::uint32_t>{view.id(key_cell), 0});
            store_row(rows.arena, view, view.columns(), rows.tables.front().add_row(found->second));
        });
    ChildReader children(shop, plan, Side::target, rows.arena, rows.tables);
    for (std::size_t i = 1; i < plan.tables.size(); ++i) { children.read(i); }
}

} // namespace datasync::schema
