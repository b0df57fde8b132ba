// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a column is, and what its type alone says about its values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::schema {

/// The type of a column, in the words of information_schema.
struct ColumnType {
    std::string data_type;       ///< "varchar", "int", "enum", ...
    std::string column_type;     ///< "varchar(255)", "int(10) unsigned", "enum('a','b')", ...
    std::uint64_t max_chars = 0; ///< CHARACTER_MAXIMUM_LENGTH; 0: none.
    std::uint64_t max_bytes = 0; ///< CHARACTER_OCTET_LENGTH; 0: what the type itself takes.
    std::string charset;         ///< "utf8mb3", "utf8", "utf8mb4", "latin1", "ascii" or "".
    unsigned precision = 0;      ///< NUMERIC_PRECISION; 0: not known, digits are not counted.
    unsigned scale = 0;
    bool is_unsigned = false;
    bool nullable = false;
};

/// The family of a column type: types of one family share their rules.
enum class Kind {
    text,
    binary,
    json,
    integer,
    decimal,
    approximate,
    date,
    time,
    year,
    choice,
    other
};

/// A column type: `size` counts bytes of texts, bits of integers, digits of approximate numbers
/// (as many as the servers print of them: what has more comes back as another text).
struct KnownType {
    std::string_view data_type;
    Kind kind;
    std::uint64_t size = 0;
};

/// What is known of a column's type by its name.
KnownType known_type(const ColumnType& type);

/// Whether a family holds numbers.
bool is_number(Kind kind);

/// Whether a character set is UTF-8 of at most three bytes a character.
bool is_utf8mb3(std::string_view charset);

/// Whether a character set is one of those known here that take one byte a character.
bool is_single_byte(std::string_view charset);

/// The largest magnitude an integer column of so many bits takes on that side of zero.
std::uint64_t integer_limit(std::uint64_t bits, bool is_unsigned, bool is_negative);

/// The most bytes a text or binary column takes; 0 when that is not known.
std::uint64_t byte_limit(const ColumnType& type);

/// The two numbers of a column type such as "float(10,2)", or nothing.
std::optional<std::pair<unsigned, unsigned>> display_digits(std::string_view column_type);

/// How many digits of a second's fraction a column keeps: 3 for "datetime(3)".
std::uint64_t fraction_digits(const ColumnType& type);

/// The members of an ENUM or SET, from a column type such as "enum('a','it''s')".
std::vector<std::string> members(std::string_view column_type);

/// Whether a value is one of those members, to the byte.
bool is_member(const std::vector<std::string>& names, std::string_view value);

} // namespace datasync::schema
