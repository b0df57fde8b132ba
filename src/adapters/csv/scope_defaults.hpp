// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which website and store a record belongs to, as its file says or as the shop would have it.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/record_fields.hpp"
#include "schema/scope_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace datasync::adapters {

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

/// Adds a field of the root that new records get, unless the file has it; returns its number, or
/// nothing.
std::optional<std::size_t> add_for_new(formats::Shape& shape, std::string_view name);

/// The time now, as shops store it: UTC, "2024-02-29 23:59:59".
std::string utc_now();

} // namespace datasync::adapters
