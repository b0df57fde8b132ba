// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Paths of files below a media folder: which are safe, and how they look in a URL.
#pragma once

#include <string>
#include <string_view>

namespace datasync::media {

/// A path as it came from a record, after the check.
struct CheckedPath {
    std::string path;    ///< Without empty and "." components; as it came when there is a problem.
    std::string problem; ///< Why it names no file below the folder; empty: it does.
};

/// Refuses what could lead out of the folder or is no name of a file.
CheckedPath checked_path(std::string_view path);

/// The folder of a checked path ("" when it lies in the media folder itself) and its file name.
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);

/// The address of a checked path below `base_url`; all bytes but letters, digits and "-._~/" are
/// percent-encoded.
std::string url_of(std::string_view base_url, std::string_view path);

/// Whether the name ends like that of an image.
bool is_image_name(std::string_view path);

} // namespace datasync::media
