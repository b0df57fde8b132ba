// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Brings what records need and nobody has announced.
#pragma once

#include "engine/missing_records.hpp"
#include "engine/outcome_ledger.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// Follows references to records that the destination lacks, until nothing new comes of it.
class DependencyPull {
public:
    /// Takes these records of an entity type, and adds what they lack.
    using Take =
        std::function<void(std::string_view entity, const std::vector<std::uint32_t>& source_ids,
                           MissingRecords& missing)>;

    /// `ledger` outlives the object.
    DependencyPull(const OutcomeLedger& ledger, Take take);

    /// Brings what `missing` names and what that needs in turn, and tries again what has not
    /// arrived for want of it. Returns how many records were brought.
    std::uint64_t bring(MissingRecords missing);

private:
    /// What is missing of an entity type and nobody has tried yet.
    std::vector<std::uint32_t> untried(std::string_view entity, const MissingRecords& missing);
    std::uint64_t bring_all(MissingRecords& missing);

    const OutcomeLedger& m_ledger;
    Take m_take;
    MissingRecords m_tried; ///< In this run.
};

} // namespace datasync::engine
