// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A Magento 1, OpenMage or Maho database as a source.
#pragma once

#include "datasync/source_adapter.hpp"
#include "schema/aggregate_reader.hpp"

namespace datasync::adapters {

/// Reads whole entities straight from the shop's tables.
class OpenMageAdapter : public SourceAdapter {
public:
    explicit OpenMageAdapter(schema::SourceReader reader) : m_reader(std::move(reader)) {}

    std::uint64_t count() override;
    bool next(EntityBatch& batch) override;

private:
    schema::SourceReader m_reader;
};

} // namespace datasync::adapters
