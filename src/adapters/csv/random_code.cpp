// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/random_code.hpp"

#include <random>

namespace datasync::adapters {

std::string random_code(std::string_view letters, std::size_t length)
{
    static std::random_device device;
    std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
    std::string code;
    for (std::size_t i = 0; i < length; ++i) { code += letters[any(device)]; }
    return code;
}

} // namespace datasync::adapters
