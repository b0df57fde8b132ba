// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/examples.hpp"

#include <fmt/format.h>

namespace datasync::test {

std::string example_file(std::string_view name)
{
    return fmt::format("{}/{}", DATASYNC_EXAMPLES, name);
}

} // namespace datasync::test
