// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is wrong in a file of the user's and where: the same words for who loads it and who lints
// it.
#pragma once

#include "datasync/error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::files {

/// Longest part of a value that a message shows, in bytes.
inline constexpr std::size_t k_longest_shown_value = 60;

/// A fault in a file. As a value it concerns one record, and what follows can be read; where
/// nothing more can be known of the file it is thrown, as a FileError.
struct FileFault {
    std::string file = {};       ///< As messages name it, see InputFile::name().
    std::uint64_t line = 0;      ///< From 1; 0: the file as a whole.
    std::uint64_t character = 0; ///< Where in the line, from 1; 0: the column says it, or nothing.
    std::size_t column = 0;      ///< Number of the cell in its record, from 1; 0: the whole record.
    std::string column_name = {};          ///< What the header calls it; "" where there is none.
    std::optional<std::string> value = {}; ///< The cell's whole text, where that is what is wrong.
    /// What is wrong, without a full stop: a sentence about the value where there is one ("is not a
    /// number"), else one of its own.
    std::string message = {};
};

/// One line for people: `orders.csv, line 17, column grand_total: "12,50" is not a number`. Fit for
/// a terminal; long values are cut.
std::string text_of(const FileFault& fault);

/// The same without file and line, for whoever has said these: `column grand_total: "12,50" is not
/// a number`.
std::string words_of(const FileFault& fault);

/// The beginning of a value, not longer than `longest` bytes, cut between characters of UTF-8 and
/// followed by "..." where something is missing.
std::string shortened(std::string_view value, std::size_t longest = k_longest_shown_value);

/// What ends the reading of a file: it is damaged in a way that leaves open what the rest means, or
/// its header is wrong. Nobody who reads on past it can say which cell belongs to which record.
class FileError : public FatalError {
public:
    explicit FileError(FileFault fault);

    const FileFault& fault() const noexcept { return m_fault; }

private:
    FileFault m_fault;
};

} // namespace datasync::files
