// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/cms.hpp"

namespace datasync::adapters {

namespace {

/// The shop's form does not let a page be without one.
constexpr std::string_view k_layout = "one_column";

} // namespace

CmsCompletion::CmsCompletion(formats::Shape& shape, bool is_page)
    : m_created_at(add_for_new(shape, "creation_time")),
      m_updated_at(add_for_new(shape, "update_time")),
      m_now(utc_now())
{
    if (is_page) { m_layout = add_for_new(shape, "root_template"); }
}

void CmsCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    using formats::Value;
    for (auto& record : records) {
        for (const auto& field : {m_created_at, m_updated_at}) {
            if (field) { record.set(0, *field, Value::of(m_now)); }
        }
        if (m_layout) { record.set(0, *m_layout, Value::of(k_layout)); }
    }
}

} // namespace datasync::adapters
