// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/review.hpp"

#include "schema/known_reviews.hpp"

#include <fmt/format.h>

#include <vector>

namespace datasync::adapters {

using formats::FileRecord;
using formats::Says;
using formats::Value;

namespace {

constexpr std::string_view k_pending = "Pending";
constexpr std::string_view k_customer = "customer_id";
constexpr std::string_view k_store = "store_id";

std::string_view store_digits(std::uint32_t id, Arena& arena)
{
    const auto digits = std::to_string(id);
    return {arena.store(digits), digits.size()};
}

} // namespace

ReviewCompletion::ReviewCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_shop(tools.shop),
      m_names(tools.names),
      m_scopes(tools.shop),
      m_accounts(tools.shop),
      m_detail(*shape.find_table("review_detail")),
      m_store_table(*shape.find_table("review_store")),
      m_sku(*shape.find(0, "entity_pk_value")),
      m_nickname(*shape.find(m_detail, "nickname")),
      m_title(*shape.find(m_detail, "title")),
      m_store(*shape.find(m_store_table, k_store)),
      m_customer(shape.find(m_detail, k_customer)),
      m_created_at(shape.find(0, "created_at")),
      m_votes(shape.find_table("rating_option_vote")),
      m_status(shape, "status_id"),
      m_new_created_at(shape, "created_at"),
      m_now(utc_now())
{
    if (m_votes) { m_vote_customer = shape.find(*m_votes, k_customer); }
    if (!shape.has(m_detail, k_store)) {
        m_written_in = shape.add(
            {.table = m_detail, .name = std::string(k_store), .store = {}, .is_for_new = true});
    }
}

void ReviewCompletion::complete(std::span<FileRecord> records, Arena& arena)
{
    find_records(records);
    std::vector<std::string> emails;
    for (const auto& record : records) {
        const auto detail = row_of(record, m_detail);
        if (!m_customer || !detail) { continue; }
        const auto* said = record.find(*detail, *m_customer);
        if (said != nullptr && said->says == Says::name) { emails.emplace_back(said->text); }
    }
    m_accounts.load({}, emails);
    for (auto& record : records) {
        m_status.write(record, Value::named(k_pending));
        m_new_created_at.write(record, Value::of(m_now));
        const auto detail = row_of(record, m_detail);
        if (!detail) { continue; }
        const auto first = *record.find(add_stores(record, arena), m_store);
        if (m_written_in) { record.set(*detail, *m_written_in, first); }
        const auto store = first.says == Says::name ? m_names.find("store", first.text, {})
                                                    : std::optional(parse_id(first.text));
        find_customer(record, m_scopes.website_of(store.value_or(0)), arena);
    }
}

void ReviewCompletion::find_records(std::span<FileRecord> records) const
{
    std::vector<schema::ReviewText> wanted;
    std::vector<FileRecord*> asking;
    for (auto& record : records) {
        const auto detail = row_of(record, m_detail);
        if (!detail) { continue; }
        wanted.push_back({std::string(text(record, 0, m_sku)),
                          std::string(text(record, *detail, m_nickname)),
                          std::string(text(record, *detail, m_title))});
        asking.push_back(&record);
    }
    auto found = schema::known_reviews(m_shop, wanted);
    for (std::size_t i = 0; i < asking.size(); ++i) {
        const auto moment = m_created_at ? text(*asking[i], 0, *m_created_at) : std::string_view();
        auto& same = found[i];
        if (!moment.empty()) {
            std::erase_if(same, [&](const auto& review) { return review.created_at != moment; });
        } else if (same.size() > 1) {
            asking[i]->refusals.push_back(
                {m_sku, std::string(text(*asking[i], 0, m_sku)),
                 fmt::format("has {} reviews of that nickname and title: created_at has to say "
                             "which one is meant",
                             same.size())});
        }
        // A form that was sent twice has made two of one moment.
        asking[i]->target = same.empty() ? 0 : same.front().id;
    }
}

std::size_t ReviewCompletion::add_stores(FileRecord& record, Arena& arena) const
{
    if (const auto row = row_of(record, m_store_table)) { return *row; }
    const auto add = [&](std::uint32_t id) {
        const auto row = record.add_row(m_store_table);
        record.set(row, m_store, Value::known_as(store_digits(id, arena)));
        return row;
    };
    const auto first = add(m_scopes.default_store(m_scopes.default_website()));
    for (const auto& store : m_scopes.stores()) {
        if (store.id != m_scopes.default_store(m_scopes.default_website())) { add(store.id); }
    }
    add(0);
    return first;
}

void ReviewCompletion::find_customer(FileRecord& record, std::uint32_t website, Arena& arena) const
{
    const auto detail = row_of(record, m_detail);
    if (!m_customer) { return; }
    const auto* said = record.find(*detail, *m_customer);
    if (said == nullptr || said->says != Says::name) { return; }
    const auto* account = m_accounts.by_email(said->text, website);
    // Whoever has no account has written as a guest.
    const auto customer =
        account == nullptr ? Value{} : Value::at_target(store_digits(account->id, arena));
    record.replace(*detail, *m_customer, customer);
    for (std::size_t row = 0; m_vote_customer && row < record.size(); ++row) {
        if (record[row].table == *m_votes) { record.replace(row, *m_vote_customer, customer); }
    }
}

std::optional<std::size_t> ReviewCompletion::row_of(const FileRecord& record, std::size_t table)
{
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (record[row].table == table) { return row; }
    }
    return std::nullopt;
}

std::string_view ReviewCompletion::text(const FileRecord& record, std::size_t row,
                                        std::size_t field)
{
    const auto* value = record.find(row, field);
    return value == nullptr ? std::string_view() : value->text;
}

} // namespace datasync::adapters
