// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Writes the records of batches into the file.
#pragma once

#include "exports/export_setup.hpp"
#include "exports/notes.hpp"
#include "files/csv_record.hpp"
#include "files/csv_writer.hpp"
#include "formats/repeated_keys.hpp"

#include <string>
#include <vector>

namespace datasync::exports {

/// Fills the cells of each record and has them looked at by the rules that a reader of the file
/// goes by, so that what is written can be read again.
class RecordWriter {
public:
    /// The arguments outlive the writer.
    RecordWriter(ExportSetup& setup, files::CsvWriter& file);

    void write(const EntityBatch& batch);
    /// Adds what there is to say at the end.
    void finish(ExportResult& result);

private:
    bool is_record(std::uint32_t record) const;
    void fill(std::uint32_t record, OutRecord& out);
    void fill_column(std::size_t index, std::uint32_t record, OutRecord& out);
    /// Empties the cells that a reader would refuse.
    void check(OutRecord& out);
    void leave_out(std::string_view why);
    std::string label_of(std::uint32_t record) const;

    ExportSetup& m_setup;
    files::CsvWriter& m_file;
    Arena m_arena; ///< Of the record at hand.
    std::vector<files::CsvValue> m_cells;
    std::vector<std::string> m_remarks;
    std::string m_fault;
    std::string m_label;
    files::CsvRecord m_csv;
    formats::FileRecord m_read;
    formats::RepeatedKeys m_keys;
    Notes m_notes;
    Notes m_left_out;
    std::uint64_t m_records = 0;
    std::uint64_t m_left = 0;
};

} // namespace datasync::exports
