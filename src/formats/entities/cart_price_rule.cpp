// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/cart_price_rule.hpp"

#include "formats/list_cell.hpp"
#include "formats/name_list.hpp"
#include "formats/store_labels.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace datasync::formats {

namespace {

constexpr std::string_view k_name = "name";
constexpr std::string_view k_coupon_code = "coupon_code";
constexpr std::string_view k_coupons = "coupons";
constexpr std::string_view k_coupon_type = "coupon_type";
constexpr std::string_view k_websites = "websites";
constexpr std::string_view k_groups = "customer_groups";
constexpr std::string_view k_conditions = "conditions_serialized";
constexpr std::string_view k_actions = "actions_serialized";
constexpr std::string_view k_from = "from_date";
constexpr std::string_view k_to = "to_date";
constexpr std::string_view k_uses_per_coupon = "uses_per_coupon";
constexpr std::string_view k_uses_per_customer = "uses_per_customer";

constexpr Column field(std::string_view name, CellKind kind)
{
    return {.name = name, .kind = kind, .field = name};
}

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = k_name, .field = k_name, .is_required = true},
    field("description", CellKind::text),
    field(k_from, CellKind::day),
    field(k_to, CellKind::day),
    field("is_active", CellKind::flag),
    Column{.name = k_websites},
    Column{.name = k_groups},
    Column{.name = k_coupon_code, .kind = CellKind::word},
    Column{.name = k_coupons},
    field(k_coupon_type, CellKind::whole),
    field("use_auto_generation", CellKind::flag),
    field(k_uses_per_coupon, CellKind::whole),
    field(k_uses_per_customer, CellKind::whole),
    field("times_used", CellKind::whole),
    Column{.name = "label", .is_per_store = true},
    field("simple_action", CellKind::word),
    field("discount_amount", CellKind::decimal),
    field("discount_qty", CellKind::decimal),
    field("discount_step", CellKind::whole),
    field("apply_to_shipping", CellKind::flag),
    field("simple_free_shipping", CellKind::whole),
    field("stop_rules_processing", CellKind::flag),
    field("sort_order", CellKind::whole),
    field("is_rss", CellKind::flag),
    field("is_advanced", CellKind::flag),
    field("product_ids", CellKind::text),
    field(k_conditions, CellKind::text),
    field(k_actions, CellKind::text),
};

constexpr std::array<std::string_view, 3> k_key = {k_name, k_coupon_code, "entity_id"};

/// What a coupon may say. The first `k_kept_current` are brought up to date, the others are for
/// new ones: customers use those that are there.
constexpr std::array k_coupon_fields = {
    ListField{"code", CellKind::word},
    ListField{"usage_limit", CellKind::whole},
    ListField{"usage_per_customer", CellKind::whole},
    ListField{"expiration_date", CellKind::moment},
    ListField{"times_used", CellKind::whole},
    ListField{"created_at", CellKind::moment},
    ListField{"type", CellKind::whole},
};
constexpr std::size_t k_code = 0;
constexpr std::size_t k_kept_current = 4;
constexpr std::array<std::size_t, 1> k_short_form = {k_code};

/// `coupon_code`, which the back office shows with the rule, and `coupons` beside it.
class CouponRules {
public:
    CouponRules(const Header& header, Shape& shape)
        : m_code(header.find(k_coupon_code)), m_list(header.find(k_coupons))
    {
        // Coupons keep copies of what the rule says about them.
        const bool follows =
            header.has(k_uses_per_coupon) || header.has(k_uses_per_customer) || header.has(k_to);
        if (!m_code && !m_list && !follows) { return; }
        const auto number = [](std::optional<std::size_t> column) {
            return column ? *column + 1 : 0;
        };
        m_table = shape.add_table("salesrule_coupon");
        for (std::size_t i = 0; i < k_coupon_fields.size(); ++i) {
            m_fields.push_back(
                shape.add({.table = m_table,
                           .name = std::string(k_coupon_fields[i].name),
                           .store = {},
                           .is_for_new = i >= k_kept_current,
                           .column = number(i == k_code && !m_list ? m_code : m_list)}));
        }
        m_primary = shape.add(
            {.table = m_table, .name = "is_primary", .store = {}, .column = number(m_code)});
    }

