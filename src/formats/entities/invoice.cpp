// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/invoice.hpp"

#include "formats/document_columns.hpp"

namespace datasync::formats {

namespace {

constexpr auto k_columns = joined(k_document_columns, k_money_columns);

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_states = {{
    {"open", "1"},
    {"paid", "2"},
    {"canceled", "3"},
}};

class InvoiceFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "invoice"; }
    std::string_view root_table() const override { return "sales_flat_invoice"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_document_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<DocumentRules>(header, shape, "sales_flat_invoice_item", k_states);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_invoice_format()
{
    return std::make_unique<InvoiceFormat>();
}

} // namespace datasync::formats
