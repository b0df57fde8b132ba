// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Puts the id of a target that has come into the row that was written without it.
#pragma once

#include "datasync/deferred_reference.hpp"
#include "schema/shop.hpp"

#include <cstdint>

namespace datasync::schema {

/// Delivers one reference inside the caller's transaction. False when there was nothing to
/// deliver to: the row is gone, or holds something else by now, which is left as it is.
bool deliver_reference(const Shop& target, const DeferredReference& reference,
                       std::uint32_t target_id);

} // namespace datasync::schema
