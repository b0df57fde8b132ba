// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/newsletter.hpp"

#include <array>
#include <random>

namespace datasync::adapters {

namespace {

constexpr std::string_view k_subscribed = "1";
constexpr std::size_t k_code_length = 32;

/// What the link that ends a subscription asks for: nobody can guess it.
std::string random_code()
{
    constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    static std::random_device device;
    std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
    std::string code;
    for (std::size_t i = 0; i < k_code_length; ++i) { code += letters[any(device)]; }
    return code;
}

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
        const auto code = random_code();
        m_code.write(record, formats::Value::of({arena.store(code), code.size()}));
    }
}

} // namespace datasync::adapters
