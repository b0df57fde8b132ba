// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/reference_sweep.hpp"

#include "engine/retry.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

namespace {

constexpr unsigned k_references_per_transaction = 2000;

} // namespace

ReferenceSweep::ReferenceSweep(const RunSetup& setup, const SyncOptions& options)
    : m_setup(setup),
      m_options(options),
      m_deferred(setup.target().connection(), setup.context().own_tables, options.source_system,
                 setup.context().source_number, setup.context().installed),
      m_delivery(setup.target()),
      m_newest_before(m_deferred.newest())
{
}

std::uint64_t ReferenceSweep::deliver(ResultCollector& collector)
{
    std::uint64_t delivered = 0;
    for (std::uint64_t last = 0;;) {
        const auto arrived = m_deferred.arrived(last, k_references_per_transaction);
        if (arrived.empty()) { return delivered; }
        last = arrived.back().reference.id;
        delivered += deliver_what_fits(arrived, collector);
    }
}

std::vector<ArrivedReference>
ReferenceSweep::without_deleted(std::span<const ArrivedReference> arrived) const
{
    std::vector<ArrivedReference> left(arrived.begin(), arrived.end());
    for (const auto& type : m_setup.context().types) {
        std::vector<std::uint32_t> ids;
        for (const auto& [reference, target_id] : left) {
            if (reference.target_type == type.type) { ids.push_back(target_id); }
        }
        const auto there = schema::existing_records(m_setup.target(), type, ids);
        std::erase_if(left, [&](const ArrivedReference& row) {
            return row.reference.target_type == type.type && !there.contains(row.target_id);
        });
    }
    return left;
}

std::uint64_t ReferenceSweep::deliver_what_fits(std::span<const ArrivedReference> arrived,
                                                ResultCollector& collector)
{
    try {
        std::uint64_t delivered = 0;
        retrying([&] { delivered = deliver_all(arrived, collector); });
        return delivered;
    } catch (const db::DbError& error) {
        if (error.kind() != db::DbErrorKind::record) { throw; }
        if (arrived.size() == 1) {
            const auto& [reference, target_id] = arrived.front();
            collector.warn(fmt::format("{}.{} ({} {}) cannot take {} {}, which has come as {}: {}",
                                       reference.table, reference.column, reference.key_column,
                                       reference.row_id, reference.target_type,
                                       reference.target_source_id, target_id, error.what()));
            return 0;
        }
    }
    const auto middle = arrived.size() / 2;
    const auto first = deliver_what_fits(arrived.first(middle), collector);
    return first + deliver_what_fits(arrived.subspan(middle), collector);
}

std::uint64_t ReferenceSweep::deliver_all(std::span<const ArrivedReference> arrived,
                                          const ResultCollector& collector)
{
    db::Transaction transaction(m_setup.target().connection());
    auto there = without_deleted(arrived);
    // What came and was answered within this run has never been open to anyone. What a record has
    // waited for keeps its id when the record has come again.
    const auto news = std::stable_partition(there.begin(), there.end(), [&](const auto& row) {
        const auto& reference = row.reference;
        return reference.id <= m_newest_before &&
               !(reference.owner_type == m_options.entity &&
                 collector.has_written(reference.owner_source_id));
    });
    const auto delivered = m_delivery.deliver({there.begin(), news});
    m_delivery.deliver({news, there.end()});
    std::vector<std::uint64_t> done;
    done.reserve(there.size());
    for (const auto& row : there) { done.push_back(row.reference.id); }
    m_deferred.remove(done);
    transaction.commit();
    return delivered;
}

} // namespace datasync::engine
