// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which website and store a record belongs to, as its file says or as the shop would have it.
#pragma once

#include "adapters/csv/completion.hpp"
#include "schema/scope_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace datasync::adapters {

/// Whether the field is one that records need to be recognised, or only their first value.
enum class DefaultFor : std::uint8_t { all_records, new_records };

/// A column of the root that names a website or store.
class ScopeField {
public:
    /// Finds the field in `shape` or adds it.
    ScopeField(formats::Shape& shape, std::string_view column, std::string_view kind,
               DefaultFor added_for);

    /// What the record says; nothing where it says nothing, or what the shop does not know.
    std::optional<std::uint32_t> read(const formats::FileRecord& record,
                                      const ShopNames& names) const;
    /// Says it where the record does not.
    void write(formats::FileRecord& record, std::uint32_t id, Arena& arena) const;

private:
    std::string_view m_kind;
    std::size_t m_field;
};

/// A column or attribute of the root that a new record gets where the file says nothing.
class NewField {
public:
    /// Finds the field in `shape` or adds it.
    NewField(formats::Shape& shape, std::string_view name);

    /// Says it where the record does not.
    void write(formats::FileRecord& record, formats::Value value) const;

private:
    std::size_t m_field;
};

/// The time now, as shops store it: UTC, "2024-02-29 23:59:59".
std::string utc_now();

} // namespace datasync::adapters
