// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where the categories of a file stand, and what new ones get.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "formats/name_path.hpp"
#include "schema/attribute_defaults.hpp"
#include "schema/category_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace datasync::adapters {

/// The category above a record is a record above it in the file, or one of the destination. One
/// that does not say where it stands is looked for, and made, right below the root category of the
/// default store.
class CategoryCompletion : public Completion {
public:
    CategoryCompletion(formats::Shape& shape, const CompletionTools& tools);
    void look_at(formats::FileRecord& record, Arena& arena) override;
    bool may_come(const formats::FileRecord& record, std::uint64_t batch) override;
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    /// A category: a record of the file or, where it is none, one of the destination.
    struct Place {
        std::uint32_t number = 0; ///< Of a record, or an id of the source; 0: none.
        std::uint32_t target = 0; ///< On the destination; 0: none, or not known.
    };
    /// A record of the file that has been read.
    struct Known {
        std::uint32_t above = 0; ///< Number of the record above it; 0: none.
        std::optional<std::uint64_t> batch;
        std::uint32_t target = 0; ///< The destination's category of that name in that place.
    };

    bool says_place(const formats::FileRecord& record) const;
    Place place_above(formats::FileRecord& record) const;
    Place walk(const formats::NamePath& path, std::string& fault) const;
    Place find_below(const Place& above, const std::string& name, std::string& fault) const;
    std::uint32_t next_position(const Place& above);

    schema::CategoryTree m_tree;
    std::size_t m_name;
    std::size_t m_parent;
    std::size_t m_path;
    std::size_t m_level;
    NewField m_position;
    NewField m_created_at;
    NewField m_updated_at;
    NewField m_set;
    std::string m_default_set;
    std::string m_now;
    /// Attributes of which the file says nothing, and what new categories have there.
    std::vector<std::pair<std::size_t, std::string>> m_values;
    std::unordered_map<std::uint32_t, Known> m_known; ///< By number.
    /// Numbers of records by the number of what is above them (destination ids behind a 0) and
    /// their names.
    std::map<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>, std::uint32_t>
        m_by_name;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_last_positions;
};

} // namespace datasync::adapters
