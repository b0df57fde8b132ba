// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/customer_group.hpp"

#include "schema/customer_groups.hpp"

namespace datasync::adapters {

CustomerGroupCompletion::CustomerGroupCompletion(formats::Shape& shape,
                                                 const CompletionTools& tools)
    : m_tax_class(add_for_new(shape, "tax_class_id")),
      m_default_tax_class(schema::default_tax_class(tools.shop))
{
}

void CustomerGroupCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    if (!m_tax_class) { return; }
    for (auto& record : records) {
        record.set(0, *m_tax_class, formats::Value::known_as(m_default_tax_class));
    }
}

} // namespace datasync::adapters
