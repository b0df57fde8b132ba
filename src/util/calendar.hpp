// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Days of the calendar.
#pragma once

#include <string_view>

namespace datasync::util {

/// Whether a text is a day that exists, written YYYY-MM-DD.
bool is_real_date(std::string_view text);

} // namespace datasync::util
