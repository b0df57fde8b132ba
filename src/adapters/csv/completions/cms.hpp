// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What new static blocks and pages get: when they came and, for a page, its layout.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"

#include <optional>
#include <string>

namespace datasync::adapters {

/// Both entity types; only pages have a layout.
class CmsCompletion : public Completion {
public:
    CmsCompletion(formats::Shape& shape, bool is_page);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    NewField m_created_at;
    NewField m_updated_at;
    std::optional<NewField> m_layout;
    std::string m_now;
};

} // namespace datasync::adapters
