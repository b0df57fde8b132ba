// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/batch_worker.hpp"

#include "engine/retry.hpp"
#include "report/record_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

namespace datasync::engine {

BatchWorker::BatchWorker(const RunContext& context, unsigned number, Task task)
    : m_context(context),
      m_task(task),
      m_late(context.plan),
      m_connection(context.destination, fmt::format("destination-{}", number)),
      m_target(m_connection, *context.target),
      m_registry(m_connection, context.own_tables, context.options->source_system,
                 context.source_number, context.installed),
      m_memory(context, m_target, m_registry),
      m_references(m_target, *context.settings, context.referenced, m_registry,
                   context.reads_file()),
      m_mapper(context, m_references),
      m_identity(context, m_target, m_registry),
      m_own_rows(context.plan, *context.settings, m_registry),
      m_diff(context.plan,
             {task == Task::complete ? OnDuplicate::update : context.options->on_duplicate,
              context.options->options_mode, !context.changes_numbers()},
             m_own_rows),
      m_writer(m_target, context.plan,
               number % 2 == 0 ? schema::WriteOrder::backward : schema::WriteOrder::forward),
      m_files(context.plan),
      m_root_columns(context.plan.root_columns())
{
    if (context.reads_file()) { m_registry.ignore_from(k_first_made_up_id); }
    const auto& spec = *context.plan.spec;
    if (spec.numbers_documents) { m_counters.emplace(m_target, spec.name); }
    if (!spec.tree.path.empty()) { m_tree.emplace(m_target, context.plan); }
    if (spec.sums_up_votes) { m_summaries.emplace(m_target, context.plan); }
    if (spec.adds_to_orders && context.reads_file()) {
        m_order_sums.emplace(m_target, context.plan);
    }
    if (context.pretended == nullptr) { return; }
    for (const auto& [type, ids] : *context.pretended) {
        for (const auto& [from, to] : ids) { m_references.pretend(type, from, to); }
    }
}

BatchResult BatchWorker::process(const EntityBatch& batch)
{
    recognise(batch);
    decide_what_to_compare(batch);
    compare();
    apply_policy();

    if (!m_context.options->dry_run) {
        std::vector<std::size_t> records;
        for (std::size_t i = 0; i < m_included.size(); ++i) {
            if (m_included[i]) { records.push_back(i); }
        }
        if (!records.empty()) { write(records, best_ways()); }
        if (std::find(m_left_alone.begin(), m_left_alone.end(), true) != m_left_alone.end()) {
            retrying([&] {
                db::Transaction transaction(m_connection);
                m_memory.remember_ids(m_mapped, m_registered_ids, m_left_alone, m_known, false);
                transaction.commit();
            });
        }
    }
    if (m_context.media != nullptr) { m_files.want(m_mapped, m_included, *m_context.media); }
    auto result = report(batch);
    if (m_context.options->dry_run) {
        result.references = forecast_references();
        if (m_tree) { pretend_to_have_written(); }
    } else {
        if (m_tree) { remember_made_up(); }
        if (refers_to_itself()) { result.references.written = written_ids(); }
        retrying([&] { m_memory.remember_rejected(result.events); });
    }
    return result;
}

std::vector<RecordEvent> BatchWorker::complete(const EntityBatch& batch)
{
    recognise(batch);
    m_included.assign(batch.records(), false);
    m_left_alone.assign(batch.records(), false);
    std::vector<std::size_t> records;
    for (std::size_t i = 0; i < batch.records(); ++i) {
        m_included[i] = m_known[i] == KnownBy::registry && !m_notes.problems[i];
        if (m_included[i]) { records.push_back(i); }
    }
    compare();
    m_late.keep_only(m_mapped, m_work);
    if (!records.empty()) { write(records, best_ways()); }
    // What the server has refused is no longer included.
    std::vector<RecordEvent> refused;
    auto events = report(batch).events;
    for (const auto record : records) {
        if (!m_included[record]) { refused.push_back(std::move(events[record])); }
    }
    return refused;
}

void BatchWorker::recognise(const EntityBatch& batch)
{
    m_references.load(batch);
    m_mapper.map(batch, m_mapped, m_notes);
    if (m_tree && m_context.reads_file()) { m_tree->place(m_mapped); }
    m_known = m_identity.resolve(m_mapped, m_notes);
    m_registered_ids = m_mapped.target_ids;
}

void BatchWorker::compare()
{
    std::vector<std::optional<std::uint32_t>> existing_ids(m_included.size());
    for (std::size_t i = 0; i < existing_ids.size(); ++i) {
        if (m_included[i] && m_known[i] != KnownBy::nothing) {
            existing_ids[i] = m_mapped.target_ids.front()[i];
        }
    }
    schema::read_target(m_target, m_context.plan, existing_ids, m_existing);
    if (m_tree) { m_tree->show_pretended(m_existing); }
    m_was_there.assign(m_included.size(), false);
    // Of a record that is another type's, what hangs below it counts.
    const bool is_given = m_context.plan.root().spec->is_given;
    const std::size_t end = is_given ? m_existing.tables.size() : 1;
    for (std::size_t t = is_given ? 1 : 0; t < end; ++t) {
        const auto& rows = m_existing.tables[t];
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            m_was_there[rows.record(row)] = true;
        }
    }
    regard_existing();
    // Merging fills empty source values from what is there; whether to keep that is for the values
    // of the source to say.
    if (m_context.options->on_duplicate == OnDuplicate::merge) {
        m_roots_as_mapped = m_mapped.tables.front();
    }
    m_diff.compare(m_mapped, m_existing, m_included, m_work, m_changes);
}

