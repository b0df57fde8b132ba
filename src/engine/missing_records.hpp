// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Records of the source by entity type: those that others lack, and those that a dry run pretends.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace datasync::engine {

/// What records name, the source has and the destination lacks: source ids by entity type.
using MissingRecords = std::map<std::string, std::set<std::uint32_t>, std::less<>>;

/// What a dry run has announced: by entity type, source id to the id on the destination, real or
/// pretended.
using PretendedRecords = std::map<std::string, std::map<std::uint32_t, std::uint32_t>, std::less<>>;

/// What a record has become in an earlier part of a dry run; 0 for nothing. `records` may be null.
inline std::uint32_t pretended_target(const PretendedRecords* records, std::string_view type,
                                      std::uint32_t source_id)
{
    if (records == nullptr) { return 0; }
    const auto ids = records->find(type);
    if (ids == records->end()) { return 0; }
    const auto target = ids->second.find(source_id);
    return target == ids->second.end() ? 0 : target->second;
}

/// Stands for the id that a record would get: far above any real one.
constexpr std::uint32_t pretended_id(std::uint32_t source_id)
{
    return 0xE0000000U | (source_id & 0x0FFFFFFFU);
}

} // namespace datasync::engine
