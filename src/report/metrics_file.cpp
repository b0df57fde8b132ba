// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/metrics_file.hpp"

#include "util/files.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <fstream>
#include <utility>

namespace datasync::report {

namespace {

constexpr std::string_view k_success = "datasync_last_success_timestamp_seconds";

std::string label_value(std::string_view text)
{
    std::string escaped;
    for (const char byte : text) {
        if (byte == '\\' || byte == '"') { escaped += '\\'; }
        if (byte == '\n') {
            escaped += "\\n";
        } else {
            escaped += byte;
        }
    }
    return escaped;
}

/// Adds families of values, all with the label `source`.
class MetricsText {
public:
    explicit MetricsText(std::string_view source_system)
        : m_source(fmt::format("source=\"{}\"", label_value(source_system)))
    {
    }

    void family(std::string_view name, std::string_view help)
    {
        m_name = name;
        m_text += fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
    }

    template<typename Number>
    void value(const std::vector<std::pair<std::string_view, std::string_view>>& labels,
               Number number)
    {
        m_text += fmt::format("{}{{{}", m_name, m_source);
        for (const auto& [name, text] : labels) {
            m_text += fmt::format(",{}=\"{}\"", name, label_value(text));
        }
        m_text += fmt::format("}} {}\n", number);
    }

    template<typename Number>
    void only(std::string_view name, std::string_view help, Number number)
    {
        family(name, help);
        value({}, number);
    }

    std::string take() { return std::move(m_text); }

    /// How the line of a value without other labels begins.
    std::string line_start(std::string_view name) const
    {
        return fmt::format("{}{{{}}} ", name, m_source);
    }

private:
    std::string m_source;
    std::string_view m_name;
    std::string m_text;
};

/// When a run of this source last ended well, as an earlier file says; 0: never.
std::int64_t earlier_success(const std::filesystem::path& path, std::string_view source_system)
{
    const auto start = MetricsText(source_system).line_start(k_success);
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(start)) { continue; }
        const auto seconds = util::parse_unsigned(std::string_view(line).substr(start.size()));
        return static_cast<std::int64_t>(seconds.value_or(0));
    }
    return 0;
}

void add_pending(MetricsText& text, const std::vector<PendingChanges>& pending)
{
    text.family("datasync_pending_changes",
                "Changes on the source that are not acknowledged, by kind.");
    for (const auto& kind : pending) {
        text.value({{"entity_type", kind.entity_type}}, kind.count);
    }
    text.family("datasync_pending_oldest_age_seconds",
                "Age of the oldest of these changes; 0 where there are none.");
    for (const auto& kind : pending) {
        text.value({{"entity_type", kind.entity_type}}, kind.oldest_age_s);
    }
}

void add_result(MetricsText& text, const IncrementalResult& result)
{
    text.family("datasync_last_run_records",
                "Records of the last run that took any, by what became of them.");
    for (const auto& entity : result.entities) {
        for (std::size_t i = 0; i < entity.outcomes.size(); ++i) {
            text.value({{"entity", entity.entity}, {"outcome", k_outcome_names[i]}},
                       entity.outcomes[i]);
        }
    }
    text.family("datasync_last_run_removals",
                "Records gone from the source in that run, by what became of them.");
    for (const auto& removal : result.removals) {
        for (std::size_t i = 0; i < removal.outcomes.size(); ++i) {
            text.value({{"entity", removal.entity}, {"outcome", k_removal_outcome_names[i]}},
                       removal.outcomes[i]);
        }
    }
    text.only("datasync_last_run_acknowledged_changes", "Changes acknowledged in that run.",
              result.acknowledged);
    text.only("datasync_last_run_put_off_records",
              "Records that failed before and that run left for later.", result.put_off);
}

} // namespace

std::string metrics_text(const RunMetrics& metrics, std::int64_t succeeded_at)
{
    MetricsText text(metrics.source_system);
    text.only("datasync_last_run_timestamp_seconds", "When the last run ended.", metrics.ended_at);
    text.only(k_success, "When a run last ended with exit code 0; 0: never.", succeeded_at);
    text.only("datasync_last_run_exit_code", "Exit code of the last run.",
              static_cast<int>(metrics.exit_code));
    text.only("datasync_last_run_duration_seconds", "How long the last run took.",
              fmt::format("{:.3f}", metrics.seconds));
    if (metrics.pending) { add_pending(text, *metrics.pending); }
    if (metrics.rejected) {
        text.family("datasync_rejected_records",
                    "Records that failed or are held, until a later run brings them.");
        for (const auto& count : *metrics.rejected) {
            text.value({{"entity", count.entity}, {"outcome", count.outcome}}, count.records);
        }
    }
    if (metrics.result) { add_result(text, *metrics.result); }
    return text.take();
}

MetricsFile::MetricsFile(std::filesystem::path path) : m_path(std::move(path))
{
    util::check_replaceable(m_path, "--metrics-file");
}

std::string MetricsFile::write(const RunMetrics& metrics)
{
    const bool is_success = metrics.exit_code == ExitCode::done;
    const auto succeeded_at =
        is_success ? metrics.ended_at : earlier_success(m_path, metrics.source_system);
    return util::replace_file(m_path, metrics_text(metrics, succeeded_at));
}

} // namespace datasync::report
