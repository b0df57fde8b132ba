// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/document_kind.hpp"

#include <algorithm>
#include <array>

namespace datasync::adapters {

namespace {

constexpr std::array<DocumentKind, 3> k_kinds = {{
    {.entity = "invoice",
     .table = "sales_flat_invoice",
     .verb = "invoiced",
     .available = "qty_ordered"},
    {.entity = "shipment",
     .table = "sales_flat_shipment",
     .verb = "shipped",
     .available = "qty_ordered",
     .has_money = false,
     .has_children = false,
     .leaves_virtual = true},
    {.entity = "creditmemo",
     .table = "sales_flat_creditmemo",
     .verb = "refunded",
     .available = "qty_invoiced"},
}};

} // namespace

const DocumentKind* find_document_kind(std::string_view entity)
{
    const auto* found = std::find_if(k_kinds.begin(), k_kinds.end(),
                                     [&](const auto& kind) { return kind.entity == entity; });
    return found == k_kinds.end() ? nullptr : found;
}

} // namespace datasync::adapters
