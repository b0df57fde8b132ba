// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One export: the records of a shop into a file.
#pragma once

#include "datasync/export.hpp"
#include "db/connection_settings.hpp"
#include "exports/export_setup.hpp"

#include <atomic>
#include <cstdint>
#include <functional>

namespace datasync::exports {

/// Told after every batch: how many records have been read, and how many there are at most.
using OnProgress = std::function<void(std::uint64_t read, std::uint64_t expected)>;

/// Writes the file, whole or not at all. Throws UsageError, FatalError and db::DbError. `stop` ends
/// it between two batches.
ExportResult run_export(const ExportOptions& options, const db::ConnectionSettings& shop,
                        const Handlers& handlers, const OnProgress& on_progress,
                        const std::atomic<bool>& stop);

} // namespace datasync::exports
