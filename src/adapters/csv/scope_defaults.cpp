// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/scope_defaults.hpp"

#include "util/text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace datasync::adapters {

namespace {

std::size_t find_or_add(formats::Shape& shape, std::string_view column, DefaultFor added_for)
{
    const auto& fields = shape.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].table == 0 && fields[i].name == column) { return i; }
    }
    return shape.add({.table = 0,
                      .name = std::string(column),
                      .store = {},
                      .is_for_new = added_for == DefaultFor::new_records});
}

} // namespace

ScopeField::ScopeField(formats::Shape& shape, std::string_view column, std::string_view kind,
                       DefaultFor added_for)
    : m_kind(kind), m_field(find_or_add(shape, column, added_for))
{
}

std::optional<std::uint32_t> ScopeField::read(const formats::FileRecord& record,
                                              const ShopNames& names) const
{
    const auto* value = record.find(0, m_field);
    if (value == nullptr || value->text.empty()) { return std::nullopt; }
    if (value->says == formats::Says::name) {
        if (const auto named = names.find(m_kind, value->text, {})) { return named; }
    }
    return parse_id(value->text);
}

void ScopeField::write(formats::FileRecord& record, std::uint32_t id, Arena& arena) const
{
    const auto* said = record.find(0, m_field);
    if (said != nullptr && !said->text.empty()) { return; }
    const auto digits = std::to_string(id);
    auto value = formats::Value::known_as({arena.store(digits), digits.size()});
    value.is_for_new = true;
    record.set(0, m_field, value);
}

NewField::NewField(formats::Shape& shape, std::string_view name)
    : m_field(find_or_add(shape, name, DefaultFor::new_records))
{
}

void NewField::write(formats::FileRecord& record, formats::Value value) const
{
    const auto* said = record.find(0, m_field);
    if (said != nullptr && said->says != formats::Says::nothing) { return; }
    value.is_for_new = true;
    record.set(0, m_field, value);
}

std::string utc_now()
{
    return fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(std::time(nullptr)));
}

} // namespace datasync::adapters
