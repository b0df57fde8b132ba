// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Options of every command that writes records: what they become, and at what pace.
#pragma once

#include "datasync/sync_options.hpp"
#include "state/run_lock.hpp"

#include <CLI/CLI.hpp>

namespace datasync::cli {

/// Declares what of products travels.
void add_product_options(CLI::App& app, SyncOptions& options);

/// Declares what becomes of codes, numbers and attributes.
void add_mapping_options(CLI::App& app, SyncOptions& options);

/// Declares batch size, writers and limits.
void add_pace_options(CLI::App& app, SyncOptions& options);

/// Declares how the lock of the destination is taken.
void add_lock_options(CLI::App& app, state::LockOptions& options);

/// Throws UsageError for a name of a source that the own tables cannot keep.
void check_source_name(const std::string& name);

} // namespace datasync::cli
