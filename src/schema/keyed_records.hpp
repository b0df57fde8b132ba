// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads records of either shop by what tells them apart.
#pragma once

#include "schema/natural_keys.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace datasync::schema {

/// A record and its natural key, in the terms of its own shop.
struct KeyedRecord {
    std::uint32_t id = 0;
    std::string label; ///< What a person knows it by.
    NaturalValue key;
};

/// Equal keys of one batch are looked up once. ASCII case and trailing spaces are folded here
/// because every collation of these shops ignores them; the server decides the rest.
std::string folded(std::string_view text);

/// What select_key() adds to a query of records `t`: the columns of their key but the first, its
/// set, its attribute; each with a comma before it.
std::string select_key(const Shop& shop, const NaturalTarget& what);

/// The key of a row whose cell `first` is the key's first column, followed by what select_key() has
/// added.
NaturalValue read_key(const db::RowView& row, unsigned first, const NaturalTarget& what);

using OnKeyedRecord = std::function<void(KeyedRecord)>;

/// Reads the records with these ids, as far as they are there and meet the condition of `what`.
void read_keyed_records(const Shop& shop, const NaturalTarget& what, std::string_view label_column,
                        std::span<const std::uint32_t> ids, const OnKeyedRecord& on_record);

/// Calls `on_record` with n and a record for each whose key begins with the n-th of `firsts`, in
/// the shop's own collation; its label is that beginning.
void find_keyed_records(const Shop& shop, const NaturalTarget& what,
                        std::span<const std::string> firsts,
                        const std::function<void(std::size_t, const KeyedRecord&)>& on_record);

/// Which of these ids belong to records that meet the condition of `what`.
std::unordered_set<std::uint32_t> present_records(const Shop& shop, const NaturalTarget& what,
                                                  std::span<const std::uint32_t> ids);

} // namespace datasync::schema
