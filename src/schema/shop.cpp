// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/shop.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace datasync::schema {

namespace {

/// Without these a database is no shop of the family.
constexpr std::array<std::string_view, 4> k_marks = {"core_website", "core_store", "core_resource",
                                                     "eav_attribute"};

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Prefixes in front of `core_website` in this database: what the user may have forgotten to give.
std::vector<std::string> prefixes_seen(db::Connection& connection)
{
    std::vector<std::string> prefixes;
    connection.query("SELECT table_name FROM information_schema.tables "
                     "WHERE table_schema = DATABASE() AND table_name LIKE '%core\\_website'",
                     [&](const db::RowView& row) {
                         const auto name = row.text(0);
                         prefixes.emplace_back(name.substr(0, name.size() - k_marks[0].size()));
                     });
    return prefixes;
}

/// The default of a column as a cell would say it; `text` is the server's word for it.
ColumnDefault plain_default(const Column& column, std::string_view text)
{
    if (text == "NULL") { return {.is_plain = column.type.nullable, .number = {}}; }
    const bool is_digits = text.find_first_not_of("0123456789.-") == std::string_view::npos;
    if (!is_number(known_type(column.type).kind) || !is_digits) { return {}; }
    return {.is_plain = true, .number = std::string(text)};
}

std::string grant_on(db::Connection& connection, std::string_view rights, std::string_view what)
{
    const auto account = connection.value("SELECT CURRENT_USER()").value_or("");
    const auto at = account.rfind('@');
    return fmt::format("GRANT {} ON {}.{} TO {}@{}", rights,
                       db::quoted(connection.settings().database), what,
                       db::literal(account.substr(0, at)),
                       db::literal(at == std::string::npos ? "%" : account.substr(at + 1)));
}

} // namespace

std::string grant_for(db::Connection& connection, std::string_view rights)
{
    return grant_on(connection, rights, "*");
}

std::string table_grant_for(db::Connection& connection, std::string_view rights,
                            std::string_view table)
{
    return grant_on(connection, rights, db::quoted(table));
}

