// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/record_removal.hpp"

#include "engine/gone_records.hpp"
#include "engine/gone_tree.hpp"
#include "engine/removal_policy.hpp"
#include "engine/removal_writer.hpp"
#include "schema/index_marks.hpp"
#include "schema/record_rows.hpp"
#include "schema/review_summaries.hpp"
#include "schema/settings.hpp"
#include "state/removed_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace datasync::engine {

namespace {

/// Records per transaction; fewer where an entity type says so.
constexpr std::size_t k_most_records = 500;

/// Tables of settings that tell records apart.
constexpr std::array k_setting_tables = {"core_website",     "core_store",
                                         "core_config_data", "customer_group",
                                         "tax_class",        "directory_country_region"};

bool goes(const RemovalEvent& event)
{
    return event.outcome == RemovalOutcome::removed || event.outcome == RemovalOutcome::disabled;
}

/// Whether nothing has to be written for it.
bool is_settled(const Finding& finding)
{
    const auto outcome = finding.event.outcome;
    return outcome == RemovalOutcome::failed || outcome == RemovalOutcome::held ||
           (outcome == RemovalOutcome::nothing_to_do && !finding.is_known);
}

/// Removal of records of one entity type.
class RecordRemoval {
public:
    RecordRemoval(ShopSession& session, const SyncOptions& options, const RemovalOptions& removal,
                  const RemovalListener& listener)
        : m_session(session),
          m_options(options),
          m_removal(removal),
          m_listener(listener),
          m_handler(session.handler(options.entity)),
          m_spec(m_handler.spec()),
          m_policy(removal_policy(m_spec, removal))
    {
        m_result.entity = m_spec.name;
    }

    RemovalResult run(std::span<const GoneRecord> gone)
    {
        if (gone.empty()) { return std::move(m_result); }
        if (m_spec.root().is_given) {
            for (const auto& record : gone) {
                tell({record.source_id, 0, RemovalOutcome::nothing_to_do, record.identifier,
                      fmt::format("what becomes of it, its {} says", m_spec.root().type)});
            }
            return std::move(m_result);
        }
        set_up();
        const bool may_delete = m_policy != OnDelete::ignore;
        if (may_delete && is_refused(gone)) {
            m_result.refused_by_guard = true;
            in_parts(gone,
                     [&](std::vector<Finding>& findings, const GoneTree*) { refuse(findings); });
            return std::move(m_result);
        }
        RemovalWriter writer(m_session, m_spec, *m_rows, *m_registry, m_indexers);
        in_parts(gone, [&](std::vector<Finding>& findings, const GoneTree* tree) {
            if (!m_options.dry_run) { write(writer, findings, tree); }
            for (const auto& finding : findings) { tell(finding.event); }
        });
        const bool has_changed = m_result.count(RemovalOutcome::removed) != 0 ||
                                 m_result.count(RemovalOutcome::disabled) != 0;
        if (has_changed) { m_result.reindex = m_indexers; }
        return std::move(m_result);
    }

private:
    void set_up()
    {
        load_tables();
        m_rows.emplace(m_session.target(), m_spec);
        m_settings.emplace(m_session.source(), m_session.target(), m_options.store_map,
                           m_options.website_map);
        m_indexers = schema::known_indexers(m_session.target(), m_spec.indexers);
        check_rights();
        if (!m_options.dry_run) { m_session.install(); }
        m_registry.emplace(m_session.registry());
    }

    void load_tables()
    {
        std::vector<std::string> names(k_setting_tables.begin(), k_setting_tables.end());
        for (auto& name : schema::condition_tables(m_spec)) { names.push_back(std::move(name)); }
        auto of_source = names;
        of_source.emplace_back(m_spec.root().table);
        m_session.source().load_tables(of_source);
        for (auto& name : schema::spec_tables(m_spec)) { names.push_back(std::move(name)); }
        names.emplace_back("index_process");
        names.insert(names.end(), schema::k_summary_tables.begin(), schema::k_summary_tables.end());
        m_session.target().load_tables(names);
    }

