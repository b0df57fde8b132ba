// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The files that records name: which columns and attributes hold their paths.
#pragma once

#include "media/media_transfer.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::engine {

/// Finds the files of one plan's records. One per writer.
class NamedFiles {
public:
    /// `plan` outlives the object and has its attributes.
    explicit NamedFiles(const schema::AggregatePlan& plan);

    /// Whether records of this plan can name any.
    bool any() const { return !m_columns.empty() || !m_attributes.empty(); }

    /// Asks for the files of the records for which `included` is true.
    void want(const schema::MappedBatch& batch, const std::vector<bool>& included,
              media::MediaTransfer& transfer) const;

private:
    struct Column {
        std::size_t table;
        std::size_t column;
        std::string_view folder;
    };
    /// Attributes of a value table, by their id on the destination.
    struct Attributes {
        std::size_t table;
        std::unordered_map<std::uint32_t, std::string_view> folders;
    };

    void add_attributes(std::size_t table);

    const schema::AggregatePlan& m_plan;
    std::vector<Column> m_columns;
    std::vector<Attributes> m_attributes;
};

/// Whether records of an entity type name files.
bool names_files(const EntitySpec& spec);

} // namespace datasync::engine
