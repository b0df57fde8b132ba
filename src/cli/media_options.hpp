// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say where files come from and go to.
#pragma once

#include "cli/connection_layers.hpp"
#include "datasync/media.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace datasync::cli {

/// Declares the options for the files that records name.
void add_media_options(CLI::App& app, MediaOptions& media);

/// Finds the destination's media folder where only its shop is known, and checks what was given.
/// Throws UsageError.
void complete_media(MediaOptions& media, const std::string& shop_root, const Surroundings& around);

} // namespace datasync::cli
