// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/creditmemo.hpp"

#include "formats/document_columns.hpp"
#include "util/decimal.hpp"

namespace datasync::formats {

namespace {

constexpr std::array k_own_columns = {
    Column{
        .name = "adjustment_positive", .kind = CellKind::decimal, .field = "adjustment_positive"},
    Column{
        .name = "adjustment_negative", .kind = CellKind::decimal, .field = "adjustment_negative"},
    Column{.name = "offline_requested", .kind = CellKind::flag},
};

constexpr auto k_columns = joined(joined(k_document_columns, k_money_columns), k_own_columns);

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_states = {{
    {"open", "1"},
    {"refunded", "2"},
    {"canceled", "3"},
}};

/// Shops keep no word for "offline": what the payment's provider has paid back has the number of
/// that transaction, and what has none was paid back by hand.
class CreditmemoRules : public DocumentRules {
public:
    CreditmemoRules(const Header& header, Shape& shape)
        : DocumentRules(header, shape, "sales_flat_creditmemo_item", k_states),
          m_offline(header.find("offline_requested")),
          m_transaction(header.find("transaction_id"))
    {
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        DocumentRules::read(cells, record);
        for (const auto name : {"adjustment_positive", "adjustment_negative"}) {
            const auto column = header().find(name);
            if (cells.has(column) && util::Decimal::read(cells[*column].text).is_negative()) {
                cells.refuse(*column, "is below 0: its name says which way it counts");
            }
        }
        if (!cells.has(m_offline)) { return; }
        const bool is_offline = cells.value(*m_offline, CellKind::flag).text == "1";
        if (!is_offline && !cells.has(m_transaction)) {
            cells.refuse(*m_offline, "says that the payment's provider has paid back: that needs a "
                                     "transaction_id");
        } else if (is_offline && cells.has(m_transaction)) {
            cells.refuse(*m_offline, "contradicts the transaction_id of the record");
        }
    }

private:
    std::optional<std::size_t> m_offline;
    std::optional<std::size_t> m_transaction;
};

class CreditmemoFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "creditmemo"; }
    std::string_view root_table() const override { return "sales_flat_creditmemo"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_document_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<CreditmemoRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_creditmemo_format()
{
    return std::make_unique<CreditmemoFormat>();
}

} // namespace datasync::formats
