// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Standard output and standard error, with a status line that gets out of the way.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace datasync::report {

/// Where reports write. A status line (the progress bar) is wiped before any other text.
class Console {
public:
    /// The streams must outlive the console; the flags say whether a person looks at them.
    Console(std::ostream& out, std::ostream& err, bool out_is_terminal, bool err_is_terminal)
        : m_out(out),
          m_err(err),
          m_out_is_terminal(out_is_terminal),
          m_err_is_terminal(err_is_terminal)
    {
    }

    /// The process's own standard streams.
    static Console standard();

    /// Text for standard output, as it is.
    void write(std::string_view text);
    /// A line for standard output.
    void line(std::string_view text);
    /// A line for standard error.
    void error_line(std::string_view text);
    /// Shows a status line on standard error in place of the last one; for terminals only.
    void show_status(std::string_view text);
    void clear_status();

    /// Sends everything on. Throws FatalError when standard output took not everything (disk full).
    void flush();

    bool out_is_terminal() const { return m_out_is_terminal; }
    bool err_is_terminal() const { return m_err_is_terminal; }
    /// Columns of the terminal behind standard error; 80 when it cannot be asked.
    std::size_t width() const;

private:
    std::ostream& m_out;
    std::ostream& m_err;
    bool m_out_is_terminal;
    bool m_err_is_terminal;
    bool m_has_status = false;
};

} // namespace datasync::report
