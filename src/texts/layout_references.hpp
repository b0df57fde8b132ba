// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where layout update XML holds ids.
#pragma once

#include "texts/reference_collector.hpp"

#include <string_view>

namespace datasync::texts {

/// Hands the ids of layout XML to the collector; false when the text is not well formed.
bool scan_layout(std::string_view text, ReferenceCollector& collector);

} // namespace datasync::texts
