// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The contract of one entity type: its spec, and the few rules that data cannot say.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/row_set.hpp"
#include "datasync/sync_options.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync {

/// A row of the root table with its columns' names; for rules that look at values.
class NamedRow {
public:
    NamedRow(const std::vector<std::string>& columns, const Cell* cells)
        : m_columns(columns), m_cells(cells)
    {
    }

    /// The cell of a column; NULL for a column that this shop does not have.
    Cell operator[](std::string_view column) const
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i] == column) { return m_cells[i]; }
        }
        return {};
    }

private:
    const std::vector<std::string>& m_columns;
    const Cell* m_cells;
};

/// What an entity type may want to know of the destination.
struct DestinationFacts {
    bool customers_are_global = false; ///< One customer account for all websites.
};

/// One entity type. The default rules are those of most types; override what differs.
/// Handlers hold no state: several writers use one at the same time.
class EntityHandler {
public:
    virtual ~EntityHandler() = default;

    virtual const EntitySpec& spec() const = 0;

    /// The natural key that counts on this destination.
    virtual NaturalKey natural_key(const DestinationFacts& /*facts*/) const
    {
        return spec().natural_key;
    }

    /// Why an existing destination record is left as it is although the policy is `update` or
    /// `merge`; nothing when the policy decides. Both rows carry destination ids.
    virtual std::optional<std::string> keep_existing(const NamedRow& /*source*/,
                                                     const NamedRow& /*destination*/) const
    {
        return std::nullopt;
    }

    /// Why a record cannot become the destination's record that was recognised, so that it fails;
    /// nothing when it can. Both rows carry destination ids.
    virtual std::optional<std::string> conflict(const NamedRow& /*source*/,
                                                const NamedRow& /*destination*/) const
    {
        return std::nullopt;
    }

    /// Root columns of an existing record that stay as the destination has them.
    virtual std::span<const std::string_view> kept_columns(const NamedRow& /*destination*/,
                                                           const SyncOptions& /*options*/) const
    {
        return {};
    }

    /// Whether a text of the root holds ids in this row of the source.
    virtual bool holds_ids(std::string_view /*column*/, const NamedRow& /*source*/) const
    {
        return true;
    }
};

} // namespace datasync
