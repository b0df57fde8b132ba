// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A CSV file of the records that a run left behind.
#include "report/rejects_file.hpp"

#include "datasync/error.hpp"
#include "files/csv_format.hpp"
#include "report/record_text.hpp"
#include "util/files.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::report {

RejectsFile::RejectsFile(const std::filesystem::path& path) : m_path(path)
{
    util::prepare_private_file(path, util::FileContent::discard, "--rejects");
    m_file.open(path, std::ios::binary);
    m_file << "entity_type,source_id,label,outcome,reason\n";
    m_file.flush();
    if (!m_file) {
        usage_error("--rejects: cannot write {}; check the free space there", path.string());
    }
}

void RejectsFile::record(const RecordEvent& event)
{
    if (!is_left_behind(event.outcome) && !is_set_aside(event)) { return; }
    write(event.entity, event);
}

void RejectsFile::removal(std::string_view entity, const RemovalEvent& event)
{
    if (is_left_behind(event.outcome)) { write(entity, event); }
}

template<typename Event>
void RejectsFile::write(std::string_view entity, const Event& event)
{
    const std::string source_id = fmt::format("{}", event.source_id);
    const std::array<files::CsvValue, 5> values = {entity, source_id, event.label,
                                                   name_of(event.outcome), event.detail};
    std::string line;
    files::append_csv_record(line, values);
    m_file << line;
}

void RejectsFile::finished(const SyncResult& /*result*/)
{
    m_file.flush();
    if (!m_file) {
        fatal(ExitCode::internal_error,
              "--rejects: {} could not take every record; check the free space there",
              m_path.string());
    }
}

} // namespace datasync::report
