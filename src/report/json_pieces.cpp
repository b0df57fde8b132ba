// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/json_pieces.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace datasync::report {

std::string json_string(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

namespace {

/// null for a record of a file that has none.
std::string source_id_of(const RecordEvent& event)
{
    const bool has_none = event.line != 0 && event.source_id == 0;
    return has_none ? std::string("null") : fmt::format("{}", event.source_id);
}

std::string source_id_of(const RemovalEvent& event)
{
    return fmt::format("{}", event.source_id);
}

template<typename Event>
std::string keys_of(const Event& event)
{
    const std::string target =
        event.target_id == 0 ? std::string("null") : fmt::format("{}", event.target_id);
    return fmt::format(
        R"("source_id": {}, "target_id": {}, "outcome": "{}", "label": {}, "detail": {})",
        source_id_of(event), target, name_of(event.outcome), json_string(event.label),
        json_string(event.detail));
}

} // namespace

std::string record_keys(const RecordEvent& event)
{
    return event.line == 0 ? keys_of(event)
                           : fmt::format(R"("line": {}, {})", event.line, keys_of(event));
}

std::string record_keys(const RemovalEvent& event)
{
    return keys_of(event);
}

std::string summary_json(const SyncResult& result)
{
    std::string text = fmt::format("{{\"read\": {}", result.read());
    for (std::size_t i = 0; i < k_outcome_names.size(); ++i) {
        fmt::format_to(std::back_inserter(text), ", \"{}\": {}", k_outcome_names[i],
                       result.outcomes[i]);
    }
    const double rate =
        result.seconds > 0 ? static_cast<double>(result.read()) / result.seconds : 0;
    fmt::format_to(std::back_inserter(text),
                   ", \"seconds\": {:.3f}, \"records_per_second\": {:.1f}}}", result.seconds, rate);
    return text;
}

std::string list_json(const std::vector<std::string>& texts)
{
    std::string list = "[";
    for (const std::string& text : texts) {
        list += list.size() > 1 ? ", " : "";
        list += json_string(text);
    }
    return list + "]";
}

std::string files_json(const std::optional<MediaReport>& files)
{
    if (!files) { return "null"; }
    return fmt::format("{{\"brought\": {}, \"bytes\": {}, \"unchanged\": {}, \"missing\": {}, "
                       "\"failed\": {}, \"left\": {}}}",
                       files->copied, files->bytes, files->unchanged, files->missing, files->failed,
                       files->left);
}

std::string references_json(const SyncResult& result)
{
    return fmt::format("{{\"open\": {}, \"delivered\": {}, \"lost\": {}}}", result.open_references,
                       result.delivered_references, result.lost_references);
}

} // namespace datasync::report
