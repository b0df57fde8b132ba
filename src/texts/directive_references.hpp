// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where CMS texts hold ids.
#pragma once

#include "texts/reference_collector.hpp"

#include <string_view>

namespace datasync::texts {

/// Hands the ids in the `{{...}}` directives of a CMS text to the collector. Addresses outside
/// directives (href="/catalog/product/view/id/12") are text that the shop prints as it is: they may
/// as well lead to another site, so that nothing there is taken for an id.
void scan_directives(std::string_view text, ReferenceCollector& collector);

} // namespace datasync::texts
