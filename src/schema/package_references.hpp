// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids in sales_flat_shipment.packages: what was put into which parcel.
#pragma once

#include "schema/serialized_collector.hpp"

namespace datasync::schema {

void scan_packages(const SerializedLevel& level, SerializedCollector& collector);

} // namespace datasync::schema