void BatchWorker::decide_what_to_compare(const EntityBatch& batch)
{
    const auto policy = m_context.options->on_duplicate;
    const auto& spec = *m_context.plan.spec;
    const bool is_given = spec.root().is_given;
    m_included.assign(batch.records(), true);
    m_left_alone.assign(batch.records(), false);
    std::vector<std::uint32_t> known_targets;
    for (std::size_t i = 0; i < batch.records(); ++i) {
        if (m_known[i] != KnownBy::nothing) {
            known_targets.push_back(m_mapped.target_ids.front()[i]);
        }
    }
    // Only `skip` decides without reading the record; it still has to be there.
    const auto there = policy == OnDuplicate::skip && !is_given
                           ? schema::existing_records(m_target, m_context.natural, known_targets)
                           : std::unordered_set<std::uint32_t>{};
    for (std::size_t i = 0; i < batch.records(); ++i) {
        auto& problem = m_notes.problems[i];
        const auto target = m_mapped.target_ids.front()[i];
        // What this dry run has announced already would be there as it is.
        if (pretended_target(m_context.pretended, spec.root().type, m_mapped.root_source_id(i)) !=
            0) {
            problem.reset();
            m_included[i] = false;
            continue;
        }
        if (!problem && m_known[i] != KnownBy::nothing && there.contains(target)) {
            leave_alone(i, fmt::format("the destination has it as {}", target));
        } else if (!problem && is_given && m_known[i] == KnownBy::nothing) {
            if (m_context.notes_missing) {
                m_notes.missing[std::string(spec.root().type)].insert(m_mapped.root_source_id(i));
            }
            problem = RecordProblem{Outcome::held,
                                    fmt::format("the {} has not come to the destination; sync {} "
                                                "first",
                                                spec.root().type, spec.root().type)};
        } else if (!problem && m_known[i] == KnownBy::natural_key && !is_given &&
                   policy == OnDuplicate::error) {
            problem = RecordProblem{
                Outcome::failed,
                fmt::format("the destination already has a record with the same {} (id {}); choose "
                            "what to do with -d skip, update or merge",
                            fmt::join(m_context.natural.columns, " and "), target)};
        }
        // What is recognised for the first time is compared, so that its parts are as well.
        m_included[i] = !problem || m_left_alone[i];
    }
}

