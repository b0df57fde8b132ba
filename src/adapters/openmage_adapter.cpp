// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/openmage_adapter.hpp"

namespace datasync::adapters {

std::uint64_t OpenMageAdapter::count()
{
    return m_reader.count();
}

bool OpenMageAdapter::next(EntityBatch& batch)
{
    return m_reader.next(batch);
}

} // namespace datasync::adapters
