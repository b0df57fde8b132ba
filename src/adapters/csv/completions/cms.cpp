// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/cms.hpp"

namespace datasync::adapters {

namespace {

/// The shop's form does not let a page be without one.
constexpr std::string_view k_layout = "one_column";

} // namespace

CmsCompletion::CmsCompletion(formats::Shape& shape, bool is_page)
    : m_created_at(shape, "creation_time"), m_updated_at(shape, "update_time"), m_now(utc_now())
{
    if (is_page) { m_layout.emplace(shape, "root_template"); }
}

void CmsCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    using formats::Value;
    for (auto& record : records) {
        m_created_at.write(record, Value::of(m_now));
        m_updated_at.write(record, Value::of(m_now));
        if (m_layout) { m_layout->write(record, Value::of(k_layout)); }
    }
}

} // namespace datasync::adapters
