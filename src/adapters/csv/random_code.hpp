// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Codes that nobody can guess.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace datasync::adapters {

/// So many of these letters, each as likely as any other.
std::string random_code(std::string_view letters, std::size_t length);

} // namespace datasync::adapters
