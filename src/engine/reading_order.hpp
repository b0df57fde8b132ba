// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which rows speak where several stores or websites of the source become one.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/settings.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// The order in which rows of a batch are mapped: of scopes that become one, the first speaks for
/// all of them, whichever was written first.
class ReadingOrder {
public:
    explicit ReadingOrder(const schema::Settings& settings);

    bool merges_stores() const { return m_merges_stores; }

    /// Whether rows of a set may share their key because their scopes have become one.
    bool may_merge(const schema::PlannedTable& table) const { return merged_scope(table) >= 0; }

    /// The rows of a table, those of one parent together, those of lower scopes first.
    std::vector<std::size_t> of(const schema::PlannedTable& table, const RowSet& rows) const;

private:
    /// The column by which rows of a table belong to a scope that others become too, -1 for none.
    int merged_scope(const schema::PlannedTable& table) const;

    bool m_merges_stores;
    bool m_merges_websites;
};

} // namespace datasync::engine
