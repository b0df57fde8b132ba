// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is part of DataSync's language and not built yet; refused by name, never ignored.
#include "cli/not_built.hpp"

#include "datasync/error.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <vector>

namespace datasync::cli {

namespace {

std::vector<std::string> not_built_words(WordKind kind)
{
    std::vector<std::string> words;
    for (const NotBuilt& entry : k_not_built) {
        if (entry.kind == kind) { words.emplace_back(entry.word); }
    }
    return words;
}

} // namespace

bool is_not_built(WordKind kind, std::string_view word)
{
    return std::any_of(k_not_built.begin(), k_not_built.end(), [&](const NotBuilt& entry) {
        return entry.kind == kind && entry.word == word;
    });
}

std::string not_built_list(WordKind kind)
{
    return fmt::format("{}", fmt::join(not_built_words(kind), ", "));
}

void add_not_built_options(CLI::App& app)
{
    for (const NotBuilt& entry : k_not_built) {
        const std::string declared(entry.word);
        const std::string shown = util::split(declared, ',').back();
        const auto refuse = [shown] { usage_error("{} is not built yet", shown); };
        if (entry.kind != WordKind::option) { continue; }
        app.add_option_function<std::string>(
               declared, [refuse](const std::string&) { refuse(); }, "refused")
            ->group("Not built yet");
    }
}

std::string check_entity(std::string_view word, std::span<const std::string> built)
{
    std::string entity = util::to_lower(word);
    for (const EntityAlias& alias : k_entity_aliases) {
        if (alias.alias == entity) { entity = alias.entity; }
    }
    if (std::find(built.begin(), built.end(), entity) != built.end()) { return entity; }
    const std::string choices = fmt::format("{}", fmt::join(built, ", "));
    if (is_not_built(WordKind::entity, entity)) {
        usage_error("the entity type \"{}\" is not built yet; there are: {}", word, choices);
    }
    std::vector<std::string> known(built.begin(), built.end());
    for (std::string& other : not_built_words(WordKind::entity)) {
        known.push_back(std::move(other));
    }
    usage_error("unknown entity type \"{}\"{}; there are: {}", util::printable(word),
                util::did_you_mean(word, known), choices);
}

void check_adapter(std::string_view word)
{
    if (word == k_file_adapter || word == k_database_adapter) { return; }
    const auto choices = fmt::format("`-a {}` or `-a {}`", k_file_adapter, k_database_adapter);
    if (is_not_built(WordKind::adapter, word)) {
        usage_error("the adapter \"{}\" is not built yet: use {}", word, choices);
    }
    std::vector<std::string> known = not_built_words(WordKind::adapter);
    known.emplace_back(k_file_adapter);
    known.emplace_back(k_database_adapter);
    usage_error("unknown adapter \"{}\"{}; use {}", util::printable(word),
                util::did_you_mean(word, known), choices);
}

} // namespace datasync::cli
