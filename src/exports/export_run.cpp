// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/export_run.hpp"

#include "exports/record_writer.hpp"
#include "files/output_file.hpp"

namespace datasync::exports {

ExportResult run_export(const ExportOptions& options, const db::ConnectionSettings& shop,
                        const Handlers& handlers, const OnProgress& on_progress,
                        const std::atomic<bool>& stop)
{
    ExportResult result;
    files::OutputFile output(options.path, options.replaces ? files::ExistingFile::replace
                                                            : files::ExistingFile::refuse);
    result.file = output.name();
    db::Connection connection(shop, "source");
    ExportSetup setup(options, connection, handlers);
    result.warnings = setup.plan().warnings;
    std::vector<std::string> header;
    for (const auto& column : setup.columns()) { header.push_back(column.name); }
    files::CsvWriter file(output, std::move(header), options.delimiter);
    RecordWriter writer(setup, file);
    auto reader = setup.open();
    const auto expected = reader.count();
    std::uint64_t read = 0;
    EntityBatch batch;
    while (!stop && reader.next(batch)) {
        writer.write(batch);
        read += batch.records();
        on_progress(read, expected);
    }
    result.stopped_early = stop;
    writer.finish(result);
    if (!result.stopped_early) { output.commit(); }
    return result;
}

} // namespace datasync::exports
