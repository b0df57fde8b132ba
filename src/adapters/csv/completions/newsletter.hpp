// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What new subscriptions get: store, status, and the code that ends them.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"

#include <string>

namespace datasync::adapters {

/// The store belongs to what a subscription is known by, so that every record has one.
class NewsletterCompletion : public Completion {
public:
    NewsletterCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    const ShopNames& m_names;
    schema::ScopeTree m_scopes;
    ScopeField m_store;
    NewField m_status;
    NewField m_code;
};

} // namespace datasync::adapters
