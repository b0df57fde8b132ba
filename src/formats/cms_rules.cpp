// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/cms_rules.hpp"

#include "util/text.hpp"

namespace datasync::formats {

std::string CmsRules::key_part(std::string_view column, std::string_view text)
{
    if (column != k_stores) { return util::to_lower(text); }
    auto stores = folded_names(text);
    return stores == k_all_stores ? std::string() : stores;
}

} // namespace datasync::formats