    void read(const Cells& cells, FileRecord& record) const
    {
        std::set<std::string> codes;
        if (cells.has(m_code)) {
            const auto code = cells.value(*m_code, CellKind::word);
            codes.insert(util::to_lower(code.text));
            const auto row = record.add_row(m_table);
            record.set(row, m_fields[k_code], code);
            record.set(row, m_primary, Value::of("1"));
        }
        if (!cells.has(m_list)) { return; }
        for (const auto& coupon : members(cells)) {
            const auto* code = coupon.find(k_code);
            if (code == nullptr) {
                cells.refuse(*m_list, "has a coupon without a code");
                return;
            }
            if (!codes.insert(util::to_lower(*code)).second) {
                cells.refuse(*m_list, fmt::format("has the code \"{}\" of another coupon of the "
                                                  "rule",
                                                  util::printable(*code)));
                return;
            }
            const auto row = record.add_row(m_table);
            for (const auto& entry : coupon.entries) {
                record.set(row, m_fields[entry.field], Value::of(entry.text));
            }
        }
    }

private:
    std::vector<ListMember> members(const Cells& cells) const
    {
        const auto text = util::trim(cells[*m_list].text);
        const bool is_short = !text.starts_with('[') && !text.starts_with('{');
        if (!is_short || text.find('|') != std::string_view::npos) {
            return read_list(cells, *m_list, k_coupon_fields, k_short_form)
                .value_or(std::vector<ListMember>());
        }
        std::vector<ListMember> coupons;
        for (const auto& code : split_names(text)) {
            coupons.emplace_back().entries.push_back({k_code, cells.keep(code)});
        }
        return coupons;
    }

    std::optional<std::size_t> m_code;
    std::optional<std::size_t> m_list;
    std::size_t m_table = 0;
    std::vector<std::size_t> m_fields;
    std::size_t m_primary = 0;
};

class CartPriceRuleRules : public RecordRules {
public:
    CartPriceRuleRules(const Header& header, Shape& shape)
        : m_websites({k_websites, "salesrule_website", "website_id"}, header, shape),
          m_groups({k_groups, "salesrule_customer_group", "customer_group_id"}, header, shape),
          m_labels({"label", "salesrule_label", "label", true}, header, shape),
          m_coupons(header, shape),
          m_type(header.find(k_coupon_type)),
          m_code(header.find(k_coupon_code)),
          m_list(header.find(k_coupons)),
          m_from(header.find(k_from)),
          m_to(header.find(k_to))
    {
        for (const auto name : {k_conditions, k_actions}) {
            if (const auto column = header.find(name)) { m_serialized.push_back(*column); }
        }
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        for (const auto* list : {&m_websites, &m_groups}) {
            // Every one of them, as the destination knows them.
            if (list->read(cells, record) == 0 && cells.has(list->column())) {
                list->add(record, k_all_of_them);
            }
        }
        m_labels.read(cells, record);
        m_coupons.read(cells, record);
        check_type(cells);
        check_days(cells);
        for (const auto column : m_serialized) {
            const auto text = util::trim(cells[column].text);
            const bool is_serialized = text.starts_with("a:") || text.starts_with('{');
            if (cells.has(column) && !is_serialized) {
                cells.refuse(column, "is not what a shop serializes: it begins with a: or {");
            }
        }
    }

private:
    void check_type(const Cells& cells) const
    {
        if (!cells.has(m_type)) { return; }
        const auto type = cells[*m_type].text;
        if (type != "1" && type != "2" && type != "3") {
            cells.refuse(*m_type, "is neither 1 (no coupon), 2 (coupons) nor 3 (made by the shop)");
        } else if (type == "1" && (cells.has(m_code) || cells.has(m_list))) {
            cells.refuse(*m_type, "says that the rule needs no coupon, and the record has one");
        }
    }

    void check_days(const Cells& cells) const
    {
        if (!cells.has(m_from) || !cells.has(m_to)) { return; }
        constexpr std::size_t day = 10;
        if (cells[*m_to].text.substr(0, day) < cells[*m_from].text.substr(0, day)) {
            cells.refuse(*m_to, "is before from_date");
        }
    }

    NameList m_websites;
    NameList m_groups;
    StoreLabels m_labels;
    CouponRules m_coupons;
    std::optional<std::size_t> m_type;
    std::optional<std::size_t> m_code;
    std::optional<std::size_t> m_list;
    std::optional<std::size_t> m_from;
    std::optional<std::size_t> m_to;
    std::vector<std::size_t> m_serialized;
};

class CartPriceRuleFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "cart_price_rule"; }
    std::string_view root_table() const override { return "salesrule"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<CartPriceRuleRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_cart_price_rule_format()
{
    return std::make_unique<CartPriceRuleFormat>();
}

} // namespace datasync::formats
