// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/json_rows.hpp"

#include "formats/cell_check.hpp"
#include "report/json_pieces.hpp"

#include <fmt/format.h>

namespace datasync::exports {

namespace {

void append_key(std::string& object, std::string_view name)
{
    if (!object.empty()) { object += ','; }
    object += report::json_string(name);
    object += ':';
}

} // namespace

void append_member(std::string& object, const formats::ListField& field, std::string_view text)
{
    append_key(object, field.name);
    const bool is_number = field.kind == formats::CellKind::decimal;
    object += is_number ? std::string(text) : report::json_string(text);
}

void append_null(std::string& object, std::string_view name)
{
    append_key(object, name);
    object += "null";
}

std::optional<std::string> member_fault(const formats::ListField& field, std::string_view text)
{
    std::string room;
    return formats::check_cell(field.kind, text, room);
}

} // namespace datasync::exports
