// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/shop_session.hpp"

#include "datasync/entity_batch.hpp"
#include "datasync/error.hpp"
#include "db/session.hpp"
#include "engine/catalogue.hpp"
#include "schema/scope_check.hpp"
#include "state/source_register.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace datasync::engine {

namespace {

constexpr std::string_view k_share_scope = "customer/account_share/scope";

} // namespace

ShopSession::ShopSession(SessionOptions options, const db::ConnectionSettings& source,
                         const db::ConnectionSettings& destination)
    : m_options(std::move(options)),
      m_destination(destination),
      // A file's names are the destination's.
      m_source_connection(source, m_options.reads_file ? "destination" : "source"),
      m_target_connection(destination, "destination"),
      m_handlers(make_entity_handlers()),
      m_own_tables(destination.table_prefix)
{
    m_source.emplace(m_source_connection);
    m_target.emplace(m_target_connection);
    check_identity();
    take_lock();
    describe_types();
}

void ShopSession::take_lock()
{
    if (m_lock || m_options.dry_run || m_options.lock.is_skipped) { return; }
    m_lock.emplace(state::database_identity(m_target_connection), m_options.command_line,
                   m_options.lock);
}

void ShopSession::check_identity()
{
    m_installed = state::own_tables_exist(m_target_connection, m_own_tables);
    if (m_options.dry_run) { state::require_current_tables(m_target_connection, m_own_tables); }
    auto warning = state::check_source(m_target_connection, m_own_tables, m_installed,
                                       m_options.source_system, source_identity());
    if (!warning.empty()) { m_warnings.push_back(std::move(warning)); }
    if (m_installed) {
        m_source_number =
            state::source_number(m_target_connection, m_own_tables, m_options.source_system);
    }
}

std::string ShopSession::source_identity() const
{
    return m_options.reads_file ? state::file_identity(m_options.source_system)
                                : state::database_identity(m_source_connection);
}

void ShopSession::describe_types()
{
    m_facts.customers_are_global = m_target->config(k_share_scope) == "0";
    for (const auto& handler : m_handlers) {
        // Of these the records are another type's.
        if (handler->spec().root().is_given) { continue; }
        m_types.push_back(schema::natural_target(handler->spec(), handler->natural_key(m_facts)));
        auto parts = schema::part_targets(handler->spec());
        std::move(parts.begin(), parts.end(), std::back_inserter(m_types));
    }
}

const EntityHandler& ShopSession::handler(std::string_view entity) const
{
    const auto found = std::find_if(m_handlers.begin(), m_handlers.end(), [&](const auto& handler) {
        return handler->spec().name == entity;
    });
    if (found == m_handlers.end()) { usage_error("entity type \"{}\" is not built yet", entity); }
    return **found;
}

void ShopSession::begin_snapshot()
{
    end_snapshot();
    // What a file names may have come a moment ago.
    if (m_options.reads_file) { return; }
    db::start_snapshot(m_source_connection);
    m_has_snapshot = true;
}

void ShopSession::end_snapshot()
{
    if (m_has_snapshot) { db::end_snapshot(m_source_connection); }
    m_has_snapshot = false;
}

void ShopSession::install()
{
    if (m_is_current) { return; }
    state::install_own_tables(m_target_connection, m_own_tables);
    m_installed = true;
    m_source_number = state::register_source(m_target_connection, m_own_tables,
                                             m_options.source_system, source_identity());
    m_is_current = true;
}

void ShopSession::check_write_rights(const std::vector<std::string>& tables)
{
    std::vector<std::string> news;
    std::copy_if(tables.begin(), tables.end(), std::back_inserter(news),
                 [&](const std::string& table) { return !m_writable.contains(table); });
    schema::check_write_rights(*m_target, news);
    m_writable.insert(news.begin(), news.end());
}

state::Registry ShopSession::registry() const
{
    state::Registry registry(m_target_connection, m_own_tables, m_options.source_system,
                             m_source_number, m_installed);
    if (m_options.reads_file) { registry.ignore_from(k_first_made_up_id); }
    return registry;
}

} // namespace datasync::engine
