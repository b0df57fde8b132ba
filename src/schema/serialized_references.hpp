// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where PHP-serialized and JSON texts hold ids.
#pragma once

#include "schema/text_references.hpp"

#include <string_view>

namespace datasync::schema {

/// The references of `product_options`, `rule_conditions` or `serialized`; an empty text has none.
TextScan scan_serialized(std::string_view text, ReferencePlace place, const TextFacts& facts);

} // namespace datasync::schema
