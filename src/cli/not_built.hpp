// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is part of DataSync's language and not built yet; refused by name, never ignored.
#pragma once

#include <CLI/CLI.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace datasync::cli {

/// A kind of word on the command line.
enum class WordKind { command, entity, adapter, option };

/// A word that is known and has no function yet.
struct NotBuilt {
    WordKind kind;
    std::string_view word; ///< Options as they are declared ("-f,--file").
};

inline constexpr auto k_not_built = std::to_array<NotBuilt>({
    {WordKind::command, "verify"},
    {WordKind::command, "migrate"},
    {WordKind::adapter, "woocommerce"},
    {WordKind::adapter, "shopify"},
    {WordKind::adapter, "magento2"},
    {WordKind::option, "-u,--url"},
    {WordKind::option, "-k,--api-key"},
    {WordKind::option, "--api-secret"},
});

/// Other spellings of entity types.
struct EntityAlias {
    std::string_view alias;
    std::string_view entity;
};
inline constexpr auto k_entity_aliases = std::to_array<EntityAlias>({
    {"product_attribute", "productattribute"},
});

/// Whether a word of that kind is known and not built yet.
bool is_not_built(WordKind kind, std::string_view word);

/// The words of a kind that are not built yet, separated by commas.
std::string not_built_list(WordKind kind);

/// Declares the options that are not built yet; using one throws UsageError.
void add_not_built_options(CLI::App& app);

/// The entity type a word stands for. `built` are those that work. Throws UsageError for one that
/// is unknown or not built.
std::string check_entity(std::string_view word, std::span<const std::string> built);

/// The adapters that work.
inline constexpr std::string_view k_file_adapter = "csv";
inline constexpr std::string_view k_database_adapter = "openmage";

/// Checks the adapter's name. Throws UsageError for one that is unknown or not built.
void check_adapter(std::string_view word);

} // namespace datasync::cli
