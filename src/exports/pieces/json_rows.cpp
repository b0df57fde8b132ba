// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/json_rows.hpp"

#include "formats/cell_check.hpp"
#include "report/json_pieces.hpp"

#include <fmt/format.h>

namespace datasync::exports {

void append_raw(std::string& object, std::string_view name, std::string_view value)
{
    if (!object.empty()) { object += ','; }
    object += report::json_string(name);
    object += ':';
    object += value;
}

void append_member(std::string& object, const formats::ListField& field, std::string_view text)
{
    const bool is_number = field.kind == formats::CellKind::decimal;
    append_raw(object, field.name, is_number ? std::string(text) : report::json_string(text));
}

void append_null(std::string& object, std::string_view name)
{
    append_raw(object, name, "null");
}

std::optional<std::string> member_fault(const formats::ListField& field, std::string_view text)
{
    std::string room;
    return formats::check_cell(field.kind, text, room);
}

} // namespace datasync::exports
