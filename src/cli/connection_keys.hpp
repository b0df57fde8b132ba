// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The values that make up a connection, and how each layer of configuration spells them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::cli {

/// A value of a connection that a layer can give.
enum class ConnectionKey : std::size_t {
    host,
    port,
    socket,
    name,
    user,
    password,
    prefix,
    ssl_ca,
    ssl_cert,
    ssl_key,
    ssl_mode,
    time_zone,
};

/// How a value is spelled.
struct KeySpelling {
    std::string_view option;      ///< After --db- or --dest-.
    std::string_view environment; ///< After DATASYNC_LIVE_ or DATASYNC_DEST_.
    std::string_view option_file; ///< In a group of an option file, with underscores.
    std::string_view help;
};

/// In the order of ConnectionKey.
inline constexpr auto k_key_spellings = std::to_array<KeySpelling>({
    {"host", "HOST", "host", "server (localhost: through its socket)"},
    {"port", "PORT", "port", "TCP port"},
    {"socket", "SOCKET", "socket", "path of the server's socket"},
    {"name", "DB", "database", "name of the database"},
    {"user", "USER", "user", "database user"},
    {"pass", "PASS", "password", "password (better: environment or file)"},
    {"prefix", "PREFIX", "table_prefix", "prefix of the shop's tables"},
    {"ssl-ca", "SSL_CA", "ssl_ca", "file of the certificate authority"},
    {"ssl-cert", "SSL_CERT", "ssl_cert", "file of the client's certificate"},
    {"ssl-key", "SSL_KEY", "ssl_key", "file of the client's key"},
    {"ssl-mode", "SSL_MODE", "ssl_mode",
     "disabled, preferred (default), required, verify_ca, verify_identity"},
    {"time-zone", "TIME_ZONE", "time_zone", "session time zone (default: the shop's own)"},
});

inline constexpr std::size_t k_connection_keys = k_key_spellings.size();

/// What one layer gives.
struct LayerValues {
    std::array<std::optional<std::string>, k_connection_keys> values;

    std::optional<std::string>& operator[](ConnectionKey key)
    {
        return values[static_cast<std::size_t>(key)];
    }
    const std::optional<std::string>& operator[](ConnectionKey key) const
    {
        return values[static_cast<std::size_t>(key)];
    }

    /// Whether the layer gives anything of the connection itself (the time zone alone is nothing).
    bool is_present() const
    {
        for (std::size_t i = 0; i < k_connection_keys; ++i) {
            if (i != static_cast<std::size_t>(ConnectionKey::time_zone) && values[i]) {
                return true;
            }
        }
        return false;
    }
};

/// One of the two databases of a run, in the words of each layer.
struct Side {
    std::string_view noun;               ///< "source"
    std::string_view option_prefix;      ///< "--db-"
    std::string_view environment_prefix; ///< "DATASYNC_LIVE_"
    std::string_view option_group;       ///< "datasync_source"
};

inline constexpr Side k_source_side{"source", "--db-", "DATASYNC_LIVE_", "datasync_source"};
inline constexpr Side k_destination_side{"destination", "--dest-", "DATASYNC_DEST_",
                                         "datasync_dest"};

} // namespace datasync::cli
