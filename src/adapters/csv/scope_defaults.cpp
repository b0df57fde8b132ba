// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/scope_defaults.hpp"

#include "util/text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace datasync::adapters {

ScopeField::ScopeField(formats::Shape& shape, std::string_view column, std::string_view kind,
                       DefaultFor added_for)
    : m_kind(kind), m_field(field_of(shape, 0, column, added_for))
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
    const auto* value = record.find(0, m_field);
    if (value != nullptr && !value->text.empty()) { return; }
    record.set(0, m_field, setting_id(id, arena));
}

std::optional<std::size_t> add_for_new(formats::Shape& shape, std::string_view name)
{
    if (shape.has(0, name)) { return std::nullopt; }
    return shape.add({.table = 0, .name = std::string(name), .store = {}, .is_for_new = true});
}

std::string utc_now()
{
    return fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(std::time(nullptr)));
}

} // namespace datasync::adapters
