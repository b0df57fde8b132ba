// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/damage.hpp"

#include <utility>

namespace datasync::test {

std::string Damage::of(std::string content)
{
    for (std::size_t count = 1 + below(3); count > 0 && !content.empty(); --count) {
        const std::size_t at = below(content.size());
        switch (below(6)) {
        case 0:
            content[at] =
                static_cast<char>(static_cast<unsigned char>(content[at]) ^ (1U << below(8)));
            break;
        case 1:
            content.resize(at);
            break;
        case 2:
            content.erase(at, 1 + below(8));
            break;
        case 3:
            content.insert(at, 1, "\"\",\r\n\\N\xE4"[below(8)]);
            break;
        case 4: // Something comes twice.
            content.insert(below(content.size()), content.substr(at, below(100)));
            break;
        default:
            swap_quote(content, at);
        }
    }
    return content;
}

void Damage::swap_quote(std::string& content, std::size_t at)
{
    const std::size_t quote = content.find('"', at);
    if (quote != std::string::npos && quote + 1 < content.size()) {
        std::swap(content[quote], content[quote + 1]);
    }
}

} // namespace datasync::test
