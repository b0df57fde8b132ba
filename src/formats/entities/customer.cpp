// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/customer.hpp"

#include "formats/address_columns.hpp"

#include <array>
#include <string>

namespace datasync::formats {

namespace {

constexpr std::string_view k_address_table = "customer_address_entity";
constexpr std::string_view k_same_as_billing = "same_as_billing";

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "email", .kind = CellKind::email, .field = "email", .is_required = true},
    Column{.name = "firstname", .field = "firstname", .is_required = true},
    Column{.name = "lastname", .field = "lastname", .is_required = true},
    Column{.name = "middlename", .field = "middlename"},
    Column{.name = "prefix", .field = "prefix"},
    Column{.name = "suffix", .field = "suffix"},
    Column{.name = "gender", .kind = CellKind::word},
    Column{.name = "dob", .kind = CellKind::moment, .field = "dob"},
    Column{.name = "group",
           .kind = CellKind::word,
           .field = "group_id",
           .says = Says::name,
           .instead = "group_id"},
    Column{.name = "group_id",
           .kind = CellKind::whole,
           .field = "group_id",
           .says = Says::source_id,
           .instead = "group"},
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
    Column{.name = "website",
           .kind = CellKind::word,
           .field = "website_id",
           .says = Says::name,
           .instead = "website_id"},
    Column{.name = "website_id",
           .kind = CellKind::whole,
           .field = "website_id",
           .says = Says::source_id,
           .instead = "website"},
    Column{.name = "taxvat", .field = "taxvat"},
    Column{.name = "password_hash", .kind = CellKind::word, .field = "password_hash"},
    Column{.name = "created_at", .kind = CellKind::moment, .field = "created_at"},
    Column{.name = "updated_at", .kind = CellKind::moment, .field = "updated_at"},
    Column{.name = "is_active", .kind = CellKind::flag, .field = "is_active"},
    Column{.name = k_same_as_billing, .kind = CellKind::flag},
};

constexpr auto k_columns = joined(k_own_columns, k_address_columns);

constexpr std::array<std::string_view, 3> k_key = {"email", "website", "website_id"};

class CustomerRules : public RecordRules {
public:
    CustomerRules(const Header& header, Shape& shape)
        : m_billing("billing", k_address_table, header, shape, names_in(header)),
          m_shipping("shipping", k_address_table, header, shape, names_in(header)),
          m_gender(header.find("gender")),
          m_same_as_billing(header.find(k_same_as_billing))
    {
        if (m_gender) {
            m_gender_field =
                shape.add({.table = 0, .name = "gender", .store = {}, .column = *m_gender + 1});
        }
        if (m_billing.is_in_file()) { m_default_billing = shape.add(0, "default_billing"); }
        if (m_shipping.is_in_file() || m_same_as_billing) {
            m_default_shipping = shape.add(0, "default_shipping");
        }
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        if (m_gender) { record.set(0, m_gender_field, gender(cells)); }
        const auto billing = m_billing.read(cells, record);
        auto shipping = m_shipping.read(cells, record);
        if (m_same_as_billing && is_same(cells)) {
            if (shipping) {
                cells.refuse(*m_same_as_billing, "contradicts the shipping address of the record");
            }
            shipping = billing;
        }
        if (m_default_billing) { record.set(0, *m_default_billing, or_keep(billing)); }
        if (m_default_shipping) { record.set(0, *m_default_shipping, or_keep(shipping)); }
    }

private:
    static AddressRules::NameColumns names_in(const Header& header)
    {
        return {header.find("firstname"), header.find("lastname")};
    }

    static Value or_keep(std::optional<std::size_t> row)
    {
        return row ? Value::of_row(*row) : Value{Says::keep};
    }

    /// 1 and 2 are what shops deliver as Male and Female, whatever the ids of these options are.
    Value gender(const Cells& cells) const
    {
        const auto value = cells.value(*m_gender, CellKind::word);
        if (value.says != Says::text) { return value; }
        if (value.text == "0") { return {}; }
        if (value.text == "1") { return Value::named("Male"); }
        return Value::named(value.text == "2" ? "Female" : value.text);
    }

    bool is_same(const Cells& cells) const
    {
        return cells.value(*m_same_as_billing, CellKind::flag).text == "1";
    }

    AddressRules m_billing;
    AddressRules m_shipping;
    std::optional<std::size_t> m_gender;
    std::optional<std::size_t> m_same_as_billing;
    std::size_t m_gender_field = 0;
    std::optional<std::size_t> m_default_billing;
    std::optional<std::size_t> m_default_shipping;
};

class CustomerFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "customer"; }
    std::string_view root_table() const override { return "customer_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<CustomerRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_customer_format()
{
    return std::make_unique<CustomerFormat>();
}

} // namespace datasync::formats
