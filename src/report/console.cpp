// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Standard output and standard error, with a status line that gets out of the way.
#include "report/console.hpp"

#include "datasync/error.hpp"

#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace datasync::report {

Console Console::standard()
{
    return {std::cout, std::cerr, ::isatty(STDOUT_FILENO) == 1, ::isatty(STDERR_FILENO) == 1};
}

void Console::write(std::string_view text)
{
    clear_status();
    m_out << text;
}

void Console::line(std::string_view text)
{
    clear_status();
    m_out << text << '\n';
}

void Console::error_line(std::string_view text)
{
    clear_status();
    // Standard error is not buffered: what was written before must come before.
    if (m_out_is_terminal && m_err_is_terminal) { m_out.flush(); }
    m_err << text << '\n';
    m_err.flush();
}

void Console::show_status(std::string_view text)
{
    if (!m_err_is_terminal) { return; }
    if (m_out_is_terminal) { m_out.flush(); }
    m_err << "\r" << text << "\033[K";
    m_err.flush();
    m_has_status = true;
}

void Console::clear_status()
{
    if (!m_has_status) { return; }
    m_err << "\r\033[K";
    m_err.flush();
    m_has_status = false;
}

void Console::flush()
{
    clear_status();
    m_out.flush();
    if (m_out.fail()) {
        fatal(ExitCode::internal_error,
              "cannot write to standard output: the report above is not complete; check the free "
              "space where it goes");
    }
}

std::size_t Console::width() const
{
    winsize size = {};
    const bool is_known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : 80;
}

} // namespace datasync::report
