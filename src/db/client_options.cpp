// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Options for MariaDB Connector/C and for Oracle's libmysqlclient 8 and 9.
#include "db/client_options.hpp"

#include "datasync/error.hpp"

#include <fmt/format.h>

namespace datasync::db {

namespace {

constexpr unsigned long k_gibibyte = 1UL << 30U;

/// Whether the line is a socket of this machine, which nobody else can listen to.
bool is_local_socket(const ConnectionSettings& settings)
{
    return !settings.socket.empty() ||
           (settings.port == 0 && (settings.host.empty() || settings.host == "localhost"));
}

void set_option(MYSQL& mysql, mysql_option option, const void* value)
{
    // A refused option is a library built without it; what matters is checked after connecting.
    (void)mysql_options(&mysql, option, value);
}

void set_path(MYSQL& mysql, mysql_option option, const std::string& path)
{
    if (!path.empty()) { set_option(mysql, option, path.c_str()); }
}

/// On a local socket "preferred" does without: encryption there costs time and hides nothing.
SslMode effective_mode(const ConnectionSettings& settings)
{
    return settings.ssl_mode == SslMode::preferred && is_local_socket(settings) ? SslMode::disabled
                                                                                : settings.ssl_mode;
}

#if defined(MARIADB_PACKAGE_VERSION) || defined(MARIADB_BASE_VERSION)

/// Connector/C knows "use TLS" and "verify"; verifying includes the host name, so verify_ca is as
/// strict as verify_identity here. Its "use TLS" goes on without where the server has none, which
/// lacks_required_tls() finds afterwards; with "verify" it refuses by itself.
void apply_tls(MYSQL& mysql, const ConnectionSettings& settings)
{
    const auto mode = effective_mode(settings);
    const my_bool use = mode != SslMode::disabled ? 1 : 0;
    const my_bool verify = mode == SslMode::verify_ca || mode == SslMode::verify_identity ? 1 : 0;
    set_option(mysql, MYSQL_OPT_SSL_ENFORCE, &use);
    set_option(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    const my_bool reconnect = 0;
    set_option(mysql, MYSQL_OPT_RECONNECT, &reconnect);
}

#else

/// libmysqlclient has the modes themselves; it never reconnects unless told to.
void apply_tls(MYSQL& mysql, const ConnectionSettings& settings)
{
    unsigned mode = SSL_MODE_PREFERRED;
    switch (effective_mode(settings)) {
    case SslMode::disabled:
        mode = SSL_MODE_DISABLED;
        break;
    case SslMode::preferred:
        mode = SSL_MODE_PREFERRED;
        break;
    case SslMode::required:
        mode = SSL_MODE_REQUIRED;
        break;
    case SslMode::verify_ca:
        mode = SSL_MODE_VERIFY_CA;
        break;
    case SslMode::verify_identity:
        mode = SSL_MODE_VERIFY_IDENTITY;
        break;
    }
    set_option(mysql, MYSQL_OPT_SSL_MODE, &mode);
}

#endif

/// Holds the library's per-thread data for as long as the thread lives.
class ClientThread {
public:
    ClientThread()
    {
        // The first caller initializes the library; a local static makes the others wait for it.
        static const bool ready = mysql_library_init(0, nullptr, nullptr) == 0;
        if (!ready || mysql_thread_init() != 0) {
            fatal(ExitCode::internal_error, "The database client library cannot be initialized.");
        }
    }
    ~ClientThread() { mysql_thread_end(); }
    ClientThread(const ClientThread&) = delete;
    ClientThread& operator=(const ClientThread&) = delete;
};

} // namespace

void apply_client_options(MYSQL& mysql, const ConnectionSettings& settings)
{
    set_option(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &settings.connect_timeout_s);
    set_option(mysql, MYSQL_OPT_READ_TIMEOUT, &settings.read_timeout_s);
    set_option(mysql, MYSQL_OPT_WRITE_TIMEOUT, &settings.write_timeout_s);
    set_option(mysql, MYSQL_OPT_MAX_ALLOWED_PACKET, &k_gibibyte);
    set_option(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    (void)mysql_options4(&mysql, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", "datasync");

    if (effective_mode(settings) != SslMode::disabled) {
        set_path(mysql, MYSQL_OPT_SSL_CA, settings.ssl_ca);
        set_path(mysql, MYSQL_OPT_SSL_CERT, settings.ssl_cert);
        set_path(mysql, MYSQL_OPT_SSL_KEY, settings.ssl_key);
    }
    // After the files, whose presence alone makes Connector/C turn TLS on.
    apply_tls(mysql, settings);

    // "localhost" means the socket to both libraries, even with a port: say what is meant.
    const unsigned protocol =
        is_local_socket(settings) ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP;
    set_option(mysql, MYSQL_OPT_PROTOCOL, &protocol);
}

bool lacks_required_tls(MYSQL& mysql, const ConnectionSettings& settings)
{
    const bool needed =
        settings.ssl_mode != SslMode::disabled && settings.ssl_mode != SslMode::preferred;
    return needed && mysql_get_ssl_cipher(&mysql) == nullptr;
}

std::string connect_hint(unsigned code, const ConnectionSettings& settings)
{
    switch (code) {
    case 1045:
    case 1698:
        return "check user and password, and from which hosts the user may log in";
    case 1044:
        return fmt::format("check the database name and that the user has rights to \"{}\"",
                           settings.database);
    case 1049:
        return fmt::format("check that the database \"{}\" exists", settings.database);
    case 1040:
    case 1203:
    case 1226:
        return "the server has no connection left for this user; try again later";
    case 1129:
        return "the server blocks this host after many errors; its operator can flush that";
    case 1130:
        return "the server takes no connections from this host; check its users' hosts";
    case 2005:
        return "check the spelling of the host name and the name service";
    case 2026:
        return "check the TLS mode, the certificate files and what the server offers";
    case 2059:
    case 2061:
    case 1251:
        return "the client cannot use the user's authentication method this way; try TLS, or "
               "another method for this user";
    case 2012:
    case 2013:
        return "check that a database server listens there, and firewalls in between";
    default:
        break;
    }
    return is_local_socket(settings)
               ? "check that the server runs on this machine and where its socket is"
               : "check that the server runs there, host and port, and firewalls in between";
}

void enter_client_thread()
{
    thread_local const ClientThread thread;
    (void)thread;
}

} // namespace datasync::db
