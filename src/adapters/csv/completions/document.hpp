// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What invoices, shipments and credit memos have from their order.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/completions/document_items.hpp"
#include "adapters/csv/completions/document_kind.hpp"
#include "adapters/csv/completions/document_money.hpp"
#include "adapters/csv/grid_row.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "schema/order_lookup.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace datasync::adapters {

/// A document without a number of its own is numbered after its order.
class DocumentCompletion : public Completion {
public:
    DocumentCompletion(formats::Shape& shape, const CompletionTools& tools,
                       const DocumentKind& kind);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    /// A field of the document and the column of the order that it is a copy of.
    struct Copy {
        std::size_t field;
        std::string column;
        formats::Says says;
    };

    void look_up(std::span<const formats::FileRecord> records);
    const schema::OrderFacts* order_of(const formats::FileRecord& record) const;
    const schema::OrderDocument* existing_of(const formats::FileRecord& record,
                                             const schema::OrderFacts& order,
                                             std::string_view number) const;
    void complete(formats::FileRecord& record, const schema::OrderFacts& order, Arena& arena);
    /// A number as the destination has it.
    std::string marked(std::string_view number) const;

    const DocumentKind& m_kind;
    const SyncOptions& m_options;
    const KnownTargets& m_known;
    schema::OrderLookup m_orders;
    std::size_t m_order; ///< Fields.
    std::size_t m_number;
    std::size_t m_created_at;
    std::size_t m_updated_at;
    std::size_t m_quantity;
    std::optional<std::size_t> m_track_table;
    std::size_t m_track_order = 0;
    std::vector<Copy> m_copies;
    DocumentItems m_items;
    std::optional<DocumentMoney> m_money;
    std::unique_ptr<GridRow> m_grid; ///< Made last, when the root has all its fields.
    std::string m_now;
    std::unordered_map<std::uint32_t, std::uint32_t> m_order_ids; ///< By the source's id.
    std::unordered_map<std::uint32_t, std::uint32_t> m_ids;       ///< Of documents, likewise.
};

} // namespace datasync::adapters
