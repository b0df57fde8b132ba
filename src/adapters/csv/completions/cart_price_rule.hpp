// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which rules of a shop those of a file are, and what the shop keeps beside them: their coupons'
// limits, and the attributes of products that they ask for.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "schema/known_rules.hpp"
#include "schema/scope_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace datasync::adapters {

/// A rule is known by its coupon, else by its name. Coupons that a file does not speak of stay.
class CartPriceRuleCompletion : public Completion {
public:
    CartPriceRuleCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    /// A table of what rules are for, and all that a rule can be for.
    struct Scope {
        std::size_t table;
        std::size_t field;
        bool is_said; ///< Whether the file has its column.
        std::vector<std::uint32_t> all;
    };
    /// A column with conditions.
    struct Serialized {
        std::size_t field;
        bool is_said; ///< Whether the file has it.
    };
    /// What a coupon copies from its rule.
    struct Copied {
        std::optional<std::size_t> from; ///< Field of the rule, where the file has it.
        std::size_t field = 0;           ///< Of the coupon.
        std::optional<std::string> schema::KnownCoupon::*now;
    };

    static Serialized serialized(formats::Shape& shape, std::string_view column);
    void find_records(std::span<formats::FileRecord> records) const;
    std::uint32_t find_by_name(formats::FileRecord& record, std::string_view code,
                               const std::vector<schema::NamedRule>& same) const;
    /// What the destination knows of each record, empty for a new one.
    std::vector<schema::KnownRule> known(std::span<const formats::FileRecord> records) const;
    void complete_new(formats::FileRecord& record) const;
    void complete_conditions(formats::FileRecord& record, bool is_new) const;
    void complete_scope(formats::FileRecord& record, const Scope& scope, Arena& arena) const;
    void complete_coupons(formats::FileRecord& record, const schema::KnownRule& rule,
                          Arena& arena) const;
    void copy_limits(formats::FileRecord& record, std::size_t row, const schema::KnownCoupon* there,
                     Arena& arena) const;
    void add_attributes(formats::FileRecord& record, const schema::KnownRule& rule,
                        Arena& arena) const;
    std::vector<formats::Value> members(const formats::FileRecord& record, const Scope& scope,
                                        const std::vector<std::uint32_t>& there,
                                        Arena& arena) const;
    std::string_view primary_code(const formats::FileRecord& record) const;

    const schema::Shop& m_shop;
    const ShopNames& m_names;
    const KnownTargets& m_known;
    std::size_t m_name;
    Serialized m_conditions;
    Serialized m_actions;
    bool m_merges;
    Scope m_websites{};
    Scope m_groups{};
    std::optional<std::size_t> m_coupons; ///< Table.
    std::size_t m_code = 0;
    std::size_t m_is_primary = 0;
    std::size_t m_created_at = 0;
    bool m_says_primary = false; ///< Whether the file has a column for it, or for the others.
    bool m_says_others = false;
    std::vector<Copied> m_copied;
    std::optional<std::size_t> m_attributes; ///< Table.
    std::size_t m_of_website = 0;
    std::size_t m_of_group = 0;
    std::size_t m_attribute = 0;
    NewField m_type;
    NewField m_generates;
    /// Columns of new rules, with what the back office proposes.
    std::vector<std::pair<NewField, std::string_view>> m_proposed;
    std::string m_now;
};

} // namespace datasync::adapters
