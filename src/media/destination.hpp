// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The media folder that files are brought into: what is there, and that nothing lands outside.
#pragma once

#include "util/file_handle.hpp"

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

namespace datasync::media {

/// What stands in the destination under a path.
struct PresentFile {
    std::optional<struct stat> info;     ///< Of the file, also one behind a symbolic link.
    std::optional<std::string> obstacle; ///< Why no file may be put there.
};

/// A folder below the media folder, or why there is none.
struct OpenedFolder {
    util::FileHandle handle; ///< Good for openat() and its kin.
    std::optional<std::string> problem;
};

/// What to do about folders that are not there.
enum class MissingFolders { leave, create };

/// The media folder of the destination. Used by several threads.
class Destination {
public:
    /// Throws UsageError when the folder cannot be opened.
    explicit Destination(const std::string& media_path);

    /// What is there under a checked path.
    PresentFile look(std::string_view path) const;

    /// Opens the folder `relative` ("" is the media folder itself). One that lies outside, behind a
    /// symbolic link, is a problem, and so is one that could not be made for that reason. Without
    /// handle and problem it is not there.
    OpenedFolder open_folder(std::string_view relative, MissingFolders missing) const;

private:
    OpenedFolder create_folders(std::string_view relative) const;
    std::optional<std::string> check_inside(const util::FileHandle& folder,
                                            std::string_view relative) const;

    util::FileHandle m_root;
    std::string m_real_path;
};

} // namespace datasync::media
