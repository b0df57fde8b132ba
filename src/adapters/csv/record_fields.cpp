// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/record_fields.hpp"

namespace datasync::adapters {

using formats::Value;

std::optional<std::size_t> find_field(const formats::Shape& shape, std::size_t table,
                                      std::string_view name)
{
    const auto& fields = shape.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].table == table && fields[i].name == name && fields[i].store.empty()) {
            return i;
        }
    }
    return std::nullopt;
}

std::size_t field_of(formats::Shape& shape, std::size_t table, std::string_view name,
                     DefaultFor added_for)
{
    if (const auto found = find_field(shape, table, name)) { return *found; }
    return shape.add({.table = table,
                      .name = std::string(name),
                      .store = {},
                      .is_for_new = added_for == DefaultFor::new_records});
}

bool says(const formats::FileRecord& record, std::size_t row, std::size_t field)
{
    const auto* value = record.find(row, field);
    return value != nullptr && value->says != formats::Says::nothing;
}

std::string_view text_of(const formats::FileRecord& record, std::size_t row, std::size_t field)
{
    const auto* value = record.find(row, field);
    return value == nullptr ? std::string_view() : value->text;
}

util::Decimal number_of(const formats::FileRecord& record, std::size_t row, std::size_t field)
{
    return util::Decimal::read(text_of(record, row, field));
}

void fill(formats::FileRecord& record, std::size_t row, std::size_t field, Value value)
{
    if (says(record, row, field)) { return; }
    value.is_for_new = row == 0;
    record.set(row, field, value);
}

std::string_view stored(std::string_view text, Arena& arena)
{
    return {arena.store(text), text.size()};
}

Value value_of(std::string_view text, Arena& arena)
{
    return text.empty() ? Value{} : Value::of(stored(text, arena));
}

Value value_of(util::Decimal number, Arena& arena)
{
    return Value::of(stored(number.text(), arena));
}

Value setting_id(std::uint32_t id, Arena& arena)
{
    return Value::known_as(stored(std::to_string(id), arena));
}

Value target_id(std::uint32_t id, Arena& arena)
{
    return Value::at_target(stored(std::to_string(id), arena));
}

} // namespace datasync::adapters