void BatchWorker::regard_existing()
{
    const auto& root = m_context.plan.root();
    const int path = root.find(m_context.plan.spec->tree.path);
    auto& mapped = m_mapped.tables.front();
    const auto& existing = m_existing.tables.front();
    for (std::size_t row = 0; row < existing.rows(); ++row) {
        const auto record = existing.record(row);
        if (!m_included[record]) { continue; }
        auto* cells = mapped.row(record);
        const auto* there = existing.row(row);
        if (path >= 0) {
            const auto whole =
                fmt::format("{}{}", cells[path].text(), m_mapped.target_ids.front()[record]);
            cells[path] = Cell(m_mapped.arena.store(whole), whole.size());
        }
        const NamedRow destination(m_root_columns, there);
        if (const auto reason =
                m_context.handler->conflict(NamedRow(m_root_columns, cells), destination)) {
            m_notes.problems[record] = RecordProblem{Outcome::failed, *reason};
            m_included[record] = false;
            m_left_alone[record] = false;
            continue;
        }
        for (const auto name : m_context.handler->kept_columns(destination, *m_context.options)) {
            if (const int column = root.find(name); column >= 0) { cells[column] = there[column]; }
        }
    }
}

void BatchWorker::leave_alone(std::size_t record, std::string reason)
{
    m_notes.problems[record] = RecordProblem{Outcome::skipped, std::move(reason)};
    m_left_alone[record] = m_known[record] == KnownBy::natural_key;
}

void BatchWorker::apply_policy()
{
    bool left_out = false;
    const bool skips = m_context.options->on_duplicate == OnDuplicate::skip;
    for (std::size_t i = 0; i < m_included.size(); ++i) {
        const bool decides = m_was_there[i] && (m_changes[i].any || skips);
        if (!m_included[i] || (!decides && !m_left_alone[i])) { continue; }
        if (m_left_alone[i]) {
            // Decided before it was compared.
        } else if (skips) {
            leave_alone(
                i, fmt::format("the destination has it as {}", m_mapped.target_ids.front()[i]));
        } else if (m_context.options->on_duplicate == OnDuplicate::error) {
            m_notes.problems[i] = RecordProblem{
                Outcome::failed,
                fmt::format("differs from the destination's record {} in {}; choose what to do "
                            "with -d skip, update or merge",
                            m_mapped.target_ids.front()[i], m_changes[i].describe())};
        } else {
            std::size_t existing_row = 0;
            while (m_existing.tables.front().record(existing_row) != i) { ++existing_row; }
            const bool merges = m_context.options->on_duplicate == OnDuplicate::merge;
            const auto& as_mapped = merges ? m_roots_as_mapped : m_mapped.tables.front();
            const auto reason = m_context.handler->keep_existing(
                NamedRow(m_root_columns, as_mapped.row(i)),
                NamedRow(m_root_columns, m_existing.tables.front().row(existing_row)));
            if (!reason) { continue; }
            leave_alone(i, *reason);
        }
        m_included[i] = false;
        left_out = true;
    }
    if (left_out) { m_work = m_work.only(m_included, m_mapped, m_existing); }
}

void BatchWorker::pretend_to_have_written()
{
    m_tree->pretend(m_mapped, m_existing, m_work);
    for (std::size_t i = 0; i < m_included.size(); ++i) {
        if (!m_included[i] && !m_left_alone[i]) { continue; }
        auto target = m_mapped.target_ids.front()[i];
        if (target == schema::k_not_there) {
            target = m_next_pretended++;
            m_tree->pretend_new(m_mapped, i, target);
        }
        m_references.pretend(m_context.plan.root().spec->type, m_mapped.root_source_id(i), target);
    }
}

void BatchWorker::remember_made_up()
{
    for (std::size_t i = 0; i < m_included.size(); ++i) {
        const auto id = m_mapped.root_source_id(i);
        const auto target = m_mapped.target_ids.front()[i];
        if ((!m_included[i] && !m_left_alone[i]) || !m_context.is_made_up(id) ||
            target == schema::k_not_there) {
            continue;
        }
        m_references.pretend(m_context.plan.root().spec->type, id, target);
    }
}

