// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Hands batches from the reader to the writers and back; the number of batches bounds the memory.
#pragma once

#include "datasync/entity_batch.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace datasync::engine {

/// A fixed set of batches that go round between one reader and several writers.
class BatchQueue {
public:
    explicit BatchQueue(std::size_t batches);

    /// An empty batch for the reader, as soon as there is one; nullptr after close().
    EntityBatch* take_empty();
    /// Gives a batch back unused or done.
    void give_back(EntityBatch* batch);
    /// Passes a filled batch to the writers.
    void push(EntityBatch* batch);
    /// The next filled batch; nullptr once the reader is done and all are taken, or after close().
    EntityBatch* pop();
    /// No more batches will be pushed.
    void finish();
    /// Ends everything at once: nobody waits any longer.
    void close();

private:
    std::vector<std::unique_ptr<EntityBatch>> m_batches;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<EntityBatch*> m_empty;
    std::deque<EntityBatch*> m_filled;
    bool m_finished = false;
    bool m_closed = false;
};

} // namespace datasync::engine
