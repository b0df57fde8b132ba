// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/batch_queue.hpp"

namespace datasync::engine {

BatchQueue::BatchQueue(std::size_t batches)
{
    for (std::size_t i = 0; i < batches; ++i) {
        m_batches.push_back(std::make_unique<EntityBatch>());
        m_empty.push_back(m_batches.back().get());
    }
}

EntityBatch* BatchQueue::take_empty()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || !m_empty.empty(); });
    if (m_closed) { return nullptr; }
    auto* batch = m_empty.front();
    m_empty.pop_front();
    return batch;
}

void BatchQueue::give_back(EntityBatch* batch)
{
    const std::lock_guard lock(m_mutex);
    m_empty.push_back(batch);
    m_changed.notify_all();
}

void BatchQueue::push(EntityBatch* batch)
{
    const std::lock_guard lock(m_mutex);
    m_filled.push_back(batch);
    m_changed.notify_all();
}

EntityBatch* BatchQueue::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || m_finished || !m_filled.empty(); });
    if (m_closed || m_filled.empty()) { return nullptr; }
    auto* batch = m_filled.front();
    m_filled.pop_front();
    return batch;
}

void BatchQueue::finish()
{
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

void BatchQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

} // namespace datasync::engine
