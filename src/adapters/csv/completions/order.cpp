// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order.hpp"

#include "adapters/csv/random_code.hpp"
#include "schema/order_lookup.hpp"

#include <fmt/format.h>

namespace datasync::adapters {

using formats::Value;

namespace {

constexpr std::string_view k_orders = "sales_flat_order";
/// As the shop itself makes them for links that show an order to whoever has them.
constexpr std::string_view k_code_letters = "0123456789abcdef";
constexpr std::size_t k_code_length = 6;

} // namespace

OrderCompletion::OrderCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_shop(tools.shop),
      m_names(tools.names),
      m_options(tools.options),
      m_known(tools.known),
      m_scopes(tools.shop),
      m_store(shape, "store_id", "store", DefaultFor::new_records),
      m_number(*find_field(shape, 0, "increment_id")),
      m_store_name(shape, "store_name"),
      m_protect_code(shape, "protect_code"),
      m_created_at(shape, "created_at"),
      m_updated_at(shape, "updated_at"),
      m_state(shape, tools.shop),
      m_buyer(shape, tools),
      m_addresses(shape),
      m_items(shape, tools.shop),
      m_money(shape, tools.shop),
      m_grid(std::make_unique<GridRow>(shape, tools.shop, "sales_flat_order_grid", k_orders)),
      m_now(utc_now())
{
}

void OrderCompletion::complete(std::span<formats::FileRecord> records, Arena& arena)
{
    look_up(records);
    m_buyer.look_up(records);
    m_items.look_up(records);
    for (auto& record : records) {
        if (record.is_sound) { complete(record, arena); }
    }
}

void OrderCompletion::look_up(std::span<formats::FileRecord> records)
{
    std::vector<std::string> numbers;
    for (const auto& record : records) {
        numbers.push_back(fmt::format("{}{}{}", m_options.increment_prefix,
                                      text_of(record, 0, m_number), m_options.increment_suffix));
    }
    m_there.clear();
    for (auto& [number, id] : schema::ids_by_number(m_shop, k_orders, numbers)) {
        m_there.insert(number);
    }
    std::vector<std::uint32_t> ids;
    std::vector<std::string_view> of;
    for (const auto& record : records) {
        if (record.id.empty()) { continue; }
        ids.push_back(parse_id(record.id));
        of.push_back(text_of(record, 0, m_number));
    }
    const auto targets = m_known("order", ids);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (targets[i] != 0) {
            m_there.insert(fmt::format("{}{}{}", m_options.increment_prefix, of[i],
                                       m_options.increment_suffix));
        }
    }
}

bool OrderCompletion::is_there(const formats::FileRecord& record) const
{
    return m_there.contains(fmt::format("{}{}{}", m_options.increment_prefix,
                                        text_of(record, 0, m_number), m_options.increment_suffix));
}

void OrderCompletion::complete(formats::FileRecord& record, Arena& arena)
{
    const auto store =
        m_store.read(record, m_names).value_or(m_scopes.default_store(m_scopes.default_website()));
    m_store.write(record, store, arena);
    const auto* view = m_scopes.store(store);
    const auto website = m_scopes.website_of(store);
    if (view != nullptr) {
        m_store_name.write(record, value_of(fmt::format("{}\n{}\n{}", view->website_name,
                                                        view->group_name, view->name),
                                            arena));
    }
    m_protect_code.write(record, value_of(random_code(k_code_letters, k_code_length), arena));
    m_created_at.write(record, Value::of(m_now));
    m_updated_at.write(record, Value::of(m_now));
    m_state.complete(record, arena);
    const auto* account = m_buyer.complete(record, website, arena);
    const auto sums = m_items.complete(record, store, m_now, arena);
    m_addresses.complete(record, {is_there(record), sums.is_virtual()},
                         m_buyer.names(record, account), arena);
    m_buyer.complete_names(record, account, m_addresses.billing_names(), arena);
    m_money.complete(record, sums, view, arena);
    const auto row = m_grid->add(record);
    for (const std::string_view role : {"billing", "shipping"}) {
        m_grid->set(record, row, fmt::format("{}_name", role),
                    value_of(m_addresses.name_of(role), arena));
    }
}

} // namespace datasync::adapters
