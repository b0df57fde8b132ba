// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids in sales_flat_shipment.packages: what was put into which parcel.
#pragma once

#include "texts/serialized_collector.hpp"

namespace datasync::texts {

void scan_packages(const SerializedLevel& level, SerializedCollector& collector);

} // namespace datasync::texts
