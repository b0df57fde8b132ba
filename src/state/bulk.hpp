// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Pieces that the own tables' files share: chunks of ids, multi-row statements, texts that fit.
#pragma once

#include "db/connection.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace datasync::state {

/// Most ids in one IN list: long enough to save round trips, short enough for the optimizer.
inline constexpr std::size_t k_ids_per_statement = 1000;

/// Calls `visit` with consecutive pieces of `ids`, none longer than one IN list.
template<typename Id, typename Visit>
void for_each_chunk(std::span<const Id> ids, Visit&& visit)
{
    while (!ids.empty()) {
        const auto chunk = ids.first(std::min(ids.size(), k_ids_per_statement));
        visit(chunk);
        ids = ids.subspan(chunk.size());
    }
}

/// Sends rows as few multi-row statements as the server's packet limit allows. The own tables take
/// expressions such as UTC_TIMESTAMP(), which is why their rows come as text.
class BulkStatement {
public:
    /// Each statement is `head`, rows, `tail`. flush() has to be called at the end.
    BulkStatement(db::Connection& connection, std::string head, std::string tail);

    /// Adds a row in parentheses.
    void add(std::string_view row);
    /// Sends what has been added since the last time.
    void flush();

private:
    db::Connection& m_connection;
    std::string m_head;
    std::string m_tail;
    std::string m_sql;
    std::size_t m_max_bytes;
    bool m_empty = true;
};

/// `text` cut to at most `max_chars` characters, with what is not UTF-8 replaced by question
/// marks: a note about a record must never fail for the bytes of that record.
std::string fit_text(std::string_view text, std::size_t max_chars);

} // namespace datasync::state
