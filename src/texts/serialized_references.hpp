// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where PHP-serialized and JSON texts hold ids.
#pragma once

#include "texts/text_references.hpp"

#include <string_view>

namespace datasync::texts {

/// The references of `product_options`, `rule_conditions` or `serialized`; an empty text has none.
TextScan scan_serialized(std::string_view text, ReferencePlace place, const TextFacts& facts);

} // namespace datasync::texts
