// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/serialized_references.hpp"

#include "schema/option_references.hpp"
#include "schema/package_references.hpp"
#include "schema/rule_references.hpp"
#include "schema/serialized_collector.hpp"

namespace datasync::schema {

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

} // namespace datasync::schema
