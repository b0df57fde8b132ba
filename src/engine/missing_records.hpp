// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What records name, the source has and the destination lacks.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace datasync::engine {

/// Source ids by entity type; a run that brings along what others need begins with these.
using MissingRecords = std::map<std::string, std::set<std::uint32_t>, std::less<>>;

} // namespace datasync::engine
