// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs of `datasync lint`.
#pragma once

#include "support/program.hpp"

#include <string_view>
#include <vector>

namespace datasync::test {

/// Runs `datasync lint ENTITY -f` over these lines, in a file that goes afterwards.
ProgramResult lint(std::string_view entity, std::string_view content,
                   const std::vector<std::string>& more = {});

} // namespace datasync::test
