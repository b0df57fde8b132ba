// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/customer_group.hpp"

#include "schema/customer_groups.hpp"

namespace datasync::adapters {

CustomerGroupCompletion::CustomerGroupCompletion(formats::Shape& shape,
                                                 const CompletionTools& tools)
    : m_tax_class(shape, "tax_class_id"), m_default_tax_class(schema::default_tax_class(tools.shop))
{
}

void CustomerGroupCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    for (auto& record : records) {
        m_tax_class.write(record, formats::Value::known_as(m_default_tax_class));
    }
}

} // namespace datasync::adapters