schema::InsertWays BatchWorker::best_ways() const
{
    return m_context.options->use_load_data ? schema::InsertWays::all : schema::InsertWays::arrays;
}

void BatchWorker::write(const std::vector<std::size_t>& records, schema::InsertWays ways)
{
    const auto ids_before = m_mapped.target_ids;
    try {
        retrying([&] {
            m_mapped.target_ids = ids_before;
            write_once(records, ways);
        });
        return;
    } catch (const db::DbError& error) {
        m_mapped.target_ids = ids_before;
        if (error.kind() != db::DbErrorKind::record) { throw; }
        if (ways == schema::InsertWays::statements && records.size() == 1) {
            m_notes.problems[records.front()] = RecordProblem{
                Outcome::failed, fmt::format("the destination refuses it: {}", error.what())};
            m_included[records.front()] = false;
            return;
        }
    }
    // Some record of these is not taken: look for it in halves, by INSERT, which says why.
    if (ways != schema::InsertWays::statements) {
        write(records, schema::InsertWays::statements);
        return;
    }
    const auto middle = records.begin() + static_cast<std::ptrdiff_t>(records.size() / 2);
    write({records.begin(), middle}, schema::InsertWays::statements);
    write({middle, records.end()}, schema::InsertWays::statements);
}

void BatchWorker::write_once(const std::vector<std::size_t>& records, schema::InsertWays ways)
{
    std::vector<bool> included(m_included.size(), false);
    for (const auto record : records) { included[record] = true; }
    const auto work = m_work.only(included, m_mapped, m_existing);

    db::Transaction transaction(m_connection);
    if (m_order_sums) { m_order_sums->release(m_mapped, m_existing, work); }
    m_writer.write(m_mapped, m_existing, work, ways);
    if (m_tree) { m_tree->settle(m_mapped, m_existing, work); }
    if (m_summaries) { m_summaries->settle(m_mapped, m_existing, work); }
    if (m_order_sums) { m_order_sums->settle(m_mapped, work); }
    m_memory.remember_ids(m_mapped, m_registered_ids, included, m_known,
                          ways == schema::InsertWays::all);
    m_memory.forget_removed(work, m_existing);
    const bool completes = m_task == Task::complete;
    m_memory.remember_open_references(m_mapped, included, completes || m_context.has_open);
    if (!completes) { m_memory.forget_rejected(m_mapped, records); }
    raise_counters(work);
    const bool marks_indexers = !m_has_marked && !m_context.indexers.empty() && !work.empty();
    if (marks_indexers) { schema::mark_indexers(m_target, m_context.indexers); }
    transaction.commit();
    m_has_marked = m_has_marked || marks_indexers;
    if (!m_context.reads_file()) { return; }
    for (const auto record : work.tables.front().inserts) {
        m_context.taken->take(m_mapped.target_ids.front()[record]);
    }
}

void BatchWorker::raise_counters(const schema::WriteSet& work)
{
    if (!m_counters) { return; }
    const auto& root = m_context.plan.root();
    const auto number = static_cast<std::size_t>(root.find(m_context.plan.spec->increment_column));
    const auto store = static_cast<std::size_t>(root.find("store_id"));
    std::vector<std::string_view> numbers;
    std::vector<std::uint32_t> stores;
    const auto add = [&](std::size_t row) {
        const auto* cells = m_mapped.tables.front().row(row);
        if (cells[number].is_empty()) { return; }
        numbers.push_back(cells[number].text());
        // The store may be gone; its number is taken all the same.
        if (!cells[store].is_null()) { stores.push_back(parse_id(cells[store].text())); }
    };
    for (const auto row : work.tables.front().inserts) { add(row); }
    for (const auto& [row, existing] : work.tables.front().updates) { add(row); }
    if (!numbers.empty()) { m_counters->raise(numbers, stores); }
}

} // namespace datasync::engine
