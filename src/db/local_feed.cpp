// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The callbacks of the client library's local-infile interface.
#include "db/local_feed.hpp"

#include <algorithm>
#include <cstring>

namespace datasync::db {

namespace {

/// The client libraries' own number for errors without one.
constexpr int k_unknown_error = 2000;
constexpr std::string_view k_refusal = "the server asked for a local file and was refused";

} // namespace

void LocalFeed::install(MYSQL& mysql)
{
    const unsigned enabled = 1;
    (void)mysql_options(&mysql, MYSQL_OPT_LOCAL_INFILE, &enabled);
    mysql_set_local_infile_handler(&mysql, on_open, on_read, on_close, on_error, this);
}

void LocalFeed::offer(std::string_view data)
{
    m_left = data;
    m_offered = true;
}

void LocalFeed::withdraw()
{
    m_left = {};
    m_offered = false;
}

int LocalFeed::on_open(void** feed, const char* /*file*/, void* self)
{
    *feed = self;
    auto& own = *static_cast<LocalFeed*>(self);
    const bool answer = own.m_offered;
    own.m_offered = false; // A second request during one load is nothing we asked for.
    return answer ? 0 : 1;
}

int LocalFeed::on_read(void* feed, char* buffer, unsigned size)
{
    auto& own = *static_cast<LocalFeed*>(feed);
    const auto count = std::min<std::size_t>(size, own.m_left.size());
    if (count == 0) { return 0; }
    std::memcpy(buffer, own.m_left.data(), count);
    own.m_left.remove_prefix(count);
    return static_cast<int>(count);
}

void LocalFeed::on_close(void* feed)
{
    if (feed != nullptr) { static_cast<LocalFeed*>(feed)->m_left = {}; }
}

int LocalFeed::on_error(void* /*feed*/, char* message, unsigned size)
{
    if (size > 0) {
        const auto count = std::min<std::size_t>(size - 1, k_refusal.size());
        std::memcpy(message, k_refusal.data(), count);
        message[count] = '\0';
    }
    return k_unknown_error;
}

} // namespace datasync::db
