// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/rule_references.hpp"

#include "texts/reference_collector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace datasync::texts {

namespace {

/// An attribute that conditions ask for, and what its values refer to.
struct ConditionAttribute {
    std::string_view code;
    std::string_view target;
};

constexpr std::array k_attributes = {
    ConditionAttribute{"category_ids", "category"},
    ConditionAttribute{"category_id", "category"},
    ConditionAttribute{"attribute_set_id", "attribute_set"},
    ConditionAttribute{"region_id", "region"},
    ConditionAttribute{"customer_group_id", "customer_group"},
    ConditionAttribute{"group_id", "customer_group"},
    ConditionAttribute{"store_id", "store"},
    ConditionAttribute{"website_id", "website"},
    ConditionAttribute{"product_id", "product"},
    ConditionAttribute{"product_ids", "product"},
};

std::string_view target_of(std::string_view code, const TextFacts& facts)
{
    const auto* const found =
        std::find_if(k_attributes.begin(), k_attributes.end(),
                     [code](const ConditionAttribute& row) { return row.code == code; });
    if (found != k_attributes.end()) { return found->target; }
    const bool has_options =
        facts.option_attributes != nullptr && facts.option_attributes->contains(std::string(code));
    return has_options ? "eav_attribute_option" : std::string_view();
}

/// Whether an attribute of which nothing is known asks for ids all the same. Maho has conditions on
/// customer segments.
bool looks_like_id(std::string_view code)
{
    return code.ends_with("_id") || code.ends_with("_ids") || code == "customer_segment";
}

void scan_condition(const SerializedLevel& level, const SerializedNode& condition,
                    const TextFacts& facts, SerializedCollector& collector)
{
    const SerializedTree& tree = level.tree();
    const SerializedNode* const attribute = tree.find(condition, "attribute");
    const bool has_attribute = attribute != nullptr && attribute->kind == NodeKind::text;
    const std::string_view code = has_attribute ? tree.value(*attribute) : std::string_view();
    const std::string_view target = target_of(code, facts);
    tree.for_each_child(condition, [&](const SerializedNode& node) {
        const std::string_view key = tree.key(node);
        if (key == "conditions" || key == "actions") {
            tree.for_each_child(node, [&](const SerializedNode& child) {
                scan_condition(level, child, facts, collector);
            });
        } else if (key == "value" && has_attribute) {
            // Without a target the numbers are listed all the same: which attributes have options
            // is not known where a reference is delivered, and its position has to be.
            const std::size_t before = collector.references();
            collector.add_value(level, node, target);
            if (target.empty() && looks_like_id(code) && collector.references() > before) {
                collector.note(
                    fmt::format("the condition {}={}", shown(code), shown(tree.value(node))));
            }
        }
    });
}

} // namespace

void scan_rule_conditions(const SerializedLevel& level, const TextFacts& facts,
                          SerializedCollector& collector)
{
    scan_condition(level, level.tree().root(), facts, collector);
}

} // namespace datasync::texts
