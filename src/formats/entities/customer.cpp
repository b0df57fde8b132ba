// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/customer.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

constexpr std::string_view k_address_table = "customer_address_entity";
constexpr std::string_view k_same_as_billing = "same_as_billing";

constexpr std::array k_columns = {
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
    Column{.name = "billing_firstname"},
    Column{.name = "billing_lastname"},
    Column{.name = "billing_company"},
    Column{.name = "billing_street"},
    Column{.name = "billing_city"},
    Column{.name = "billing_region"},
    Column{.name = "billing_postcode"},
    Column{.name = "billing_country_id"},
    Column{.name = "billing_telephone"},
    Column{.name = "billing_fax"},
    Column{.name = "billing_vat_id"},
    Column{.name = "shipping_firstname"},
    Column{.name = "shipping_lastname"},
    Column{.name = "shipping_company"},
    Column{.name = "shipping_street"},
    Column{.name = "shipping_city"},
    Column{.name = "shipping_region"},
    Column{.name = "shipping_postcode"},
    Column{.name = "shipping_country_id"},
    Column{.name = "shipping_telephone"},
    Column{.name = "shipping_fax"},
    Column{.name = "shipping_vat_id"},
    Column{.name = k_same_as_billing, .kind = CellKind::flag},
};

constexpr std::array<std::string_view, 3> k_key = {"email", "website", "website_id"};

/// What an address has a column for, behind "billing_" or "shipping_".
constexpr std::array<std::string_view, 11> k_address_fields = {
    "firstname", "lastname",   "company",   "street", "city",  "region",
    "postcode",  "country_id", "telephone", "fax",    "vat_id"};
/// An address without these is none.
constexpr std::array<std::string_view, 3> k_needed_fields = {"street", "city", "country_id"};
/// What an address has from its customer unless it says so itself.
constexpr std::array<std::string_view, 2> k_name_fields = {"firstname", "lastname"};

/// Code of a country: two capital letters.
bool is_country(std::string_view text)
{
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return text.size() == 2 && is_capital(text[0]) && is_capital(text[1]);
}

/// One of the two addresses that a record may have.
class AddressRules {
public:
    AddressRules(std::string_view role, const Header& header, Shape& shape) : m_role(role)
    {
        for (std::size_t i = 0; i < k_address_fields.size(); ++i) {
            m_columns[i] = header.find(fmt::format("{}_{}", role, k_address_fields[i]));
            m_is_in_file = m_is_in_file || m_columns[i];
        }
        if (!m_is_in_file) { return; }
        const auto table =
            shape.add_table({.name = std::string(k_address_table), .is_partial = true});
        for (std::size_t i = 0; i < k_address_fields.size(); ++i) {
            const bool has_name = is_name(k_address_fields[i]);
            if (m_columns[i] || has_name) {
                m_fields[i] = field(shape, table, k_address_fields[i]);
            }
        }
        if (column("region")) { m_region_id = field(shape, table, "region_id"); }
        m_table = table;
    }

    bool is_in_file() const { return m_is_in_file; }

    /// Adds the address's row. Nothing when all its cells are empty.
    std::optional<std::size_t> read(const Cells& cells, FileRecord& record,
                                    const std::array<std::size_t, 2>& name_columns) const
    {
        bool says_something = false;
        for (const auto column : m_columns) {
            says_something = says_something || cells.has(column);
        }
        if (!says_something) { return std::nullopt; }
        const auto row = record.add_row(m_table);
        for (std::size_t i = 0; i < k_address_fields.size(); ++i) {
            if (m_columns[i]) {
                const auto text = cells[*m_columns[i]].text;
                if (k_address_fields[i] == "country_id" && !text.empty() && !is_country(text)) {
                    cells.refuse(*m_columns[i], "is not a country's code: two capital letters, DE");
                }
                record.set(row, *m_fields[i], cells.value(*m_columns[i], CellKind::text));
            }
            for (std::size_t n = 0; n < k_name_fields.size(); ++n) {
                if (k_address_fields[i] == k_name_fields[n] && !cells.has(m_columns[i])) {
                    record.set(row, *m_fields[i], cells.value(name_columns[n], CellKind::text));
                }
            }
        }
        refuse_gaps(cells);
        if (m_region_id && cells.has(column("region"))) {
            // Codes and names of regions are clear within their country alone.
            const auto country = column("country_id");
            const auto name = fmt::format("{}/{}", country ? cells[*country].text : "",
                                          cells[*column("region")].text);
            record.set(row, *m_region_id, Value::named(cells.keep(name)));
        } else if (m_region_id) {
            record.set(row, *m_region_id, {});
        }
        return row;
    }

private:
    static bool is_name(std::string_view field)
    {
        return field == k_name_fields[0] || field == k_name_fields[1];
    }

    /// The field of that name, which both addresses share.
    static std::size_t field(Shape& shape, std::size_t table, std::string_view name)
    {
        for (std::size_t i = 0; i < shape.fields().size(); ++i) {
            if (shape.fields()[i].table == table && shape.fields()[i].name == name) { return i; }
        }
        return shape.add(table, name);
    }

    std::optional<std::size_t> column(std::string_view field) const
    {
        for (std::size_t i = 0; i < k_address_fields.size(); ++i) {
            if (k_address_fields[i] == field) { return m_columns[i]; }
        }
        return std::nullopt;
    }

    void refuse_gaps(const Cells& cells) const
    {
        for (const auto field : k_needed_fields) {
            const auto at = column(field);
            if (cells.has(at)) { continue; }
            for (std::size_t i = 0; !at && i < m_columns.size(); ++i) {
                if (!cells.has(m_columns[i])) { continue; }
                cells.refuse(*m_columns[i], fmt::format("is part of an address without {}_{}: the "
                                                        "file needs that column",
                                                        m_role, field));
                return;
            }
            if (at) { cells.refuse(*at, "is empty, and other columns of the address are not"); }
        }
    }

    std::string_view m_role;
    bool m_is_in_file = false;
    std::size_t m_table = 0;
    std::array<std::optional<std::size_t>, k_address_fields.size()> m_columns;
    std::array<std::optional<std::size_t>, k_address_fields.size()> m_fields;
    std::optional<std::size_t> m_region_id;
};

class CustomerRules : public RecordRules {
public:
    CustomerRules(const Header& header, Shape& shape)
        : m_billing("billing", header, shape),
          m_shipping("shipping", header, shape),
          m_gender(header.find("gender")),
          m_same_as_billing(header.find(k_same_as_billing)),
          m_names({*header.find(k_name_fields[0]), *header.find(k_name_fields[1])})
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
        const auto billing = m_billing.read(cells, record, m_names);
        auto shipping = m_shipping.read(cells, record, m_names);
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
    std::array<std::size_t, 2> m_names;
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
