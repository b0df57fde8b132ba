// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/result_collector.hpp"

#include "report/record_text.hpp"

#include <fmt/format.h>

namespace datasync::engine {

namespace {

/// Different remarks kept for the end; memory must not grow with what is wrong in a shop.
constexpr std::size_t k_most_remarks = 100;
/// Batches that may be done before an older one; a writer that waits for a lock holds it up.
constexpr std::uint64_t k_most_ahead = 64;

} // namespace

ResultCollector::ResultCollector(SyncResult& result, RunListener& listener)
    : m_result(result), m_listener(listener)
{
}

void ResultCollector::forecast_references(std::uint64_t open_before)
{
    m_forecast.emplace(m_result.entity, open_before);
}

void ResultCollector::add(BatchResult batch)
{
    const std::lock_guard lock(m_mutex);
    const auto number = batch.number;
    m_waiting.emplace(number, std::move(batch));
    while (!m_waiting.empty() && m_waiting.begin()->first == m_next) {
        pass_on(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        ++m_next;
    }
    m_moved_on.notify_all();
}

void ResultCollector::wait_for_room(std::uint64_t number)
{
    std::unique_lock lock(m_mutex);
    m_moved_on.wait(lock, [&] { return m_released || number < m_next + k_most_ahead; });
}

void ResultCollector::release()
{
    const std::lock_guard lock(m_mutex);
    m_released = true;
    m_moved_on.notify_all();
}

void ResultCollector::pass_on(const BatchResult& batch)
{
    for (const auto& event : batch.events) {
        ++m_result.outcomes[static_cast<std::size_t>(event.outcome)];
        if (report::is_set_aside(event)) { ++m_result.set_aside; }
        m_listener.record(event);
    }
    m_result.lost_references += batch.lost_references;
    if (m_forecast) {
        m_forecast->add(batch.references);
    } else {
        for (const auto id : batch.references.written) { m_written.insert(id); }
    }
    if (m_missing != nullptr) {
        for (const auto& [type, ids] : batch.missing) {
            (*m_missing)[type].insert(ids.begin(), ids.end());
        }
    }
    m_result.zero_dates += batch.zero_dates;
    for (const auto& [text, count] : batch.remarks) {
        if (m_remarks.size() < k_most_remarks || m_remarks.contains(text)) {
            m_remarks[text] += count;
        } else {
            m_further_remarks += count;
        }
    }
    m_listener.batch_done(m_result);
}

void ResultCollector::finish()
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [number, batch] : m_waiting) { pass_on(batch); }
    m_waiting.clear();
    if (m_forecast) {
        m_result.open_references = m_forecast->open();
        m_result.delivered_references = m_forecast->delivered();
    }
    for (const auto& [text, count] : m_remarks) {
        warn(count == 1 ? text : fmt::format("{} ({} times)", text, count));
    }
    if (m_further_remarks > 0) { warn(fmt::format("and {} more remarks", m_further_remarks)); }
    m_remarks.clear();
}

void ResultCollector::warn(const std::string& text)
{
    m_result.warnings.push_back(text);
    m_listener.warning(text);
}

} // namespace datasync::engine
