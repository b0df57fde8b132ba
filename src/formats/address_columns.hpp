// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The columns of billing and shipping addresses; files of customers and of orders have them.
#pragma once

#include "formats/entity_format.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace datasync::formats {

inline constexpr std::array k_address_columns = {
    Column{.name = "billing_firstname"},   Column{.name = "billing_lastname"},
    Column{.name = "billing_company"},     Column{.name = "billing_street"},
    Column{.name = "billing_city"},        Column{.name = "billing_region"},
    Column{.name = "billing_postcode"},    Column{.name = "billing_country_id"},
    Column{.name = "billing_telephone"},   Column{.name = "billing_fax"},
    Column{.name = "billing_vat_id"},      Column{.name = "shipping_firstname"},
    Column{.name = "shipping_lastname"},   Column{.name = "shipping_company"},
    Column{.name = "shipping_street"},     Column{.name = "shipping_city"},
    Column{.name = "shipping_region"},     Column{.name = "shipping_postcode"},
    Column{.name = "shipping_country_id"}, Column{.name = "shipping_telephone"},
    Column{.name = "shipping_fax"},        Column{.name = "shipping_vat_id"},
};

/// Whether a text is a country's code: two capital letters.
bool is_country(std::string_view text);

/// One of the two addresses that a record may have.
class AddressRules {
public:
    /// The columns with first and last name of whom the address belongs to: it is in that name
    /// unless it says otherwise.
    using NameColumns = std::array<std::optional<std::size_t>, 2>;

    /// `role` is "billing" or "shipping". The table and its fields are added to `shape` when the
    /// file has columns of that address.
    AddressRules(std::string_view role, std::string_view table, const Header& header, Shape& shape,
                 const NameColumns& names);

    bool is_in_file() const { return m_is_in_file; }
    std::size_t table() const { return m_table; }

    /// Adds the address's row. Nothing when all its cells are empty.
    std::optional<std::size_t> read(const Cells& cells, FileRecord& record) const;

private:
    /// What an address has a column for, behind "billing_" or "shipping_".
    static constexpr std::array<std::string_view, 11> k_fields = {
        "firstname", "lastname",   "company",   "street", "city",  "region",
        "postcode",  "country_id", "telephone", "fax",    "vat_id"};

    std::optional<std::size_t> column(std::string_view field) const;
    void refuse_gaps(const Cells& cells) const;

    std::string_view m_role;
    bool m_is_in_file = false;
    std::size_t m_table = 0;
    NameColumns m_names;
    std::array<std::optional<std::size_t>, k_fields.size()> m_columns;
    std::array<std::optional<std::size_t>, k_fields.size()> m_fields;
    std::optional<std::size_t> m_region_id;
};

} // namespace datasync::formats
