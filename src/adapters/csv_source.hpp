// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A CSV file as a source: what it has of an entity type's tables, and its records in batches.
#pragma once

#include "adapters/csv/completion.hpp"
#include "datasync/entity_spec.hpp"
#include "datasync/source_adapter.hpp"
#include "datasync/sync_options.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/natural_keys.hpp"
#include "schema/reference_ids.hpp"
#include "schema/shop.hpp"
#include "schema/source_shape.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace datasync::adapters {

/// Which lines of a file that is read again count; empty: all.
using TakesLine = std::function<bool(std::uint64_t line)>;

/// A file that has been opened and whose header has been understood.
class CsvSource {
public:
    /// `shop` is the destination as the reader sees it, the tables of `spec` and of settings
    /// loaded. Throws UsageError where the entity type is not read from files or the file cannot be
    /// opened, and files::FileError where its header is wrong. The arguments outlive the object.
    /// `known` is called while records are read.
    CsvSource(const SyncOptions& options, const EntitySpec& spec, const schema::Shop& shop,
              KnownTargets known);
    ~CsvSource();

    /// What it has of the entity type's tables.
    schema::SourceShape shape() const;
    /// What is worth saying before the first record.
    const std::vector<std::string>& warnings() const;

    /// Begins to read. `plan` was made of shape(); it and `referenced` outlive the adapter, and so
    /// does the source.
    std::unique_ptr<SourceAdapter> open(const schema::AggregatePlan& plan,
                                        const std::vector<schema::NaturalTarget>& referenced,
                                        const schema::AttributeCodes& option_attributes,
                                        unsigned batch_size, const TakesLine& takes_line);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace datasync::adapters
