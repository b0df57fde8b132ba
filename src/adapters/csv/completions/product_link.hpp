// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether the products that products of a file name are there.
#pragma once

#include "adapters/csv/completion.hpp"
#include "schema/product_lookup.hpp"

#include <cstddef>
#include <vector>

namespace datasync::adapters {

/// Refuses records that name a product the destination does not have: of part of its links nobody
/// could tell what is missing.
class ProductLinkCompletion : public Completion {
public:
    ProductLinkCompletion(const formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    bool names_product(const formats::FileRecord::Entry& entry) const;
    /// Refuses what a row names that is not there; `missing` has been said of the record already.
    void refuse_missing(formats::FileRecord& record, std::size_t row,
                        std::vector<std::string_view>& missing) const;

    schema::ProductLookup m_products;
    std::vector<bool> m_is_product; ///< By field.
};

} // namespace datasync::adapters
