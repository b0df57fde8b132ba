// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids for what a file gives none.
#pragma once

#include "datasync/entity_batch.hpp"

#include <cstdint>

namespace datasync::adapters {

/// Counts up; what one run reads never comes round to ids that are still in use.
class MadeUpIds {
public:
    std::uint32_t next()
    {
        if (++m_last < k_first_made_up_id) { m_last = k_first_made_up_id; }
        return m_last;
    }

private:
    std::uint32_t m_last = k_first_made_up_id;
};

} // namespace datasync::adapters
