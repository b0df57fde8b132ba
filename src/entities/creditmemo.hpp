// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Credit memos: items, comments.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of credit memos.
std::unique_ptr<EntityHandler> make_creditmemo();

} // namespace datasync::entities
