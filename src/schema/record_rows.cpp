// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/record_rows.hpp"

#include "db/sql_text.hpp"
#include "schema/eav_map.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

constexpr std::size_t k_ids_per_statement = 1000;

template<typename Visit>
void for_each_list(const RecordRows::Ids& ids, const Visit& visit)
{
    for (std::span<const std::uint32_t> left = ids; !left.empty();) {
        const auto some = left.first(std::min(left.size(), k_ids_per_statement));
        visit(db::id_list(some));
        left = left.subspan(some.size());
    }
}

} // namespace

RecordRows::RecordRows(const Shop& target, const EntitySpec& spec)
    : m_target(target), m_plan(make_plan(spec, target, target))
{
    find_switch();
}

void RecordRows::find_switch()
{
    const auto& spec = *m_plan.spec;
    const auto name = spec.removal.switch_name;
    if (name.empty()) { return; }
    if (m_plan.root().find(name) >= 0) {
        m_switch_table = m_plan.root().name;
        m_switch_column = db::quoted(name);
        m_switch_record = db::quoted(spec.root().key);
        return;
    }
    if (spec.root().eav.entity_type_code.empty()) { return; }
    const auto attributes = read_attributes(m_target, spec.root().eav.entity_type_code);
    const auto* attribute = attributes.find(name);
    if (attribute == nullptr) { return; }
    const auto table = fmt::format("{}_{}", spec.root().table, attribute->backend_type);
    if (m_plan.find(table) < 0) { return; }
    m_switch_table = table;
    m_switch_column = db::quoted("value");
    m_switch_record = db::quoted("entity_id");
    m_switch_condition = fmt::format(" AND {} = {}", db::quoted("attribute_id"), attribute->id);
}

std::vector<RecordRows::Ids> RecordRows::ids_below(const Ids& records) const
{
    std::vector<Ids> ids(m_plan.tables.size());
    ids.front() = records;
    for (std::size_t t = 1; t < m_plan.tables.size(); ++t) {
        const auto& table = m_plan.tables[t];
        if (!table.is_keyed() || table.parent < 0) { continue; }
        const auto parent = static_cast<std::size_t>(table.parent_column);
        for_each_list(ids[static_cast<std::size_t>(table.parent)], [&](const std::string& list) {
            m_target.connection().query(
                fmt::format("SELECT {} FROM {} WHERE {} IN ({})", db::quoted(table.spec->key),
                            m_target.quoted_table(table.name),
                            db::quoted(table.columns[parent].name), list),
                [&](const db::RowView& row) { ids[t].push_back(row.id(0)); });
        });
    }
    return ids;
}

void RecordRows::remove(const std::vector<Ids>& below) const
{
    for (std::size_t t = m_plan.tables.size(); t-- > 0;) {
        const auto& table = m_plan.tables[t];
        if (t != 0 && table.parent < 0) { continue; }
        const auto& ids = t == 0 ? below[0] : below[static_cast<std::size_t>(table.parent)];
        const auto column = t == 0
                                ? std::string(table.spec->key)
                                : table.columns[static_cast<std::size_t>(table.parent_column)].name;
        for_each_list(ids, [&](const std::string& list) {
            try {
                m_target.connection().execute(fmt::format("DELETE FROM {} WHERE {} IN ({})",
                                                          m_target.quoted_table(table.name),
                                                          db::quoted(column), list));
            } catch (const db::DbError& error) {
                throw db::DbError(error.code(), fmt::format("{}: {}", table.name, error.what()));
            }
        });
    }
}

void RecordRows::disable(const Ids& records) const
{
    for_each_list(records, [&](const std::string& list) {
        m_target.connection().execute(fmt::format(
            "UPDATE {} SET {}{} = {} WHERE {} IN ({}){}", m_target.quoted_table(m_switch_table),
            m_target.untouched_stamps(m_switch_table), m_switch_column,
            db::literal(m_plan.spec->removal.off), m_switch_record, list, m_switch_condition));
    });
}

RecordRows::Ids RecordRows::roots_in_use(const Ids& categories) const
{
    Ids roots;
    for_each_list(categories, [&](const std::string& list) {
        m_target.connection().query(
            fmt::format("SELECT DISTINCT root_category_id FROM {} WHERE root_category_id IN ({})",
                        m_target.quoted_table("core_store_group"), list),
            [&](const db::RowView& row) { roots.push_back(row.id(0)); });
    });
    return roots;
}

} // namespace datasync::schema
