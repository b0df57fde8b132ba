// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/package_references.hpp"

#include <string_view>

namespace datasync::texts {

namespace {

void scan_item(const SerializedLevel& level, const SerializedNode& item,
               SerializedCollector& collector)
{
    const SerializedTree& tree = level.tree();
    // Items of a parcel stand under the order's item, or, where the label was made later, under
    // the shipment's own, which nothing reads.
    const SerializedNode* const order_item = tree.find(item, "order_item_id");
    const bool is_order_item = order_item != nullptr && tree.value(*order_item) == tree.key(item);
    collector.add_key(level, item, is_order_item ? "order_item" : "");
    tree.for_each_child(item, [&](const SerializedNode& node) {
        const std::string_view key = tree.key(node);
        if (key == "order_item_id") { collector.add_value(level, node, "order_item"); }
        if (key == "product_id") { collector.add_value(level, node, "product"); }
    });
}

} // namespace

void scan_packages(const SerializedLevel& level, SerializedCollector& collector)
{
    const SerializedTree& tree = level.tree();
    tree.for_each_child(tree.root(), [&](const SerializedNode& package) {
        const SerializedNode* const items = tree.find(package, "items");
        if (items == nullptr) { return; }
        tree.for_each_child(*items,
                            [&](const SerializedNode& item) { scan_item(level, item, collector); });
    });
}

} // namespace datasync::texts
