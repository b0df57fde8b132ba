// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/cart_price_rule.hpp"

#include "datasync/error.hpp"
#include "formats/name_list.hpp"
#include "schema/keyed_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace datasync::adapters {

using formats::FileRecord;
using formats::Says;
using formats::Value;

namespace {

/// Rules of shops before 1.7 have their websites and groups in lists of their own.
constexpr std::string_view k_website_table = "salesrule_website";
constexpr std::string_view k_attribute_table = "salesrule_product_attribute";

/// No condition, as the shop serializes it.
constexpr std::string_view k_no_conditions =
    R"(a:6:{s:4:"type";s:32:"salesrule/rule_condition_combine";s:9:"attribute";N;s:8:"operator";)"
    R"(N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";})";
constexpr std::string_view k_no_actions =
    R"(a:6:{s:4:"type";s:40:"salesrule/rule_condition_product_combine";s:9:"attribute";N;s:8:)"
    R"("operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";})";

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_proposals = {{
    {"is_active", "1"},
    {"simple_action", "by_percent"},
    {"stop_rules_processing", "0"},
    {"discount_step", "0"},
}};

constexpr std::string_view k_no_coupon = "1";
constexpr std::string_view k_has_coupon = "2";

std::size_t table_of(const formats::Shape& shape, std::string_view name)
{
    return *shape.find_table(name);
}

/// Codes of attributes that conditions on products ask for, in PHP's format or in JSON.
void find_attributes(std::string_view serialized, std::set<std::string, std::less<>>& codes)
{
    constexpr std::string_view condition = "rule_condition_product\"";
    constexpr std::string_view word = "attribute\"";
    for (auto at = serialized.find(condition); at != std::string_view::npos;
         at = serialized.find(condition, at + 1)) {
        constexpr std::size_t nearby = 16;
        const auto key = serialized.find(word, at + condition.size());
        if (key == std::string_view::npos || key > at + condition.size() + nearby) { continue; }
        const auto begin = serialized.find('"', key + word.size());
        if (begin == std::string_view::npos) { continue; }
        const auto between = serialized.substr(key + word.size(), begin - key - word.size());
        const auto end = serialized.find('"', begin + 1);
        // "N" stands where there is none.
        const bool is_code = between.find_first_not_of(";: s0123456789") == std::string_view::npos;
        if (is_code && end != std::string_view::npos) {
            codes.emplace(serialized.substr(begin + 1, end - begin - 1));
        }
    }
}

} // namespace

CartPriceRuleCompletion::Serialized CartPriceRuleCompletion::serialized(formats::Shape& shape,
                                                                        std::string_view column)
{
    const bool is_said = shape.has(0, column);
    return {field_of(shape, 0, column, DefaultFor::new_records), is_said};
}

CartPriceRuleCompletion::CartPriceRuleCompletion(formats::Shape& shape,
                                                 const CompletionTools& tools)
    : m_shop(tools.shop),
      m_names(tools.names),
      m_known(tools.known),
      m_name(*shape.find(0, "name")),
      m_conditions(serialized(shape, "conditions_serialized")),
      m_actions(serialized(shape, "actions_serialized")),
      m_merges(tools.options.on_duplicate == OnDuplicate::merge),
      m_coupons(shape.find_table("salesrule_coupon")),
      m_type(shape, "coupon_type"),
      m_generates(shape, "use_auto_generation"),
      m_now(utc_now())
{
    if (m_shop.find_table(k_website_table) == nullptr) {
        fatal(ExitCode::refused,
              "the destination has no table {}: its rules are those of a shop "
              "before 1.7, which files cannot fill",
              m_shop.table(k_website_table));
    }
    const auto scope = [&](std::string_view table, std::string_view column,
                           std::vector<std::uint32_t> all) {
        const auto index = table_of(shape, table);
        return Scope{index, *shape.find(index, column), !shape.tables()[index].is_for_new,
                     std::move(all)};
    };
    std::vector<std::uint32_t> websites;
    const schema::ScopeTree scopes(m_shop);
    for (const auto& website : scopes.websites()) { websites.push_back(website.id); }
    m_websites = scope(k_website_table, "website_id", std::move(websites));
    m_groups =
        scope("salesrule_customer_group", "customer_group_id", schema::customer_groups(m_shop));
    if (m_coupons) {
        m_code = *shape.find(*m_coupons, "code");
        m_is_primary = *shape.find(*m_coupons, "is_primary");
        m_created_at = *shape.find(*m_coupons, "created_at");
        m_says_primary = shape.fields()[m_is_primary].column != 0;
        m_says_others = shape.fields()[*shape.find(*m_coupons, "usage_limit")].column != 0;
        m_copied = {{shape.find(0, "uses_per_coupon"), *shape.find(*m_coupons, "usage_limit"),
                     &schema::KnownCoupon::usage_limit},
                    {shape.find(0, "uses_per_customer"),
                     *shape.find(*m_coupons, "usage_per_customer"),
                     &schema::KnownCoupon::usage_per_customer},
                    {shape.find(0, "to_date"), *shape.find(*m_coupons, "expiration_date"),
                     &schema::KnownCoupon::expiration_date}};
    }
    const bool asks =
        m_conditions.is_said || m_actions.is_said || m_websites.is_said || m_groups.is_said;
    if (m_shop.find_table(k_attribute_table) != nullptr) {
        m_attributes =
            shape.add_table({.name = std::string(k_attribute_table), .is_for_new = !asks});
        m_of_website = shape.add(*m_attributes, "website_id");
        m_of_group = shape.add(*m_attributes, "customer_group_id");
        m_attribute = shape.add(*m_attributes, "attribute_id");
    }
    for (const auto& [column, value] : k_proposals) {
        m_proposed.emplace_back(NewField(shape, column), value);
    }
}

