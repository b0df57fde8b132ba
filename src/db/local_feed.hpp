// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Answers a server's request for a local file from memory, and only while a load is running.
#pragma once

#include <mysql.h>

#include <string_view>

namespace datasync::db {

/// One connection's handler for LOAD DATA LOCAL. No file is ever opened, whatever name is asked
/// for.
class LocalFeed {
public:
    /// Makes this object the handle's only way to answer; it has to outlive the handle.
    void install(MYSQL& mysql);

    /// From here on one request is answered with `data`.
    void offer(std::string_view data);

    /// From here on requests are refused.
    void withdraw();

private:
    static int on_open(void** feed, const char* file, void* self);
    static int on_read(void* feed, char* buffer, unsigned size);
    static void on_close(void* feed);
    static int on_error(void* feed, char* message, unsigned size);

    std::string_view m_left;
    bool m_offered = false;
};

} // namespace datasync::db
