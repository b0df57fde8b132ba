// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Multi-row statements below the packet limit, and texts cut to a column's length.
#include "state/bulk.hpp"

#include "util/text.hpp"

#include <utility>

namespace datasync::state {

namespace {

/// Beyond this a longer statement saves nothing, it only holds memory on both sides.
constexpr std::size_t k_max_statement_bytes = 4U << 20U;

} // namespace

BulkStatement::BulkStatement(db::Connection& connection, std::string head, std::string tail)
    : m_connection(connection),
      m_head(std::move(head)),
      m_tail(std::move(tail)),
      m_sql(m_head),
      m_max_bytes(
          std::min<std::size_t>(k_max_statement_bytes, connection.server().max_allowed_packet))
{
}

void BulkStatement::add(std::string_view row)
{
    // The reserve covers the packet's own header.
    constexpr std::size_t k_reserve = 64;
    if (!m_empty && m_sql.size() + row.size() + m_tail.size() + k_reserve > m_max_bytes) {
        flush();
    }
    if (!m_empty) { m_sql += ','; }
    m_sql += row;
    m_empty = false;
}

void BulkStatement::flush()
{
    if (m_empty) { return; }
    m_sql += m_tail;
    m_connection.execute(m_sql);
    m_sql = m_head;
    m_empty = true;
}

std::string fit_text(std::string_view text, std::size_t max_chars)
{
    std::string fitted;
    fitted.reserve(std::min(text.size(), max_chars));
    for (std::size_t chars = 0; !text.empty() && chars < max_chars; ++chars) {
        const std::size_t length = util::utf8_sequence_length(text);
        if (length == 0) {
            fitted += '?';
        } else {
            fitted += text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return fitted;
}

} // namespace datasync::state