void CartPriceRuleCompletion::complete(std::span<FileRecord> records, Arena& arena)
{
    find_records(records);
    const auto there = known(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto& record = records[i];
        complete_new(record);
        complete_conditions(record, there[i].id == 0);
        complete_scope(record, m_websites, arena);
        complete_scope(record, m_groups, arena);
        if (m_coupons) { complete_coupons(record, there[i], arena); }
        if (m_attributes) { add_attributes(record, there[i], arena); }
    }
}

void CartPriceRuleCompletion::find_records(std::span<FileRecord> records) const
{
    std::vector<std::string> codes;
    std::vector<std::string> names;
    for (const auto& record : records) {
        if (const auto code = primary_code(record); !code.empty()) { codes.emplace_back(code); }
        names.emplace_back(text_of(record, 0, m_name));
    }
    const auto by_coupon = schema::rules_by_coupon(m_shop, codes);
    const auto by_name = schema::rules_by_name(m_shop, names);
    for (auto& record : records) {
        const auto code = primary_code(record);
        const auto found = by_coupon.find(schema::folded(code));
        if (!code.empty() && found != by_coupon.end()) {
            record.target = found->second;
            continue;
        }
        const auto same = by_name.find(schema::folded(text_of(record, 0, m_name)));
        record.target = same == by_name.end() ? 0 : find_by_name(record, code, same->second);
    }
}

std::uint32_t
CartPriceRuleCompletion::find_by_name(FileRecord& record, std::string_view code,
                                      const std::vector<schema::NamedRule>& same) const
{
    std::vector<std::uint32_t> ids;
    for (const auto& rule : same) {
        // A rule with another coupon is another rule.
        if (code.empty() || rule.coupon_code.empty()) { ids.push_back(rule.id); }
    }
    if (ids.size() > 1 && record.id.empty()) {
        record.refusals.push_back(
            {m_name, std::string(text_of(record, 0, m_name)),
             fmt::format("is the name of {} rules of the destination: coupon_code has to say which "
                         "one is meant",
                         ids.size())});
    }
    return ids.size() == 1 ? ids.front() : 0;
}

