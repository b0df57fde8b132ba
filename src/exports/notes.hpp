// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What an export could not say as it is in the shop, and which records that concerns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// Remarks, each once with the first records that it holds for. Memory does not grow with the shop.
class Notes {
public:
    /// Notes that `remark` holds for the record that people know as `label`.
    void add(std::string_view remark, std::string_view label);

    /// "column dob is not a date: 3 records, anna@example.com, ..." for each remark.
    std::vector<std::string> texts() const;

private:
    struct Note {
        std::string remark;
        std::uint64_t records = 0;
        std::vector<std::string> labels;
    };

    std::vector<Note> m_notes;
    std::uint64_t m_further = 0; ///< Remarks that came when there were too many already.
};

} // namespace datasync::exports
