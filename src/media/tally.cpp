// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/tally.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace datasync::media {

namespace {

void note(std::vector<MediaProblem>& problems, std::string_view path, const std::string& reason)
{
    if (problems.size() < k_most_media_problems) {
        problems.push_back({std::string(path), reason});
    }
}

void sort_by_path(std::vector<MediaProblem>& problems)
{
    std::sort(problems.begin(), problems.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
}

} // namespace

FileEnd missing(std::string reason)
{
    return {.outcome = FileOutcome::missing, .reason = std::move(reason)};
}

FileEnd failed(std::string reason)
{
    return {.outcome = FileOutcome::failed, .reason = std::move(reason)};
}

void Tally::add(std::string_view path, const FileEnd& end)
{
    const std::lock_guard lock(m_mutex);
    switch (end.outcome) {
    case FileOutcome::copied:
        ++m_report.copied;
        m_report.bytes += end.bytes;
        break;
    case FileOutcome::unchanged:
        ++m_report.unchanged;
        break;
    case FileOutcome::missing:
        ++m_report.missing;
        note(m_report.missing_files, path, end.reason);
        break;
    case FileOutcome::failed:
        ++m_report.failed;
        note(m_report.failed_files, path, end.reason);
        break;
    case FileOutcome::left:
        ++m_report.left;
        break;
    }
}

void Tally::add_left(std::uint64_t files)
{
    const std::lock_guard lock(m_mutex);
    m_report.left += files;
}

MediaReport Tally::report() const
{
    std::unique_lock lock(m_mutex);
    MediaReport report = m_report;
    lock.unlock();
    sort_by_path(report.missing_files);
    sort_by_path(report.failed_files);
    return report;
}

} // namespace datasync::media
