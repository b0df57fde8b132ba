// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// CMS static blocks and the stores they are shown in.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of CMS blocks.
std::unique_ptr<EntityHandler> make_cms_block();

} // namespace datasync::entities
