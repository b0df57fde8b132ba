// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds the ids in paths of the shop, as URL rewrites hold them.
#pragma once

#include "texts/reference_collector.hpp"

#include <string_view>

namespace datasync::texts {

/// Adds the ids of a path: `catalog/product/view/id/17/category/5`, `cms/page/view/page_id/3`, and
/// what the shop calls a record by, `product/17`, `product/17/5` (in category 5), `category/5`,
/// with or without more behind it. Any other text, and the address of another site, has none.
void scan_path(std::string_view text, ReferenceCollector& collector);

} // namespace datasync::texts