std::vector<schema::KnownRule>
CartPriceRuleCompletion::known(std::span<const FileRecord> records) const
{
    std::vector<std::uint32_t> source_ids;
    for (const auto& record : records) {
        source_ids.push_back(record.id.empty() ? 0 : record.number);
    }
    const auto registered = m_known("cart_price_rule", source_ids);
    std::vector<std::uint32_t> wanted;
    for (std::size_t i = 0; i < records.size(); ++i) {
        for (const auto id : {registered[i], *records[i].target}) {
            if (id != 0) { wanted.push_back(id); }
        }
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const auto there = schema::known_rules(m_shop, wanted, m_coupons.has_value());
    std::vector<schema::KnownRule> rules(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        auto found = there.find(registered[i]);
        // One that has been deleted since may be there again.
        if (found == there.end()) { found = there.find(*records[i].target); }
        if (found != there.end()) { rules[i] = found->second; }
    }
    return rules;
}

void CartPriceRuleCompletion::complete_new(FileRecord& record) const
{
    for (const auto& [field, value] : m_proposed) { field.write(record, Value::of(value)); }
    bool has_primary = false;
    bool has_others = false;
    for (std::size_t row = 0; m_coupons && row < record.size(); ++row) {
        if (record[row].table != *m_coupons) { continue; }
        (says(record, row, m_is_primary) ? has_primary : has_others) = true;
    }
    m_type.write(record, Value::of(has_primary || has_others ? k_has_coupon : k_no_coupon));
    m_generates.write(record, Value::of(has_others && !has_primary ? "1" : "0"));
}

void CartPriceRuleCompletion::complete_conditions(FileRecord& record, bool is_new) const
{
    // An empty cell is a rule without conditions, which the shop writes down.
    const bool leaves_alone = !is_new && m_merges;
    const auto complete = [&](std::size_t field, std::string_view none) {
        if (!leaves_alone && !says(record, 0, field)) { record.replace(0, field, Value::of(none)); }
    };
    complete(m_conditions.field, k_no_conditions);
    complete(m_actions.field, k_no_actions);
}

void CartPriceRuleCompletion::complete_scope(FileRecord& record, const Scope& scope,
                                             Arena& arena) const
{
    bool has_all = !scope.is_said;
    std::size_t given = 0; // The row that says so; 0 is the root's.
    for (std::size_t row = 0; row < record.size(); ++row) {
        const auto* value =
            record[row].table == scope.table ? record.find(row, scope.field) : nullptr;
        if (value == nullptr || value->says != Says::source_id ||
            value->text != formats::k_all_of_them) {
            continue;
        }
        has_all = true;
        given = row;
    }
    if (!has_all) { return; }
    for (const auto id : scope.all) {
        const auto row = given != 0 ? given : record.add_row(scope.table);
        given = 0;
        record.replace(row, scope.field, setting_id(id, arena));
    }
}

void CartPriceRuleCompletion::complete_coupons(FileRecord& record, const schema::KnownRule& rule,
                                               Arena& arena) const
{
    std::unordered_map<std::string, const schema::KnownCoupon*> there;
    for (const auto& coupon : rule.coupons) { there[schema::folded(coupon.code)] = &coupon; }
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (record[row].table != *m_coupons) { continue; }
        fill(record, row, m_created_at, Value::of(m_now));
        const auto code = schema::folded(text_of(record, row, m_code));
        const auto found = there.find(code);
        copy_limits(record, row, found == there.end() ? nullptr : found->second, arena);
        if (found == there.end()) { continue; }
        // The shop's spelling stays: it is the same code to those who type it.
        record.replace(row, m_code, value_of(found->second->code, arena));
        if (!m_says_primary && found->second->is_primary) {
            record.replace(row, m_is_primary, Value::of("1"));
        }
        there.erase(found);
    }
    for (const auto& coupon : rule.coupons) {
        const bool is_said = coupon.is_primary ? m_says_primary : m_says_others;
        if (is_said || !there.contains(schema::folded(coupon.code))) { continue; }
        const auto row = record.add_row(*m_coupons);
        record.set(row, m_code, value_of(coupon.code, arena));
        record.set(row, m_created_at, Value::of(m_now));
        if (coupon.is_primary) { record.set(row, m_is_primary, Value::of("1")); }
        copy_limits(record, row, &coupon, arena);
    }
}

void CartPriceRuleCompletion::copy_limits(FileRecord& record, std::size_t row,
                                          const schema::KnownCoupon* there, Arena& arena) const
{
    for (const auto& copied : m_copied) {
        if (says(record, row, copied.field)) { continue; }
        const auto* of_rule = copied.from ? record.find(0, *copied.from) : nullptr;
        auto text = of_rule == nullptr ? std::string_view() : of_rule->text;
        // A rule without a limit says 0, a coupon nothing.
        if (text == "0") { text = {}; }
        const auto& now = there == nullptr ? std::nullopt : there->*(copied.now);
        if (of_rule == nullptr && now) { text = *now; }
        record.replace(row, copied.field, value_of(text, arena));
    }
}

void CartPriceRuleCompletion::add_attributes(FileRecord& record, const schema::KnownRule& rule,
                                             Arena& arena) const
{
    std::set<std::string, std::less<>> codes;
    const auto look = [&](const Serialized& text, const std::string& there) {
        const bool keeps = rule.id != 0 && (!text.is_said || !says(record, 0, text.field));
        find_attributes(keeps ? std::string_view(there) : text_of(record, 0, text.field), codes);
    };
    look(m_conditions, rule.conditions);
    look(m_actions, rule.actions);
    if (codes.empty()) { return; }
    const auto websites = members(record, m_websites, rule.websites, arena);
    const auto groups = members(record, m_groups, rule.groups, arena);
    for (const auto& code : codes) {
        // Some conditions ask for what is no attribute, such as the categories of a product.
        const auto attribute = m_names.find("productattribute", code, {});
        if (!attribute) { continue; }
        for (const auto& website : websites) {
            for (const auto& group : groups) {
                const auto row = record.add_row(*m_attributes);
                record.set(row, m_of_website, website);
                record.set(row, m_of_group, group);
                record.set(row, m_attribute, setting_id(*attribute, arena));
            }
        }
    }
}

std::vector<Value> CartPriceRuleCompletion::members(const FileRecord& record, const Scope& scope,
                                                    const std::vector<std::uint32_t>& there,
                                                    Arena& arena) const
{
    std::vector<Value> values;
    if (!scope.is_said && !there.empty()) {
        for (const auto id : there) { values.push_back(setting_id(id, arena)); }
        return values;
    }
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (record[row].table != scope.table) { continue; }
        values.push_back(*record.find(row, scope.field));
    }
    return values;
}

std::string_view CartPriceRuleCompletion::primary_code(const FileRecord& record) const
{
    for (std::size_t row = 0; m_coupons && row < record.size(); ++row) {
        if (record[row].table == *m_coupons && says(record, row, m_is_primary)) {
            return text_of(record, row, m_code);
        }
    }
    return {};
}

} // namespace datasync::adapters
