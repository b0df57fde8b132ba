// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/repeated_keys.hpp"

#include "datasync/error.hpp"

#include <algorithm>
#include <functional>

namespace datasync::formats {

namespace {

constexpr unsigned k_spill_shift = 58; ///< Leaves as many bits as number the files.

[[noreturn]] void fail()
{
    fatal(ExitCode::internal_error,
          "temporary files for finding records that are there twice cannot "
          "be used; check the free space in TMPDIR");
}

} // namespace

void RepeatedKeys::add(std::string_view key, std::uint64_t line)
{
    m_entries.push_back({std::hash<std::string_view>{}(key), line});
    if (m_entries.size() == k_most_in_memory) { spill(); }
}

void RepeatedKeys::spill()
{
    for (const auto& entry : m_entries) {
        auto& file = m_files[entry.hash >> k_spill_shift];
        if (file == nullptr) { file.reset(std::tmpfile()); }
        if (file == nullptr || std::fwrite(&entry, sizeof entry, 1, file.get()) != 1) { fail(); }
    }
    m_entries.clear();
}

void RepeatedKeys::find_in(std::vector<Entry>& entries, std::vector<RepeatedKey>& repeated)
{
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.line < b.line;
    });
    std::size_t first = 0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].hash != entries[first].hash) {
            first = i;
        } else {
            repeated.push_back({entries[i].line, entries[first].line});
        }
    }
}

std::vector<RepeatedKey> RepeatedKeys::take()
{
    std::vector<RepeatedKey> repeated;
    const bool has_spilled = std::any_of(m_files.begin(), m_files.end(),
                                         [](const Spill& file) { return file != nullptr; });
    if (has_spilled) { spill(); }
    find_in(m_entries, repeated);
    for (auto& file : m_files) {
        if (file == nullptr) { continue; }
        m_entries.resize(static_cast<std::size_t>(std::ftell(file.get())) / sizeof(Entry));
        std::rewind(file.get());
        if (std::fread(m_entries.data(), sizeof(Entry), m_entries.size(), file.get()) !=
            m_entries.size()) {
            fail();
        }
        find_in(m_entries, repeated);
        file.reset();
    }
    m_entries.clear();
    std::sort(repeated.begin(), repeated.end(),
              [](const RepeatedKey& a, const RepeatedKey& b) { return a.line < b.line; });
    return repeated;
}

} // namespace datasync::formats
