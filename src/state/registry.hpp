// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The registry: which row of the destination a row of the source has become.
#pragma once

#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::state {

/// A part of an entity and its number in datasync_part_registry.
struct PartType {
    std::string_view name;
    std::uint16_t number;
};

/// Every part that has registry entries of its own.
std::span<const PartType> part_types();

/// Whether a name is that of a part; else it is that of an entity type.
bool is_part_type(std::string_view name);

/// A source id and the id it has on the destination.
struct IdPair {
    std::uint32_t source_id = 0;
    std::uint32_t target_id = 0;
};

/// A record of some source that has become a record of the destination.
struct Claim {
    std::uint32_t target_id = 0;
    std::string source_system;
    std::uint32_t source_id = 0;
    bool is_own = false; ///< Of the source that asks.
};

/// Registry of one source, through one connection. With `installed` false (a dry run before the
/// first real one) nothing is known. Entity types live in datasync_entity_registry, parts of
/// entities (`part` true) in the compact datasync_part_registry.
class Registry {
public:
    Registry(db::Connection& destination, OwnTables tables, std::string source_system,
             std::uint16_t source_number, bool installed);

    /// Knows nothing of source ids from this one on: they are made up for one run.
    void ignore_from(std::uint32_t first_made_up) { m_first_made_up = first_made_up; }

    /// Target ids in the order asked, 0 where nothing is known. Ids may repeat; 0 stays 0.
    std::vector<std::uint32_t> lookup(std::string_view type, bool part,
                                      std::span<const std::uint32_t> source_ids);

    /// The source id that has become each target id, 0 where none has.
    std::vector<std::uint32_t> claimed_by(std::string_view type, bool part,
                                          std::span<const std::uint32_t> target_ids);

    /// Which records, of any source, have become each of these records of the destination.
    std::vector<Claim> claims(std::string_view type, std::span<const std::uint32_t> target_ids);

    /// How many records of a type are known from this source.
    std::uint64_t count(std::string_view type);

    /// Whether any record or part of that name is known.
    bool knows_any(std::string_view type);

    /// Remembers pairs inside the caller's transaction; a known source id gets the new target.
    /// With `allow_load`, many parts go by LOAD DATA LOCAL where the server permits.
    void remember(std::string_view type, bool part, std::span<const IdPair> pairs,
                  bool allow_load = false);

    /// Forgets records of this source.
    void forget(std::string_view type, std::span<const std::uint32_t> source_ids);

    /// Forgets parts whose rows were removed, by target id.
    void forget_parts(std::string_view type, std::span<const std::uint32_t> target_ids);
    /// Forgets what parts of this source have become, although it is still there.
    void forget_own_parts(std::string_view type, std::span<const std::uint32_t> target_ids);

private:
    /// False when the server did not take every row.
    bool load_parts(std::string_view type, std::span<const IdPair> pairs);
    /// A query of this source's entries of a type; conditions may follow.
    std::string select(std::string_view columns, std::string_view type, bool part) const;
    /// Whether parts of that type were known when this registry was first asked.
    bool has_parts(std::string_view type);

    db::Connection& m_destination;
    OwnTables m_tables;
    std::string m_source_system;
    std::uint16_t m_source_number;
    bool m_installed;
    std::uint64_t m_first_made_up = std::uint64_t{1} << 32U; ///< As long as none is.
    std::unordered_map<std::uint16_t, bool> m_has_parts;     ///< By part type number.
};

} // namespace datasync::state
