// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Puts the ids of targets that have come into the rows that were written without them.
#pragma once

#include "datasync/deferred_reference.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace datasync::schema {

/// Delivers references inside the caller's transactions, those to one column together. Nothing but
/// that column of a row changes.
class ReferenceDelivery {
public:
    explicit ReferenceDelivery(const Shop& target) : m_target(target) {}

    /// Delivers these and returns how many could be: of some the row is gone, or holds something
    /// else by now, which is left as it is.
    std::uint64_t deliver(std::span<const ArrivedReference> references);

private:
    struct Assignment;
    using Group = std::span<const ArrivedReference* const>; ///< Of one column, by row.

    std::uint64_t fill_column(Group group);
    std::uint64_t fill_texts(Group group);
    std::uint64_t update(const DeferredReference& column, std::span<const Assignment> rows,
                         std::string_view condition);
    const std::string& untouched(const std::string& table);

    const Shop& m_target;
    std::map<std::string, std::string> m_untouched; ///< By table.
};

} // namespace datasync::schema
