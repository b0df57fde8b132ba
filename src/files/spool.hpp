// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Standard input as a file that can be read more than once.
#pragma once

#include "util/file_handle.hpp"

#include <string>

namespace datasync::files {

/// Copies standard input to a file without a name, which is gone with the object.
class Spool {
public:
    /// Reads all of it. Throws FatalError when it cannot be read or kept.
    Spool();
    /// What to open, as often as needed.
    const std::string& path() const { return m_path; }

private:
    util::FileHandle m_file;
    std::string m_path;
};

} // namespace datasync::files