    /// A dry run too: it announces what the real run would do, and that would be refused.
    void check_rights() const
    {
        std::vector<std::string> written;
        if (m_policy == OnDelete::hard) {
            for (const auto& table : m_rows->plan().tables) { written.push_back(table.name); }
            if (m_spec.sums_up_votes) {
                written.insert(written.end(), schema::k_summary_tables.begin(),
                               schema::k_summary_tables.end());
            }
        } else if (m_policy == OnDelete::soft && m_rows->can_disable()) {
            written.push_back(m_rows->switch_table());
        }
        if (!written.empty() && !m_indexers.empty()) { written.emplace_back("index_process"); }
        m_session.check_write_rights(written);
    }

    /// Calls `on_part` with what is to become of some records at a time; those of a tree come all
    /// at once.
    template<typename OnPart>
    void in_parts(std::span<const GoneRecord> gone, const OnPart& on_part)
    {
        GoneRecords records(m_session, m_handler, m_policy, *m_rows, *m_settings, *m_registry);
        if (!m_spec.tree.path.empty()) {
            GoneTree tree(m_session, m_spec, *m_rows, *m_registry, records);
            auto findings = tree.examine(gone);
            on_part(findings, &tree);
            return;
        }
        while (!gone.empty()) {
            const auto part = gone.first(std::min(gone.size(), k_most_records));
            gone = gone.subspan(part.size());
            auto findings = records.examine(part);
            on_part(findings, nullptr);
        }
    }

    /// Looks at all of them before the first one goes.
    bool is_refused(std::span<const GoneRecord> gone)
    {
        std::uint64_t going = 0;
        in_parts(gone, [&](const std::vector<Finding>& findings, const GoneTree*) {
            going += static_cast<std::uint64_t>(
                std::count_if(findings.begin(), findings.end(),
                              [](const Finding& finding) { return goes(finding.event); }));
        });
        if (going == 0) { return false; }
        state::RemovedRecords journal(m_session.target().connection(), m_session.own_tables(),
                                      m_session.options().source_system, std::string(m_spec.name),
                                      m_session.installed());
        const auto before = journal.within_a_day();
        m_result.message = refusal_of(m_removal, m_spec.name, going, before,
                                      m_registry->count(m_spec.root().type) + before);
        return !m_result.message.empty();
    }

    void refuse(std::vector<Finding>& findings)
    {
        for (auto& finding : findings) {
            if (!is_settled(finding)) {
                finding.event.outcome = RemovalOutcome::refused;
                finding.event.detail = "too many records of its type would go at once";
            }
            tell(finding.event);
        }
    }

    void write(RemovalWriter& writer, std::vector<Finding>& findings, const GoneTree* tree) const
    {
        std::vector<RemovalWriter::Unit> units;
        if (tree != nullptr) {
            units = tree->units(findings);
        } else {
            for (std::size_t i = 0; i < findings.size(); ++i) { units.push_back({i}); }
        }
        std::erase_if(units, [&](const auto& unit) { return is_settled(findings[unit.front()]); });
        const auto place_of = [&](std::uint32_t id) {
            return tree == nullptr ? std::string() : tree->place_of(id);
        };
        const std::size_t most = std::min<std::size_t>(m_spec.batch_size, k_most_records);
        for (std::span<const RemovalWriter::Unit> left = units; !left.empty();) {
            std::size_t count = 0;
            std::size_t records = 0;
            while (count < left.size() && (count == 0 || records < most)) {
                records += left[count++].size();
            }
            writer.write(findings, left.first(count), place_of);
            left = left.subspan(count);
        }
    }

    void tell(const RemovalEvent& event)
    {
        ++m_result.outcomes[static_cast<std::size_t>(event.outcome)];
        m_listener(event);
    }

    ShopSession& m_session;
    const SyncOptions& m_options;
    const RemovalOptions& m_removal;
    const RemovalListener& m_listener;
    const EntityHandler& m_handler;
    const EntitySpec& m_spec;
    OnDelete m_policy;
    std::optional<schema::RecordRows> m_rows;
    std::optional<schema::Settings> m_settings;
    std::optional<state::Registry> m_registry;
    std::vector<std::string> m_indexers;
    RemovalResult m_result;
};

} // namespace

RemovalResult remove_gone(ShopSession& session, const SyncOptions& options,
                          const RemovalOptions& removal, std::span<const GoneRecord> gone,
                          const RemovalListener& listener)
{
    return RecordRemoval(session, options, removal, listener).run(gone);
}

} // namespace datasync::engine
