// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What new orders get, so that the shop can show them and go on with them.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/completions/order_addresses.hpp"
#include "adapters/csv/completions/order_buyer.hpp"
#include "adapters/csv/completions/order_items.hpp"
#include "adapters/csv/completions/order_money.hpp"
#include "adapters/csv/completions/order_state.hpp"
#include "adapters/csv/grid_row.hpp"
#include "adapters/csv/scope_defaults.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_set>

namespace datasync::adapters {

/// Orders are known by their number alone where a file says no more.
class OrderCompletion : public Completion {
public:
    OrderCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    void look_up(std::span<formats::FileRecord> records);
    void complete(formats::FileRecord& record, Arena& arena);
    bool is_there(const formats::FileRecord& record) const;

    const schema::Shop& m_shop;
    const ShopNames& m_names;
    const SyncOptions& m_options;
    const KnownTargets& m_known;
    schema::ScopeTree m_scopes;
    ScopeField m_store;
    std::size_t m_number;
    NewField m_store_name;
    NewField m_protect_code;
    NewField m_created_at;
    NewField m_updated_at;
    OrderState m_state;
    OrderBuyer m_buyer;
    OrderAddresses m_addresses;
    OrderItems m_items;
    OrderMoney m_money;
    std::unique_ptr<GridRow> m_grid; ///< Made last, when the root has all its fields.
    std::string m_now;
    std::unordered_set<std::string> m_there; ///< Numbers of this batch that the destination has.
};

} // namespace datasync::adapters
