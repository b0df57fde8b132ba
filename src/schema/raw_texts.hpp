// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reading texts without the server's conversion, where it would change nothing.
#pragma once

#include "schema/column_type.hpp"
#include "schema/shop.hpp"

namespace datasync::schema {

/// Whether the bytes that a server stores in a column are what a utf8mb4 connection gets of it.
bool is_stored_as_sent(const ColumnType& type);

/// As long as it lives, the connection gets texts as they are stored. Only for queries whose
/// columns all are is_stored_as_sent(); for those it saves the server looking at every character.
class RawTexts {
public:
    explicit RawTexts(db::Connection& connection);
    /// Closes the connection where it cannot be set back.
    ~RawTexts();
    RawTexts(const RawTexts&) = delete;
    RawTexts& operator=(const RawTexts&) = delete;

private:
    db::Connection& m_connection;
};

} // namespace datasync::schema
