// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/setting_creation.hpp"

#include "db/sql_text.hpp"
#include "schema/row_copy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>

namespace datasync::schema {

namespace {

/// Ids that a dry run gives to what a real run would create; far above any real one.
constexpr std::uint32_t k_first_pretended_id = 0xF0000000U;

/// Creates what is missing of one kind; holds what its steps share.
class Creation {
public:
    Creation(const Shop& source, const Shop& target, const CreatedSetting& kind, Settings& settings,
             bool pretend)
        : m_source(source),
          m_target(target),
          m_kind(kind),
          m_settings(settings),
          m_map(*settings.find(kind.name)),
          m_table(setting_table(kind.name)),
          m_pretend(pretend)
    {
    }

    SettingCreation run()
    {
        for (const auto id : source_ids()) {
            const auto counterpart = m_map.target(id);
            if (!counterpart) {
                create(id);
            } else if (!m_kind.used_in.empty() && !is_used(*counterpart)) {
                put_to_use(id, *counterpart);
            }
        }
        return std::move(m_result);
    }

private:
    std::vector<std::uint32_t> source_ids() const
    {
        std::vector<std::uint32_t> ids;
        m_source.connection().query(
            fmt::format("SELECT {0} FROM {1} WHERE {2} ORDER BY {0}", db::quoted(m_table.id),
                        m_source.quoted_table(m_table.table),
                        m_kind.only_column.empty() ? std::string("1 = 1")
                                                   : equals(m_kind.only_column, m_kind.only)),
            [&](const db::RowView& row) { ids.push_back(row.id(0)); });
        return ids;
    }

    std::string names(std::uint32_t target_id) const
    {
        return equals(m_table.id, std::to_string(target_id));
    }

    bool is_used(std::uint32_t target_id) const
    {
        return has_rows(m_target, m_kind.used_in, names(target_id));
    }

    void create(std::uint32_t id)
    {
        auto row = read_rows(m_source, m_target, m_table.table, m_table.id, id).front();
        row.erase(row.find(m_table.id));
        if (!map_references(row) || is_taken(row)) { return; }
        const auto created = insert(m_table.table, row);
        m_map.set(id, created);
        for (const auto& part : m_kind.parts) { copy_part(part, id, created); }
        m_result.created.push_back(m_map.source_key(id));
    }

    void put_to_use(std::uint32_t id, std::uint32_t target_id)
    {
        std::size_t rows = 0;
        for (const auto& part : m_kind.parts) {
            if (!part.scope.empty()) { rows += copy_part(part, id, target_id); }
        }
        // The source may use it nowhere either.
        if (rows != 0) { m_result.put_to_use.push_back(m_map.source_key(id)); }
    }

    bool map_references(SettingRow& row) const
    {
        for (const auto& reference : m_kind.references) {
            auto& cell = row[std::string(reference.column)];
            const auto mapped = m_settings.get(reference.to).target(parse_id(cell.value_or("0")));
            if (!mapped) { return false; }
            cell = std::to_string(*mapped);
        }
        return true;
    }

    bool is_taken(const SettingRow& row) const
    {
        const auto unique = row.find(m_kind.unique_column);
        return unique != row.end() &&
               has_rows(m_target, m_table.table,
                        equals(m_kind.unique_column, unique->second.value_or("")));
    }

    /// Copies the rows of a part, but those of stores or websites that have one; returns how many.
    std::size_t copy_part(const SettingPart& part, std::uint32_t from, std::uint32_t to)
    {
        std::size_t copied = 0;
        // Where several stores become one, the first row counts.
        std::set<std::uint32_t> scopes_done;
        for (auto row : read_rows(m_source, m_target, part.table, m_table.id, from)) {
            row[std::string(m_table.id)] = std::to_string(to);
            if (!part.scope.empty()) {
                const auto column = std::string(part.scope) + "_id";
                const auto mapped =
                    m_settings.get(part.scope).target(parse_id(row[column].value_or("0")));
                if (!mapped || !scopes_done.insert(*mapped).second) { continue; }
                row[column] = std::to_string(*mapped);
                const auto same = names(to) + " AND " + equals(column, std::to_string(*mapped));
                if (has_rows(m_target, part.table, same)) { continue; }
            }
            insert_part(part, std::move(row));
            ++copied;
        }
        return copied;
    }

    void insert_part(const SettingPart& part, SettingRow row)
    {
        if (part.name.empty()) {
            insert(part.table, row);
            return;
        }
        const auto key = row.find(setting_table(part.name).id);
        const auto source_id = parse_id(key->second.value_or("0"));
        row.erase(key);
        m_settings.find(part.name)->set(source_id, insert(part.table, row));
    }

    std::uint32_t insert(std::string_view table, const SettingRow& row)
    {
        return m_pretend ? m_next_pretended++ : insert_row(m_target, table, row);
    }

    const Shop& m_source;
    const Shop& m_target;
    const CreatedSetting& m_kind;
    Settings& m_settings;
    SettingMap& m_map;
    SettingTable m_table;
    bool m_pretend;
    std::uint32_t m_next_pretended = k_first_pretended_id;
    SettingCreation m_result;
};

} // namespace

std::vector<std::string> tables_read_for(const CreatedSetting& kind)
{
    auto tables = tables_written_for(kind);
    const auto add = [&](std::string_view setting) {
        auto named = tables_of_setting(setting);
        std::move(named.begin(), named.end(), std::back_inserter(tables));
    };
    add(kind.name);
    for (const auto& reference : kind.references) { add(reference.to); }
    return tables;
}

std::vector<std::string> tables_written_for(const CreatedSetting& kind)
{
    std::vector<std::string> tables = {std::string(setting_table(kind.name).table)};
    for (const auto& part : kind.parts) { tables.emplace_back(part.table); }
    return tables;
}

SettingCreation create_missing_settings(const Shop& source, const Shop& target,
                                        const CreatedSetting& kind, Settings& settings,
                                        bool pretend)
{
    const auto table = setting_table(kind.name).table;
    if (source.find_table(table) == nullptr || target.find_table(table) == nullptr) { return {}; }
    return Creation(source, target, kind, settings, pretend).run();
}

} // namespace datasync::schema
