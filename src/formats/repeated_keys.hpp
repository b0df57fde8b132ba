// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds the records of a file, however long it is, that are the same one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// A record and the first one that has the same key.
struct RepeatedKey {
    std::uint64_t line = 0;
    std::uint64_t first_line = 0;
};

/// Remembers keys by a hash of 64 bits: of ten million records two that differ are mistaken for the
/// same in one of some 400,000 files. What does not fit into memory lies in temporary files.
class RepeatedKeys {
public:
    void add(std::string_view key, std::uint64_t line);
    /// All records that repeat another one, in the order of their lines. Throws FatalError when
    /// temporary files cannot be written or read. Forgets everything.
    std::vector<RepeatedKey> take();

private:
    struct Entry {
        std::uint64_t hash;
        std::uint64_t line;
    };
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using Spill = std::unique_ptr<std::FILE, Close>;

    static constexpr std::size_t k_most_in_memory = 1U << 20U;
    static constexpr std::size_t k_spills = 64;

    void spill();
    static void find_in(std::vector<Entry>& entries, std::vector<RepeatedKey>& repeated);

    std::vector<Entry> m_entries;
    std::array<Spill, k_spills> m_files; ///< By the highest bits of the hash.
};

} // namespace datasync::formats
