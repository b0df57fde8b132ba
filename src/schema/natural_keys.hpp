// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds records by what they are rather than by their number: on the destination for records
// that the registry does not know, and on the source for records that share a key.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace datasync::schema {

/// A table and the columns that tell its records apart.
struct NaturalTarget {
    std::string type;   ///< Registry name.
    std::string entity; ///< Entity type that brings it.
    std::string table;  ///< Without prefix.
    std::string key;
    std::vector<std::string> columns;
    std::vector<std::string> settings; ///< Per column: the setting its ids belong to, or "".
    std::string set_table;             ///< Set that belongs to the key, or "".
    std::string set_parent;            ///< Its column with the record's id.
    std::string set_column;
    std::string set_setting;
    std::string attribute;        ///< Attribute whose admin value belongs to the key, or "".
    std::string entity_type_code; ///< Of that attribute.
    std::string condition;        ///< Which rows of the source count, as " AND ..."; or "".
    std::span<const std::uint32_t> reserved_ids = {}; ///< That mean the same in every shop.
    bool is_part = false;         ///< Whether the registry keeps it among the parts.
    bool first_is_unique = false; ///< See NaturalKey.
    bool may_repeat = false;
    bool pairs_in_order = false;
    /// Rows above this id are not looked at; see bound_lookups().
    std::optional<std::uint32_t> highest_id = {};
    /// Of a shop with few records: their first key columns, folded; see bound_lookups().
    std::optional<std::unordered_set<std::string>> candidates = {};

    /// Whether a record of the destination can have this value in the key's first column.
    bool may_match(std::string_view value) const;
};

/// Describes the natural key of a spec.
NaturalTarget natural_target(const EntitySpec& spec, const NaturalKey& key);

/// Keeps lookups from growing with what a run itself adds. Where the shop has no index on the key's
/// first column, every lookup reads the whole table: lookups then end at the highest id of now.
/// Where it has few records, as before a first load, a value that equals none of theirs in any
/// collation is not asked for at all; a record that the living shop adds meanwhile is then found by
/// its unique index, or by the next run.
void bound_lookups(const Shop& target, NaturalTarget& what);

/// The parts of an entity type, which are known by the registry alone.
std::vector<NaturalTarget> part_targets(const EntitySpec& spec);

/// A key in destination terms: a value per column (nullopt: NULL) and, for keys with a set, its
/// ids in ascending order, "0" or "11,12".
struct NaturalValue {
    std::vector<std::optional<std::string>> columns;
    std::string set;
    std::string attribute;
};

/// What the destination has of one key.
struct NaturalMatch {
    std::vector<std::uint32_t> ids; ///< Of records with that key; several where it is ambiguous.
    std::uint32_t in_the_way = 0;   ///< One that shares the first column only, if that is unique.
};

/// Records of the destination with these keys, in order. Its collation decides what is equal.
std::vector<NaturalMatch> find_by_natural_key(const Shop& target, const NaturalTarget& what,
                                              std::span<const NaturalValue> values);

/// Which of these ids the shop has, of records of that kind.
std::unordered_set<std::uint32_t> existing_records(const Shop& shop, const NaturalTarget& what,
                                                   std::span<const std::uint32_t> ids);

/// The numbers of those documents that the shop has, by id.
std::unordered_map<std::uint32_t, std::string>
document_numbers(const Shop& shop, const NaturalTarget& what, std::span<const std::uint32_t> ids);

/// Records of the source that share the natural key with another record of a lower id: id of each
/// to that lower id. Settings are compared as mapped. With `asked`, only those records are looked
/// at, and the cost does not grow with the shop where the key's first column has an index.
std::unordered_map<std::uint32_t, std::uint32_t>
find_duplicates(const Shop& source, const NaturalTarget& what, const Settings& settings,
                std::span<const std::uint32_t> asked = {});

} // namespace datasync::schema