const Column* TableInfo::find(std::string_view column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& c) { return c.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

Shop::Shop(db::Connection& connection) : m_connection(connection)
{
    std::vector<std::string> names(k_marks.begin(), k_marks.end());
    names.emplace_back("core_config_data");
    load_tables(names);
    recognise();

    m_time_zone = connection.settings().time_zone;
    if (m_time_zone.empty()) {
        // OpenMage and Magento never set a zone and live with the server's; Maho sets UTC.
        m_time_zone = m_family == ShopFamily::maho
                          ? "+00:00"
                          : connection.value("SELECT @@global.time_zone").value_or("SYSTEM");
    }
    connection.set_time_zone(m_time_zone);
}

Shop::Shop(db::Connection& connection, const Shop& known)
    : m_connection(connection),
      m_known(&known),
      m_family(known.m_family),
      m_version(known.m_version),
      m_time_zone(known.m_time_zone)
{
    connection.set_time_zone(m_time_zone);
}

void Shop::recognise()
{
    for (const auto mark : k_marks) {
        if (find_table(mark) != nullptr) { continue; }
        const auto prefixes = prefixes_seen(m_connection);
        std::string hint = "check the database name";
        if (!prefixes.empty()) {
            const auto& side = m_connection.name();
            hint = fmt::format("there are shop tables with the prefix \"{}\": give it with {}",
                               prefixes.front(),
                               side.starts_with("source") ? "--db-prefix" : "--dest-prefix");
        }
        fatal(ExitCode::refused,
              "{} database {} is not a Magento 1, OpenMage or Maho shop: it has no table {}; {}",
              m_connection.name(), m_connection.settings().describe(), table(mark), hint);
    }
    const auto* resources = find_table("core_resource");
    const std::string from_resources = " FROM " + quoted_table("core_resource");
    if (resources->find("maho_version") != nullptr) {
        m_family = ShopFamily::maho;
        m_version = m_connection.value("SELECT MAX(maho_version)" + from_resources).value_or("");
        return;
    }
    // OpenMage 20 brought setup versions that Magento 1.9 never had.
    m_version =
        m_connection.value("SELECT version" + from_resources + " WHERE code = 'customer_setup'")
            .value_or("");
    m_family = m_version > "1.6.2.0.5" ? ShopFamily::openmage : ShopFamily::magento1;
    m_version = "customer_setup " + m_version;
}

std::string Shop::describe() const
{
    constexpr std::array<std::string_view, 3> names = {"Magento 1", "OpenMage", "Maho"};
    return fmt::format("{} ({}), server {}, time zone {}",
                       names[static_cast<std::size_t>(m_family)], m_version,
                       m_connection.server().version, m_time_zone);
}

std::string Shop::table(std::string_view name) const
{
    return m_connection.settings().table_prefix + std::string(name);
}

std::string Shop::quoted_table(std::string_view name) const
{
    return db::quoted(table(name));
}

void Shop::load_tables(std::span<const std::string> names)
{
    std::vector<std::string> news;
    std::copy_if(names.begin(), names.end(), std::back_inserter(news), [&](const auto& name) {
        return find_table(name) == nullptr && !m_missing.contains(name);
    });
    if (news.empty()) { return; }
    read_columns(news);
    // information_schema hides what a user has no right on: ask such tables themselves.
    for (const auto& name : news) {
        if (m_tables.contains(name)) { continue; }
        try {
            m_connection.value("SELECT 1 FROM " + quoted_table(name) + " LIMIT 0");
        } catch (const db::DbError& error) {
            constexpr unsigned no_such_table = 1146;
            if (error.code() == no_such_table) {
                m_missing.insert(name);
                continue;
            }
            if (error.kind() != db::DbErrorKind::rights) { throw; }
            fatal(ExitCode::refused, "{} user may not read table {}; grant it with: {}",
                  m_connection.name(), table(name), grant_for(m_connection, "SELECT"));
        }
    }
}

void Shop::read_columns(std::span<const std::string> names)
{
    std::vector<std::string> full;
    full.reserve(names.size());
    for (const auto& name : names) { full.push_back(table(name)); }
    const auto prefix_size = m_connection.settings().table_prefix.size();
    m_connection.query(
        "SELECT table_name, column_name, data_type, column_type, character_maximum_length, "
        "character_octet_length, character_set_name, numeric_precision, numeric_scale, "
        "is_nullable, column_default, extra FROM information_schema.columns "
        "WHERE table_schema = DATABASE() AND table_name IN (" +
            db::literal_list(full) + ") ORDER BY table_name, ordinal_position",
        [&](const db::RowView& row) {
            const auto name = row.string(0).substr(prefix_size);
            auto& info = m_tables[name];
            info.name = name;
            Column column;
            column.name = row.string(1);
            column.type.data_type = row.string(2);
            column.type.column_type = row.string(3);
            column.type.max_chars = number(row.text(4));
            column.type.max_bytes = number(row.text(5));
            column.type.charset = row.string(6);
            column.type.precision = static_cast<unsigned>(number(row.text(7)));
            column.type.scale = static_cast<unsigned>(number(row.text(8)));
            column.type.nullable = row.text(9) == "YES";
            column.type.is_unsigned = row.text(3).find("unsigned") != std::string_view::npos;
            const auto extra = row.string(11);
            column.auto_increment = extra.find("auto_increment") != std::string::npos;
            // DEFAULT_GENERATED only marks an expression as default; the others are computed.
            column.generated = extra.find("VIRTUAL") != std::string::npos ||
                               extra.find("STORED") != std::string::npos ||
                               extra.find("PERSISTENT") != std::string::npos;
            column.has_default = !row.is_null(10) || column.type.nullable ||
                                 column.auto_increment || column.generated;
            column.default_value =
                plain_default(column, row.is_null(10) ? std::string_view("NULL") : row.text(10));
            if (info.find(column.name) == nullptr) { info.columns.push_back(std::move(column)); }
        });
}

const TableInfo* Shop::find_table(std::string_view name) const
{
    const auto found = m_tables.find(name);
    if (found != m_tables.end()) { return &found->second; }
    return m_known == nullptr ? nullptr : m_known->find_table(name);
}

const TableInfo& Shop::require_table(std::string_view name) const
{
    const auto* info = find_table(name);
    if (info == nullptr) {
        fatal(ExitCode::refused, "{} shop {} has no table {}, which this entity type needs",
              m_connection.name(), m_connection.settings().describe(), table(name));
    }
    return *info;
}

void Shop::forget_table(std::string_view name)
{
    const auto found = m_tables.find(name);
    if (found != m_tables.end()) { m_tables.erase(found); }
}

void Shop::keep_columns(std::string_view name, const std::function<bool(std::string_view)>& keeps)
{
    const auto found = m_tables.find(name);
    if (found == m_tables.end()) { return; }
    std::erase_if(found->second.columns, [&](const Column& column) { return !keeps(column.name); });
}

std::string Shop::untouched_stamps(std::string_view table_name, std::string_view alias) const
{
    std::string assignments;
    m_connection.query(
        db::bind("SELECT column_name FROM information_schema.columns WHERE table_schema = "
                 "DATABASE() AND table_name = ? AND extra LIKE '%on update%'",
                 {table(table_name)}),
        [&](const db::RowView& row) {
            const auto column =
                alias.empty() ? db::quoted(row.text(0)) : db::quoted(alias, row.text(0));
            assignments += fmt::format("{0} = {0}, ", column);
        });
    return assignments;
}

std::string Shop::config(std::string_view path) const
{
    if (find_table("core_config_data") == nullptr) { return {}; }
    return m_connection
        .value("SELECT value FROM " + quoted_table("core_config_data") +
               db::bind(" WHERE scope = 'default' AND scope_id = 0 AND path = ?", {path}))
        .value_or("");
}

} // namespace datasync::schema
