// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/product_link.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace datasync::adapters {

namespace {

constexpr std::array<std::string_view, 4> k_columns = {"product_id", "linked_product_id",
                                                       "child_id", "parent_id"};

} // namespace

ProductLinkCompletion::ProductLinkCompletion(const formats::Shape& shape,
                                             const CompletionTools& tools)
    : m_products(tools.shop)
{
    for (const auto& field : shape.fields()) {
        m_is_product.push_back(std::find(k_columns.begin(), k_columns.end(), field.name) !=
                               k_columns.end());
    }
}

bool ProductLinkCompletion::names_product(const formats::FileRecord::Entry& entry) const
{
    return m_is_product[entry.field] && entry.value.says == formats::Says::name;
}

void ProductLinkCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    std::vector<std::string> skus;
    for (const auto& record : records) {
        for (std::size_t row = 1; row < record.size(); ++row) {
            for (const auto& entry : record[row].entries) {
                if (names_product(entry)) { skus.emplace_back(entry.value.text); }
            }
        }
    }
    std::sort(skus.begin(), skus.end());
    skus.erase(std::unique(skus.begin(), skus.end()), skus.end());
    m_products.load(skus);
    for (auto& record : records) {
        std::vector<std::string_view> missing;
        for (std::size_t row = 1; row < record.size(); ++row) {
            refuse_missing(record, row, missing);
        }
    }
}

void ProductLinkCompletion::refuse_missing(formats::FileRecord& record, std::size_t row,
                                           std::vector<std::string_view>& missing) const
{
    const auto entries = record[row].entries;
    for (const auto& entry : entries) {
        const auto sku = entry.value.text;
        if (!names_product(entry) || m_products.find(sku) != nullptr) { continue; }
        record.replace(row, entry.field, formats::Value{});
        if (std::find(missing.begin(), missing.end(), sku) != missing.end()) { continue; }
        missing.push_back(sku);
        record.refusals.push_back(
            {entry.field, std::string(sku), "is no product of the destination"});
    }
}

} // namespace datasync::adapters
