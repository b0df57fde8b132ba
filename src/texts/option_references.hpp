// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where the options of an ordered product hold ids.
#pragma once

#include "texts/serialized_collector.hpp"

namespace datasync::texts {

/// Hands the ids of sales_flat_order_item.product_options to the collector.
void scan_product_options(const SerializedLevel& level, SerializedCollector& collector);

} // namespace datasync::texts
