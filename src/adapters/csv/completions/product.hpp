// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where products of a file are sold and stand, and what new ones get.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "schema/attribute_defaults.hpp"
#include "schema/category_tree.hpp"
#include "schema/scope_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::adapters {

/// New products are enabled, visible everywhere and in the default website unless the file says
/// otherwise.
class ProductCompletion : public Completion {
public:
    ProductCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    void find_categories(std::span<const formats::FileRecord> records);
    void place_in_categories(formats::FileRecord& record, Arena& arena) const;
    void place_in_websites(formats::FileRecord& record, Arena& arena) const;
    /// The category at the end of a path; else what is wrong with it.
    std::optional<std::uint32_t> walk(std::string_view path, std::string& fault) const;

    const KnownTargets& m_known;
    schema::ScopeTree m_scopes;
    std::optional<schema::CategoryTree> m_tree; ///< Where the file names categories by their path.
    std::size_t m_type;
    std::size_t m_website_table;
    std::size_t m_website;
    bool m_names_websites; ///< Whether the file says where products are sold.
    std::optional<std::size_t> m_category_table;
    std::size_t m_category = 0;
    std::vector<std::pair<std::size_t, std::string_view>> m_proposed;
    NewField m_created_at;
    NewField m_updated_at;
    std::string m_now;
    /// An attribute of which the file says nothing, and what new products have there.
    struct Default {
        std::size_t field;
        schema::AttributeDefault attribute;
    };
    std::vector<Default> m_defaults;
    std::unordered_map<std::uint32_t, std::uint32_t> m_categories; ///< By the source's ids.
};

} // namespace datasync::adapters
