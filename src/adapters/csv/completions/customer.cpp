// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/customer.hpp"

#include "schema/customer_groups.hpp"

namespace datasync::adapters {

CustomerCompletion::CustomerCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_names(tools.names),
      m_scopes(tools.shop),
      m_website(shape, "website_id", "website", DefaultFor::all_records),
      m_store(shape, "store_id", "store", DefaultFor::new_records),
      m_group(shape, "group_id"),
      m_created_at(shape, "created_at"),
      m_updated_at(shape, "updated_at"),
      m_created_in(shape, "created_in"),
      m_default_group(schema::default_group(tools.shop)),
      m_now(utc_now())
{
}

void CustomerCompletion::complete(std::span<formats::FileRecord> records, Arena& arena)
{
    using formats::Value;
    for (auto& record : records) {
        const auto store = m_store.read(record, m_names);
        const auto website =
            m_website.read(record, m_names)
                .value_or(store ? m_scopes.website_of(*store) : m_scopes.default_website());
        const auto home = store.value_or(m_scopes.default_store(website));
        m_website.write(record, website, arena);
        m_store.write(record, home, arena);
        m_group.write(record, Value::known_as(m_default_group));
        m_created_at.write(record, Value::of(m_now));
        m_updated_at.write(record, Value::of(m_now));
        const auto* view = m_scopes.store(home);
        if (view != nullptr) { m_created_in.write(record, Value::of(view->name)); }
    }
}

} // namespace datasync::adapters
