// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/raw_texts.hpp"

namespace datasync::schema {

bool is_stored_as_sent(const ColumnType& type)
{
    return type.charset.empty() || type.charset == "utf8mb4" || type.charset == "ascii" ||
           is_utf8mb3(type.charset);
}

RawTexts::RawTexts(db::Connection& connection) : m_connection(connection)
{
    m_connection.execute("SET character_set_results=NULL");
}

RawTexts::~RawTexts()
{
    try {
        m_connection.execute("SET character_set_results=utf8mb4");
    } catch (const db::DbError&) {
        m_connection.disconnect();
    }
}

} // namespace datasync::schema
