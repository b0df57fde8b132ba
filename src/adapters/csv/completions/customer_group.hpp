// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tax class of new customer groups.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/scope_defaults.hpp"

#include <string>

namespace datasync::adapters {

/// Groups whose file names none are taxed as the shop's default group is.
class CustomerGroupCompletion : public Completion {
public:
    CustomerGroupCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    NewField m_tax_class;
    std::string m_default_tax_class;
};

} // namespace datasync::adapters
