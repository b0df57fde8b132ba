// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// URL redirects: the rewrites that people made. The shop makes the others itself.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of URL redirects.
std::unique_ptr<EntityHandler> make_url_redirect();

} // namespace datasync::entities
