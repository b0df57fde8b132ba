// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a trigger of the change tracker does, as SQL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// What a row of a table is to the change tracker.
struct Announcement {
    std::string tracker;     ///< Full name of its table, quoted.
    std::string entity_type; ///< As it stands there.
    bool is_root = false;    ///< Whether the row is the record itself, not a part of it.
    std::string id_column;   ///< Of the row: the record's id, or what leads to it.
    /// The record's id as a SELECT that wants the value of `id_column` at its end; empty: that
    /// value itself.
    std::string lookup;
    /// Which rows of a root are records, each "`column` = value".
    std::vector<std::string> conditions;
    std::string identifier;        ///< Column to keep of a record that is deleted; empty: none.
    bool has_identifier = false;   ///< Whether the tracker has a column for it.
    std::vector<std::string> same; ///< That nothing has changed: "OLD.`a` <=> NEW.`a`".
    bool no_echo = false;
};

/// The statements of the trigger for `event`.
std::string trigger_body(const Announcement& announcement, std::string_view event);

/// The mark of bodies that keep out what DataSync itself writes.
inline constexpr std::string_view k_own_work_variable = "@datasync_writes";

} // namespace datasync::schema
