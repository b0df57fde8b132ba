// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/order.hpp"

#include "formats/address_columns.hpp"
#include "formats/order_items.hpp"
#include "formats/sales_columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>

namespace datasync::formats {

namespace {

constexpr std::string_view k_address_table = "sales_flat_order_address";
constexpr std::string_view k_payment_table = "sales_flat_order_payment";

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "increment_id",
           .kind = CellKind::word,
           .field = "increment_id",
           .is_required = true},
    Column{.name = "grand_total",
           .kind = CellKind::decimal,
           .field = "grand_total",
           .is_required = true},
    Column{.name = "base_grand_total",
           .kind = CellKind::decimal,
           .field = "base_grand_total",
           .is_required = true},
    Column{.name = "customer_id",
           .kind = CellKind::id,
           .field = "customer_id",
           .says = Says::source_id},
    Column{.name = "customer_email", .kind = CellKind::email, .field = "customer_email"},
    Column{.name = "customer_firstname", .field = "customer_firstname"},
    Column{.name = "customer_lastname", .field = "customer_lastname"},
    Column{.name = "customer_group",
           .kind = CellKind::word,
           .field = "customer_group_id",
           .says = Says::name,
           .instead = "customer_group_id"},
    Column{.name = "customer_group_id",
           .kind = CellKind::whole,
           .field = "customer_group_id",
           .says = Says::source_id,
           .instead = "customer_group"},
    Column{.name = "customer_is_guest", .kind = CellKind::flag, .field = "customer_is_guest"},
    Column{.name = "state", .kind = CellKind::word, .field = "state"},
    Column{.name = "status", .kind = CellKind::word, .field = "status"},
    Column{.name = "store",
           .kind = CellKind::word,
           .field = "store_id",
           .says = Says::name,
           .instead = "store_id"},
    Column{.name = "store_id",
           .kind = CellKind::whole,
           .field = "store_id",
           .says = Says::source_id,
           .instead = "store"},
    Column{.name = "created_at", .kind = CellKind::moment, .field = "created_at"},
    Column{.name = "updated_at", .kind = CellKind::moment, .field = "updated_at"},
    Column{.name = "subtotal", .kind = CellKind::decimal, .field = "subtotal"},
    Column{.name = "base_subtotal", .kind = CellKind::decimal, .field = "base_subtotal"},
    Column{.name = "tax_amount", .kind = CellKind::decimal, .field = "tax_amount"},
    Column{.name = "base_tax_amount", .kind = CellKind::decimal, .field = "base_tax_amount"},
    Column{.name = "shipping_amount", .kind = CellKind::decimal, .field = "shipping_amount"},
    Column{
        .name = "base_shipping_amount", .kind = CellKind::decimal, .field = "base_shipping_amount"},
    Column{.name = "discount_amount", .kind = CellKind::decimal, .field = "discount_amount"},
    Column{
        .name = "base_discount_amount", .kind = CellKind::decimal, .field = "base_discount_amount"},
    Column{.name = "coupon_code", .field = "coupon_code"},
    Column{.name = "total_qty_ordered", .kind = CellKind::decimal, .field = "total_qty_ordered"},
    Column{.name = "weight", .kind = CellKind::decimal, .field = "weight"},
    Column{.name = "is_virtual", .kind = CellKind::flag, .field = "is_virtual"},
    Column{.name = "base_currency_code", .kind = CellKind::word, .field = "base_currency_code"},
    Column{.name = "order_currency_code", .kind = CellKind::word, .field = "order_currency_code"},
    Column{.name = "store_currency_code", .kind = CellKind::word, .field = "store_currency_code"},
    Column{.name = "global_currency_code", .kind = CellKind::word, .field = "global_currency_code"},
    Column{.name = "base_to_order_rate", .kind = CellKind::decimal, .field = "base_to_order_rate"},
    Column{.name = "shipping_method", .kind = CellKind::word, .field = "shipping_method"},
    Column{.name = "shipping_description", .field = "shipping_description"},
    Column{.name = "payment_method", .kind = CellKind::word},
    Column{.name = "items"},
    // Ids of another shop, which no file can name.
    Column{.name = "billing_address_id"},
    Column{.name = "shipping_address_id"},
    Column{.name = "quote_id"},
    Column{.name = "quote_address_id"},
    Column{.name = "gift_message_id"},
    Column{.name = "applied_rule_ids"},
};

