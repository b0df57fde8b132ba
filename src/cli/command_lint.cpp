// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/command_lint.hpp"

#include "cli/file_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "formats/lint.hpp"
#include "formats/open_format.hpp"
#include "report/console.hpp"
#include "report/lint_report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::cli {

void LintCommand::setup(CLI::App& app)
{
    add_text(app, "entity", m_entity, "entity type: customer, stock, ...");
    add_file_options(app, m_file);
    add_format_option(app, m_report);
    app.footer(fmt::format("Entity types: {}\n\n"
                           "Examples:\n"
                           "  datasync lint customer -f customers.csv\n"
                           "  zcat export.csv.gz | datasync lint stock -f - --format json",
                           fmt::join(formats::entities_from_files(), ", ")));
}

ExitCode LintCommand::run(const std::string& /*command_line*/)
{
    if (m_entity.empty() || m_file.path.empty()) {
        usage_error("say what is in which file: datasync lint <entity> -f FILE; the entity type is "
                    "one of {}",
                    fmt::join(formats::entities_from_files(), ", "));
    }
    const auto entity = check_entity(m_entity, engine::built_entities());
    report::Console console = report::Console::standard();
    report::LintReport report(console, m_report.format == ReportFormat::json, entity);
    const auto result =
        formats::lint(entity, m_file, [&](const files::FileFault& fault) { report.fault(fault); });
    const auto exit_code = result.faults == 0 ? ExitCode::done : ExitCode::records_left;
    report.finished(result, static_cast<int>(exit_code));
    console.flush();
    return exit_code;
}

} // namespace datasync::cli
