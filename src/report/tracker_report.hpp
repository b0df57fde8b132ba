// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `datasync tracker` says, for people and for machines.
#pragma once

#include "schema/tracker_installation.hpp"

#include <string>
#include <vector>

namespace datasync::report {

/// The state of the tracker; `source` names the database.
std::string tracker_text(const schema::TrackerStatus& status, const std::string& source);

/// The same as one JSON document, described in doc/json-report.md.
std::string tracker_json(const schema::TrackerStatus& status, const std::string& source);

/// What an installation has done.
std::string installed_text(const schema::TrackerChange& change, const schema::TrackerTable& table);

/// What a removal has done, and what it has left.
std::string uninstalled_text(const schema::TrackerChange& change,
                             const schema::TrackerTable& table);

/// Statements as the servers' client programs take them.
std::string script_text(const std::vector<std::string>& statements);

} // namespace datasync::report
