// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What becomes of files on their way: bits that flip, ends that are missing, quotes that moved.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace datasync::test {

/// Damages texts at random, the same way for the same seed.
class Damage {
public:
    explicit Damage(std::uint32_t seed = 20240506) : m_random(seed) {}

    /// A content with some damage.
    std::string of(std::string content);
    /// A number below that one.
    std::size_t below(std::size_t end) { return m_random() % end; }

private:
    /// Exchanges the next quote for what is beside it.
    static void swap_quote(std::string& content, std::size_t at);

    std::mt19937 m_random;
};

} // namespace datasync::test
