// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether a value fits a column: the rules of MySQL's and MariaDB's column types.
#pragma once

#include "schema/column_fit.hpp"
#include "schema/column_type.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace datasync::schema {

/// Why a value does not fit, in words for a person that follow the name of the value ("has 300
/// characters, the column takes 255"); nothing when it fits or the type is not known here.
/// Timestamps are taken as UTC; zero dates of any kind fit (see is_zero_date()), except partial
/// ones into a timestamp, which no server takes.
std::optional<std::string> misfit(std::string_view value, const ColumnType& to);

/// Whether two stored texts mean the same value of that column type: numbers by value ("1.50" =
/// "1.5000"), dates with and without time part ("2020-01-01" = "2020-01-01 00:00:00"), else bytes.
bool same_value(std::string_view a, std::string_view b, const ColumnType& type);

/// Whether a date is none: 0000-00-00 with or without a time, or one whose month or day is zero.
bool is_zero_date(std::string_view value);

} // namespace datasync::schema
