// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of ours, and how well they are kept from others.
#pragma once

#include "util/file_handle.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace datasync::util {

/// A file in the folder for temporary files (TMPDIR) that has no name: it is gone with its handle.
/// Not open where none can be made; errno says why.
FileHandle make_nameless_file();

/// What an existing content of a file is worth.
enum class FileContent { keep, discard };

/// Makes sure that a file can be written; a new one is readable by its owner alone, because what
/// we write holds data of customers. Throws UsageError; `what` names the file's duty
/// ("--rejects").
void prepare_private_file(const std::filesystem::path& path, FileContent content,
                          const std::string& what);

/// Whether any of the permission bits in `mask` is set for a file; false when it cannot be asked.
bool has_permission(const std::filesystem::path& path, mode_t mask);

/// Makes an empty file beside `path` that its owner alone may read, and puts its name into `name`;
/// -1 with errno when that fails.
int make_beside(const std::filesystem::path& path, std::string& name);

/// Writes all of it; false with errno when that fails.
bool write_all(int handle, std::string_view content);

/// Throws UsageError when no file can be made beside `path`, or it is a folder; `what` names the
/// file's duty.
void check_replaceable(const std::filesystem::path& path, const std::string& what);

/// Puts a file that everybody may read in the place of another: whoever opens it sees either the
/// old content or the new one, whole. Returns why that did not work, or "".
std::string replace_file(const std::filesystem::path& path, std::string_view content);

/// The whole content of a file. Throws UsageError when it cannot be read.
std::string read_file(const std::filesystem::path& path);

} // namespace datasync::util
