// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/notes.hpp"

#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::exports {

namespace {

constexpr std::size_t k_most_remarks = 100;
constexpr std::size_t k_most_labels = 5;

} // namespace

void Notes::add(std::string_view remark, std::string_view label)
{
    auto found = std::find_if(m_notes.begin(), m_notes.end(),
                              [&](const Note& note) { return note.remark == remark; });
    if (found == m_notes.end()) {
        if (m_notes.size() == k_most_remarks) {
            ++m_further;
            return;
        }
        m_notes.push_back({std::string(remark), 0, {}});
        found = m_notes.end() - 1;
    }
    ++found->records;
    if (found->labels.size() < k_most_labels) { found->labels.push_back(util::printable(label)); }
}

std::vector<std::string> Notes::texts() const
{
    std::vector<std::string> texts;
    for (const auto& note : m_notes) {
        texts.push_back(fmt::format(
            "{} ({} {}: {}{})", note.remark, note.records, note.records == 1 ? "record" : "records",
            fmt::join(note.labels, ", "), note.records > note.labels.size() ? ", ..." : ""));
    }
    if (m_further != 0) { texts.push_back(fmt::format("and {} more such remarks", m_further)); }
    return texts;
}

} // namespace datasync::exports
