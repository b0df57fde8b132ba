// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/serialized_references.hpp"

#include "texts/option_references.hpp"
#include "texts/package_references.hpp"
#include "texts/rule_references.hpp"
#include "texts/serialized_collector.hpp"

namespace datasync::texts {

TextScan scan_serialized(std::string_view text, ReferencePlace place, const TextFacts& facts)
{
    if (text.empty()) { return {}; }
    const SerializedLevel level(text);
    if (!level.is_read()) { return {{}, {}, {"text that is neither PHP-serialized nor JSON"}}; }
    SerializedCollector collector;
    if (place == ReferencePlace::product_options) {
        scan_product_options(level, collector);
    } else if (place == ReferencePlace::rule_conditions) {
        scan_rule_conditions(level, facts, collector);
    } else if (place == ReferencePlace::packages) {
        scan_packages(level, collector);
    }
    return collector.take();
}

} // namespace datasync::texts
