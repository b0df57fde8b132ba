// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/file_parts.hpp"

#include "engine/catalogue.hpp"
#include "engine/entity_run.hpp"
#include "engine/id_set.hpp"
#include "files/input_file.hpp"
#include "files/spool.hpp"
#include "formats/open_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::engine {

namespace {

std::vector<std::string> parts_of(std::string_view entity)
{
    std::vector<std::string> parts;
    for (const auto& handler : make_entity_handlers()) {
        if (handler->spec().part_of == entity) { parts.emplace_back(handler->spec().name); }
    }
    return parts;
}

/// Records of a later pass that are told one by one; memory must not grow with what is wrong.
constexpr std::uint64_t k_most_faults = 100;

/// Hears of the first pass and keeps what the others have to know.
class FirstPass : public RunListener {
public:
    explicit FirstPass(RunListener& listener) : m_listener(listener) {}

    void started(const SyncResult& result, std::uint64_t expected) override
    {
        m_listener.started(result, expected);
    }
    void record(const RecordEvent& event) override
    {
        const auto line = static_cast<std::uint32_t>(event.line);
        switch (event.outcome) {
        case Outcome::created:
            m_created.insert(line);
            break;
        case Outcome::updated:
        case Outcome::merged:
            m_changed.insert(line);
            break;
        case Outcome::unchanged:
            m_unchanged.insert(line);
            break;
        default:
            break;
        }
        m_listener.record(event);
    }
    void batch_done(const SyncResult& so_far) override { m_listener.batch_done(so_far); }
    void warning(std::string_view text) override { m_listener.warning(text); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_listener.removal(entity, event);
    }
    void finished(const SyncResult& /*result*/) override {}

    bool has_created(std::uint64_t line) const
    {
        return m_created.contains(static_cast<std::uint32_t>(line));
    }
    bool has_changed(std::uint64_t line) const
    {
        return m_changed.contains(static_cast<std::uint32_t>(line));
    }
    bool has_left(std::uint64_t line) const
    {
        return m_unchanged.contains(static_cast<std::uint32_t>(line));
    }

private:
    RunListener& m_listener;
    IdSet m_created;
    IdSet m_changed;
    IdSet m_unchanged;
};

/// Hears of a later pass and adds what it does to the result of the first.
class LaterPass : public RunListener {
public:
    LaterPass(RunListener& listener, const FirstPass& first, IdSet& told, SyncResult& result)
        : m_listener(listener), m_first(first), m_told(told), m_result(result)
    {
    }

    void started(const SyncResult& /*result*/, std::uint64_t /*expected*/) override {}
    void record(const RecordEvent& event) override
    {
        switch (event.outcome) {
        case Outcome::created:
        case Outcome::updated:
        case Outcome::merged:
            // Of one that was found as it is said so already.
            if (m_first.has_left(event.line) &&
                m_told.insert(static_cast<std::uint32_t>(event.line))) {
                move_to(event.outcome);
                tell(event);
            }
            break;
        case Outcome::skipped:
        case Outcome::held:
        case Outcome::failed:
            ++m_result.incomplete;
            if (++m_faults <= k_most_faults) {
                warning(fmt::format("line {}, {}: the {} has come without its links to others: {}",
                                    event.line, event.label, m_result.entity, event.detail));
            }
            break;
        case Outcome::unchanged:
            break;
        }
    }
    void batch_done(const SyncResult& /*so_far*/) override { m_listener.batch_done(m_result); }
    void warning(std::string_view text) override { m_listener.warning(text); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_listener.removal(entity, event);
    }
    void finished(const SyncResult& /*result*/) override
    {
        if (m_faults > k_most_faults) {
            warning(fmt::format("{} more have come without their links", m_faults - k_most_faults));
        }
    }

private:
    void move_to(Outcome outcome)
    {
        --m_result.outcomes[static_cast<std::size_t>(Outcome::unchanged)];
        ++m_result.outcomes[static_cast<std::size_t>(outcome)];
    }
    void tell(const RecordEvent& event)
    {
        auto told = event;
        told.entity = m_result.entity;
        m_listener.record(told);
    }

    RunListener& m_listener;
    const FirstPass& m_first;
    IdSet& m_told;
    SyncResult& m_result;
    std::uint64_t m_faults = 0;
};

/// Adds what is said of a whole pass.
void add_sums(const SyncResult& pass, SyncResult& result)
{
    result.lost_references += pass.lost_references;
    result.delivered_references += pass.delivered_references;
    result.warnings.insert(result.warnings.end(), pass.warnings.begin(), pass.warnings.end());
    result.seconds += pass.seconds;
    result.stopped_early = result.stopped_early || pass.stopped_early;
    for (const auto& indexer : pass.reindex) {
        const bool is_there = std::find(result.reindex.begin(), result.reindex.end(), indexer) !=
                              result.reindex.end();
        if (!is_there) { result.reindex.push_back(indexer); }
    }
}

} // namespace

SyncResult run_from_file(ShopSession& session, const SyncOptions& given, RunListener& listener,
                         const std::atomic<bool>& stop)
{
    auto options = given;
    auto parts = parts_of(options.entity);
    if (parts.empty()) { return run_entity(session, options, listener, stop); }
    std::optional<files::Spool> spool;
    if (options.file->path == files::k_standard_stream) {
        spool.emplace();
        options.file->path = spool->path();
        options.file->shown_as = files::k_standard_name;
    }
    std::erase_if(parts, [&](const auto& part) { return !formats::has_part(part, *options.file); });

    FirstPass first(listener);
    auto result = run_entity(session, options, first, stop);
    const bool takes_present =
        options.on_duplicate == OnDuplicate::update || options.on_duplicate == OnDuplicate::merge;
    const auto takes_line = [&](std::uint64_t line) {
        // A dry run has created nothing that links could lead to.
        return (first.has_created(line) && !options.dry_run) ||
               (takes_present && (first.has_changed(line) || first.has_left(line)));
    };
    const auto warn = [&](std::string text) {
        listener.warning(text);
        result.warnings.push_back(std::move(text));
    };
    if (options.dry_run && !parts.empty() && result.count(Outcome::created) != 0) {
        warn(fmt::format("a dry run does not look at what each new {0} says of another {0}",
                         options.entity));
    }
    IdSet told;
    for (const auto& part : parts) {
        if (stop || result.stopped_early) {
            warn(fmt::format("what each {0} says of another {0} has not been written: run again "
                             "with -d update",
                             options.entity));
            break;
        }
        auto again = options;
        again.entity = part;
        again.media = {};
        again.filter = {};
        if (!takes_present) { again.on_duplicate = OnDuplicate::update; }
        LaterPass later(listener, first, told, result);
        add_sums(run_entity(session, again, later, stop, {.takes_line = takes_line}), result);
    }
    listener.finished(result);
    return result;
}

} // namespace datasync::engine
