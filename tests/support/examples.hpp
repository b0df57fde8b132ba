// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The example files that users are given.
#pragma once

#include <string>
#include <string_view>

namespace datasync::test {

/// The path of a file of doc/examples.
std::string example_file(std::string_view name);

} // namespace datasync::test
