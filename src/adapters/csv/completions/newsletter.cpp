// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/newsletter.hpp"

#include "adapters/csv/random_code.hpp"

namespace datasync::adapters {

namespace {

constexpr std::string_view k_subscribed = "1";
/// Of what the link that ends a subscription asks for: nobody can guess it.
constexpr std::size_t k_code_length = 32;
constexpr std::string_view k_code_letters = "0123456789abcdefghijklmnopqrstuvwxyz";

} // namespace

NewsletterCompletion::NewsletterCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_names(tools.names),
      m_scopes(tools.shop),
      m_store(shape, "store_id", "store", DefaultFor::all_records),
      m_status(shape, "subscriber_status"),
      m_code(shape, "subscriber_confirm_code")
{
}

void NewsletterCompletion::complete(std::span<formats::FileRecord> records, Arena& arena)
{
    const auto home = m_scopes.default_store(m_scopes.default_website());
    for (auto& record : records) {
        m_store.write(record, m_store.read(record, m_names).value_or(home), arena);
        m_status.write(record, formats::Value::of(k_subscribed));
        m_code.write(record, value_of(random_code(k_code_letters, k_code_length), arena));
    }
}

} // namespace datasync::adapters
