// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which reviews of a shop those of a file are, who wrote them, and what new ones get.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "schema/account_lookup.hpp"
#include "schema/scope_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace datasync::adapters {

/// A review is known by its product, nickname and title and, where the file says it, by the moment
/// it was written at.
class ReviewCompletion : public Completion {
public:
    ReviewCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    void find_records(std::span<formats::FileRecord> records) const;
    /// Adds the stores of a record that names none: all of them. Returns the row of the first.
    std::size_t add_stores(formats::FileRecord& record, Arena& arena) const;
    void find_customer(formats::FileRecord& record, std::uint32_t website, Arena& arena) const;
    /// The row that a record has in a table; its first one.
    static std::optional<std::size_t> row_of(const formats::FileRecord& record, std::size_t table);
    static std::string_view text(const formats::FileRecord& record, std::size_t row,
                                 std::size_t field);

    const schema::Shop& m_shop;
    const ShopNames& m_names;
    schema::ScopeTree m_scopes;
    schema::AccountLookup m_accounts;
    std::size_t m_detail; ///< Tables.
    std::size_t m_store_table;
    std::size_t m_sku; ///< Fields.
    std::size_t m_nickname;
    std::size_t m_title;
    std::size_t m_store;
    std::optional<std::size_t> m_written_in; ///< Where the file does not say it.
    std::optional<std::size_t> m_customer;
    std::optional<std::size_t> m_created_at;
    std::optional<std::size_t> m_votes; ///< Table.
    std::optional<std::size_t> m_vote_customer;
    NewField m_status;
    NewField m_new_created_at;
    std::string m_now;
};

} // namespace datasync::adapters
