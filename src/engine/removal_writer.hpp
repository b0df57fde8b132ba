// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Writes what is to become of gone records: rows, registry and journal in one transaction.
#pragma once

#include "engine/gone_records.hpp"
#include "engine/shop_session.hpp"
#include "schema/record_rows.hpp"
#include "schema/review_summaries.hpp"
#include "schema/tree_paths.hpp"
#include "state/deferred_references.hpp"
#include "state/registry.hpp"
#include "state/removed_records.hpp"
#include "state/run_log.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace datasync::engine {

/// Through the session's connection; the arguments outlive the object.
class RemovalWriter {
public:
    /// Where a record stands in its tree.
    using PlaceOf = std::function<std::string(std::uint32_t)>;
    /// Positions of findings that go together or not at all.
    using Unit = std::vector<std::size_t>;

    RemovalWriter(const ShopSession& session, const EntitySpec& spec,
                  const schema::RecordRows& rows, state::Registry& registry,
                  std::vector<std::string> indexers);

    /// Writes the units; findings of those that the destination refuses become failed.
    void write(std::vector<Finding>& findings, std::span<const Unit> units,
               const PlaceOf& place_of);

private:
    void write_once(const std::vector<Finding>& findings, std::span<const Unit> units,
                    const PlaceOf& place_of);
    void forget(const std::vector<Finding>& findings, const std::vector<std::size_t>& chosen,
                bool rows_are_gone);

    const schema::Shop& m_target;
    const EntitySpec& m_spec;
    const schema::RecordRows& m_rows;
    state::Registry& m_registry;
    state::DeferredReferences m_deferred;
    state::RejectedRecords m_rejected;
    state::RemovedRecords m_journal;
    std::optional<schema::TreePaths> m_tree;
    std::optional<schema::ReviewSummaries> m_summaries;
    std::vector<std::string> m_indexers;
    bool m_has_changed = false; ///< Whether the indexers are marked and the journal is pruned.
};

} // namespace datasync::engine
