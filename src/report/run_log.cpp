// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The log of a run: a file with time stamps, and the statements of --log-sql.
#include "report/run_log.hpp"

#include "datasync/error.hpp"
#include "db/connection.hpp"
#include "report/record_text.hpp"
#include "util/files.hpp"
#include "util/text.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace datasync::report {

namespace {

spdlog::sink_ptr make_sink(const std::filesystem::path& path)
{
    if (path.empty()) { return std::make_shared<spdlog::sinks::stderr_sink_mt>(); }
    util::prepare_private_file(path, util::FileContent::keep, "--log-file");
    try {
        return std::make_shared<spdlog::sinks::basic_file_sink_mt>(path.string());
    } catch (const spdlog::spdlog_ex& error) {
        usage_error("--log-file: {}", error.what());
    }
}

std::string totals(const SyncResult& result)
{
    std::string text = fmt::format("{} read", result.read());
    for (std::size_t i = 0; i < k_outcome_names.size(); ++i) {
        text += fmt::format(", {} {}", result.outcomes[i], k_outcome_names[i]);
    }
    return text;
}

} // namespace

RunLog::RunLog(const std::filesystem::path& path)
    : m_logger(std::make_unique<spdlog::logger>("datasync", make_sink(path)))
{
    m_logger->set_pattern("%Y-%m-%d %H:%M:%S.%e%z [%P] %l %v");
    m_logger->set_level(spdlog::level::debug);
    m_logger->flush_on(spdlog::level::warn);
}

RunLog::~RunLog()
{
    if (m_takes_statements) { db::set_sql_log({}, false); }
    m_logger->flush();
}

void RunLog::take_statements(bool with_values)
{
    m_takes_statements = true;
    db::set_sql_log(
        [logger = m_logger.get()](std::string_view connection, std::uint64_t number,
                                  std::string_view sql) {
            logger->debug("{} #{}: {}", connection, number, util::printable(sql));
        },
        with_values);
}

void RunLog::flush()
{
    m_logger->flush();
}

void RunLog::note(std::string_view text)
{
    m_logger->info("{}", util::printable(text));
}

void RunLog::started(const SyncResult& result, std::uint64_t expected)
{
    m_dry_run = result.dry_run;
    m_logger->info("{} from {} starts{}, {} records expected", result.entity,
                   util::printable(result.source_system), m_dry_run ? " (dry run)" : "", expected);
}

void RunLog::record(const RecordEvent& event)
{
    const auto level = is_left_behind(event.outcome) ? spdlog::level::warn : spdlog::level::info;
    m_logger->log(level, "{}", record_text(event, m_dry_run));
}

void RunLog::removal(std::string_view entity, const RemovalEvent& event)
{
    const auto level = is_left_behind(event.outcome) ? spdlog::level::warn : spdlog::level::info;
    m_logger->log(level, "{}", removal_text(entity, event, m_dry_run));
}

void RunLog::batch_done(const SyncResult& so_far)
{
    m_logger->debug("{}: batch done, {}", so_far.entity, totals(so_far));
    m_logger->flush();
}

void RunLog::warning(std::string_view text)
{
    m_logger->warn("{}", util::printable(text));
}

void RunLog::finished(const SyncResult& result)
{
    m_logger->info("{} from {} {} after {:.1f} s: {}; references: {} open, {} delivered, {} lost; "
                   "{} zero dates",
                   result.entity, util::printable(result.source_system),
                   result.stopped_early ? "stopped early" : "finished", result.seconds,
                   totals(result), result.open_references, result.delivered_references,
                   result.lost_references, result.zero_dates);
    m_logger->flush();
}

void RunLog::aborted(std::string_view message, ExitCode exit_code)
{
    m_logger->error("exit {}: {}", static_cast<int>(exit_code), util::printable(message));
}

} // namespace datasync::report
