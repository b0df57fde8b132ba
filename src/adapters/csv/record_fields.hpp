// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What completions do with the rows of a record: ask what the file says, and say what it does not.
#pragma once

#include "datasync/row_set.hpp"
#include "formats/file_record.hpp"
#include "util/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::adapters {

/// Whether a field is one that all rows get, or only new ones.
enum class DefaultFor : std::uint8_t { all_records, new_records };

/// The field of that name in a table of the shape, the default values' where there are several.
std::optional<std::size_t> find_field(const formats::Shape& shape, std::size_t table,
                                      std::string_view name);
/// The same; adds one where there is none.
std::size_t field_of(formats::Shape& shape, std::size_t table, std::string_view name,
                     DefaultFor added_for);

/// Whether a row says something of a field: a value, or that there is none.
bool says(const formats::FileRecord& record, std::size_t row, std::size_t field);
/// What it says, empty where it says nothing.
std::string_view text_of(const formats::FileRecord& record, std::size_t row, std::size_t field);
/// The same as a number, 0 where it is none.
util::Decimal number_of(const formats::FileRecord& record, std::size_t row, std::size_t field);

/// Says it where the row says nothing; of the root's row, only to a new record.
void fill(formats::FileRecord& record, std::size_t row, std::size_t field, formats::Value value);

/// A text that stays as long as the batch.
std::string_view stored(std::string_view text, Arena& arena);
/// The value that a text is; an empty one is none.
formats::Value value_of(std::string_view text, Arena& arena);
formats::Value value_of(util::Decimal number, Arena& arena);
/// The value that a setting's or a record's id is, as the destination knows it.
formats::Value setting_id(std::uint32_t id, Arena& arena);
formats::Value target_id(std::uint32_t id, Arena& arena);

} // namespace datasync::adapters
