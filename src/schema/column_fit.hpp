// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether all values of one column fit another, by their definitions alone.
#pragma once

#include "schema/column_type.hpp"

namespace datasync::schema {

/// True when every value of `from`, NULL included, is stored unchanged by `to`, so that no cell has
/// to be looked at; false whenever that is not certain. "Unchanged" is meant as in same_value().
/// Zero dates are not considered: whether they may be written depends on the session.
bool always_fits(const ColumnType& from, const ColumnType& to);

} // namespace datasync::schema
