// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What new customers get: website, store, group, and when they came.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"

#include <string>

namespace datasync::adapters {

/// The website belongs to what a customer is known by, so that every record has one.
class CustomerCompletion : public Completion {
public:
    CustomerCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    const ShopNames& m_names;
    schema::ScopeTree m_scopes;
    ScopeField m_website;
    ScopeField m_store;
    NewField m_group;
    NewField m_created_at;
    NewField m_updated_at;
    NewField m_created_in;
    std::string m_default_group;
    std::string m_now;
};

} // namespace datasync::adapters
