// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `datasync status` shows, for people and for machines.
#pragma once

#include "state/status.hpp"

#include <string>

namespace datasync::report {

/// The status as tables; `destination` names the database.
std::string status_text(const state::Status& status, const std::string& destination);

/// The status as one JSON document, described in doc/json-report.md.
std::string status_json(const state::Status& status, const std::string& destination);

} // namespace datasync::report
