// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where layout update XML holds ids.
#pragma once

#include "schema/reference_collector.hpp"

#include <string_view>

namespace datasync::schema {

/// Hands the ids of layout XML to the collector; false when the text is not well formed.
bool scan_layout(std::string_view text, ReferenceCollector& collector);

} // namespace datasync::schema