constexpr auto k_columns = joined(k_own_columns, k_address_columns);

constexpr std::array<std::string_view, 1> k_key = {"increment_id"};

/// The words that the shop's code knows.
constexpr std::array<std::string_view, 8> k_states = {"new",      "pending_payment", "processing",
                                                      "complete", "closed",          "canceled",
                                                      "holded",   "payment_review"};

constexpr std::array<std::string_view, 4> k_currencies = {
    "base_currency_code", "order_currency_code", "store_currency_code", "global_currency_code"};

constexpr std::array<std::string_view, 6> k_refused = {"billing_address_id", "shipping_address_id",
                                                       "quote_id",           "quote_address_id",
                                                       "gift_message_id",    "applied_rule_ids"};

class OrderRules : public RecordRules {
public:
    OrderRules(const Header& header, Shape& shape)
        : m_header(header),
          m_billing("billing", k_address_table, header, shape, names_in(header)),
          m_shipping("shipping", k_address_table, header, shape, names_in(header)),
          m_items(header, shape),
          m_payment_method(header.find("payment_method"))
    {
        for (const auto* address : {&m_billing, &m_shipping}) {
            if (address->is_in_file()) {
                m_address_type = shape.add(address->table(), "address_type");
            }
            if (m_address_type) { break; }
        }
        if (m_billing.is_in_file()) { m_billing_id = add_for_new(shape, "billing_address_id"); }
        if (m_shipping.is_in_file()) { m_shipping_id = add_for_new(shape, "shipping_address_id"); }
        // What has been paid how is the shop's own business once the order is there.
        m_payment_table =
            shape.add_table({.name = std::string(k_payment_table), .is_for_new = true});
        m_method = shape.add({.table = m_payment_table,
                              .name = "method",
                              .store = {},
                              .column = m_payment_method ? *m_payment_method + 1 : 0});
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        add_address(m_billing, "billing", m_billing_id, cells, record);
        add_address(m_shipping, "shipping", m_shipping_id, cells, record);
        m_items.read(cells, record);
        const auto payment = record.add_row(m_payment_table);
        if (m_payment_method && cells.has(m_payment_method)) {
            record.set(payment, m_method, cells.value(*m_payment_method, CellKind::word));
        }
        check_words(cells);
    }

private:
    static AddressRules::NameColumns names_in(const Header& header)
    {
        return {header.find("customer_firstname"), header.find("customer_lastname")};
    }

    static std::size_t add_for_new(Shape& shape, std::string_view name)
    {
        return shape.add({.table = 0, .name = std::string(name), .store = {}, .is_for_new = true});
    }

    void add_address(const AddressRules& rules, std::string_view type,
                     std::optional<std::size_t> id_field, const Cells& cells,
                     FileRecord& record) const
    {
        if (!rules.is_in_file()) { return; }
        const auto row = rules.read(cells, record);
        if (!row) { return; }
        record.set(*row, *m_address_type, Value::of(type));
        record.set(0, *id_field, Value::of_row(*row));
    }

    void check_words(const Cells& cells) const
    {
        if (const auto state = m_header.find("state"); cells.has(state)) {
            const auto text = cells[*state].text;
            if (std::find(k_states.begin(), k_states.end(), text) == k_states.end()) {
                cells.refuse(*state, fmt::format("is no state that orders have: {}",
                                                 fmt::join(k_states, ", ")));
            }
        }
        for (const auto name : k_currencies) { check_currency(cells, m_header.find(name)); }
        check_discount(cells, m_header.find("discount_amount"));
        check_discount(cells, m_header.find("base_discount_amount"));
        for (const auto name : k_refused) {
            if (const auto column = m_header.find(name); cells.has(column)) {
                cells.refuse(*column, "is an id of another shop: leave the column out");
            }
        }
    }

    Header m_header;
    AddressRules m_billing;
    AddressRules m_shipping;
    OrderItemRules m_items;
    std::optional<std::size_t> m_payment_method;
    std::optional<std::size_t> m_address_type;
    std::optional<std::size_t> m_billing_id;
    std::optional<std::size_t> m_shipping_id;
    std::size_t m_payment_table = 0;
    std::size_t m_method = 0;
};

class OrderFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "order"; }
    std::string_view root_table() const override { return "sales_flat_order"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<OrderRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_order_format()
{
    return std::make_unique<OrderFormat>();
}

} // namespace datasync::formats
