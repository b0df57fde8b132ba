// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Installs, describes and removes the change tracker that is fed by triggers.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"
#include "schema/tracker_table.hpp"
#include "schema/tracker_triggers.hpp"

#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// What an installation or removal has to do, or has done.
struct TrackerChange {
    bool creates_table = false;
    bool drops_table = false;
    std::vector<Trigger> created;
    std::vector<Trigger> dropped;

    bool is_empty() const
    {
        return !creates_table && !drops_table && created.empty() && dropped.empty();
    }
};

/// What is there.
struct TrackerStatus {
    TrackerTable table;
    std::size_t wanted = 0;            ///< Triggers that this shop should have.
    std::size_t complete = 0;          ///< Those of them that are there.
    std::vector<std::string> missing;  ///< "UPDATE of review": no trigger.
    std::vector<std::string> outdated; ///< The same: one of another version, or of other columns.
    std::size_t left_over = 0;         ///< Triggers of tables that are announced no more.
    bool keeps_echo_out = false;
    std::vector<std::string> definers; ///< With whose rights the triggers run.
    std::vector<TrackerRows> rows;
    /// How much of the table's ids is used up. Every announcement takes one, also one that finds
    /// its row; without ids left, nothing can be announced.
    unsigned ids_used_percent = 0;
};

/// The change tracker of one source shop.
class TrackerInstallation {
public:
    /// Looks at the shop. Throws FatalError (refused) when a table of that name is something else.
    TrackerInstallation(Shop& shop, std::span<const EntitySpec* const> specs);

    const TrackerTable& table() const { return m_table; }

    TrackerStatus status() const;

    /// What is missing or outdated, and what has to go.
    TrackerChange installation(bool no_echo) const;
    /// All that this program has made; the table only if it made it, no module uses it and
    /// `keep_table` is false.
    TrackerChange removal(bool keep_table) const;

    /// Changes whose rows a removal of the table would lose.
    std::uint64_t pending() const;

    /// The statements of a change, in their order.
    std::vector<std::string> statements(const TrackerChange& change) const;

    /// Throws FatalError (refused) when a right is missing, naming what grants it. Changes nothing.
    void check_rights(const TrackerChange& change) const;

    /// Does it. When it fails on the way, takes back what it has made; what cannot be taken back,
    /// the message names, and the next call does the rest.
    void apply(const TrackerChange& change);

private:
    void run(const std::string& sql) const;
    std::string take_back(const TrackerChange& change, std::size_t created) const;

    Shop& m_shop;
    std::vector<const EntitySpec*> m_specs;
    TrackerTable m_table;
    std::vector<Trigger> m_installed;
};

} // namespace datasync::schema
