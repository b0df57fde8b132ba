// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A web server over TLS with a certificate that nobody vouches for.
#pragma once

#include "support/program.hpp"

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace datasync::test {

/// `openssl s_server` delivering a folder; it ends with this.
class TlsServer {
public:
    explicit TlsServer(const std::filesystem::path& folder);
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    /// "https://127.0.0.1:port"
    const std::string& url() const { return m_url; }

private:
    TempFolder m_files;
    pid_t m_pid = 0;
    std::string m_url;
};

} // namespace datasync::test
