// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Takes a batch through mapping, recognition, comparison and writing; one per writer thread.
#pragma once

#include "datasync/entity_batch.hpp"
#include "datasync/sync_result.hpp"
#include "engine/batch_memory.hpp"
#include "engine/late_rows.hpp"
#include "engine/named_files.hpp"
#include "engine/record_diff.hpp"
#include "engine/record_identity.hpp"
#include "engine/record_mapper.hpp"
#include "engine/reference_forecast.hpp"
#include "engine/run_context.hpp"
#include "schema/aggregate_writer.hpp"
#include "schema/increment_counters.hpp"
#include "schema/index_marks.hpp"
#include "schema/order_sums.hpp"
#include "schema/review_summaries.hpp"
#include "schema/tree_paths.hpp"
#include "state/registry.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace datasync::engine {

/// What became of a batch.
struct BatchResult {
    std::uint64_t number = 0;
    std::vector<RecordEvent> events; ///< In the order of the batch.
    BatchReferences references;      ///< Only in a dry run; the real one counts what it has left.
    std::uint64_t lost_references = 0;
    std::uint64_t zero_dates = 0;
    std::map<std::string, std::uint64_t> remarks;
    MissingRecords missing; ///< Only where the run asks for them.
};

/// A writer with a connection of its own.
class BatchWorker {
public:
    /// What a worker is for: whole records, or rows that come after them.
    enum class Task : std::uint8_t { write, complete };

    /// Connects; `number` tells the writers apart in messages. `context` outlives the worker.
    BatchWorker(const RunContext& context, unsigned number, Task task = Task::write);

    /// Handles one batch; in a dry run without writing anything.
    BatchResult process(const EntityBatch& batch);

    /// Gives records that are there the rows that had to wait; changes nothing else of them.
    /// Returns what did not go well: an event per record.
    std::vector<RecordEvent> complete(const EntityBatch& batch);

private:
    /// Maps the batch and recognises its records.
    void recognise(const EntityBatch& batch);
    /// Reads what the destination has of the included records and compares.
    void compare();
    void decide_what_to_compare(const EntityBatch& batch);
    /// Completes what only the recognised record of the destination says, and fails what cannot
    /// become it.
    void regard_existing();
    void apply_policy();
    /// Remembers a record that was recognised and stays as it is, for those that refer to it.
    void leave_alone(std::size_t record, std::string reason);
    /// What stands below a record comes in a later batch and asks what has become of it.
    void pretend_to_have_written();
    /// The same for what has been written and only its file's ids know.
    void remember_made_up();
    /// What the run's options leave of the ways to insert rows.
    schema::InsertWays best_ways() const;
    void write(const std::vector<std::size_t>& records, schema::InsertWays ways);
    void write_once(const std::vector<std::size_t>& records, schema::InsertWays ways);
    /// Keeps the shop's own next document numbers free of those that this work brings.
    void raise_counters(const schema::WriteSet& work);
    BatchResult report(const EntityBatch& batch) const;
    /// Whether records may wait for others of their type. Only of those types ids are kept until
    /// the end; of others the memory would grow with the shop.
    bool refers_to_itself() const;
    /// Source ids of the records that are there after this batch.
    std::vector<std::uint32_t> written_ids() const;
    BatchReferences forecast_references();
    /// Whether an open reference is answered as soon as its own record is written.
    bool names_own_part(const schema::OpenReference& open) const;
    std::string detail_of(std::size_t record) const;
    Outcome outcome_of(std::size_t record) const;

    const RunContext& m_context;
    Task m_task;
    LateRows m_late;
    db::Connection m_connection;
    schema::Shop m_target;
    state::Registry m_registry;
    BatchMemory m_memory;
    ReferenceTable m_references;
    RecordMapper m_mapper;
    RecordIdentity m_identity;
    OwnRows m_own_rows;
    RecordDiff m_diff;
    schema::AggregateWriter m_writer;
    std::optional<schema::IncrementCounters> m_counters;
    std::optional<schema::TreePaths> m_tree;
    std::uint32_t m_next_pretended = 0xF0000000U; ///< Far above any real id.
    std::optional<schema::ReviewSummaries> m_summaries;
    std::optional<schema::OrderSums> m_order_sums; ///< Of orders, where documents come from a file.
    bool m_has_marked = false; ///< The indexers, in a transaction of this worker.
    NamedFiles m_files;
    std::vector<std::string> m_root_columns;

    schema::MappedBatch m_mapped;
    RowSet m_roots_as_mapped; ///< Under `merge`: the root rows before they were merged.
    schema::AggregateRows m_existing;
    schema::WriteSet m_work;
    MappingNotes m_notes;
    std::vector<KnownBy> m_known;
    std::vector<bool> m_included;
    std::vector<bool> m_was_there;
    std::vector<bool> m_left_alone; ///< Recognised for the first time, and stays as it is.
    std::vector<RecordChanges> m_changes;
    std::vector<std::vector<std::uint32_t>> m_registered_ids; ///< As the registry had them.
};

} // namespace datasync::engine
