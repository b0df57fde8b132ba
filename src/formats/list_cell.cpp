// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/list_cell.hpp"

#include "files/file_fault.hpp"
#include "formats/cell_check.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>

namespace datasync::formats {

namespace {

constexpr char k_between_members = '|';
constexpr char k_between_values = ':';
constexpr char k_before_store = '@';

/// What stands in front of a message about a member of a list: "its 2. member".
std::string place_of(std::size_t number)
{
    return fmt::format("its {}. member", number);
}

std::optional<std::size_t> find_field(std::span<const ListField> fields, std::string_view name)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name != name) { continue; }
        return fields[i].means.empty() ? i : find_field(fields, fields[i].means);
    }
    return std::nullopt;
}

/// Reads the JSON form of a cell. Each function returns what is wrong.
class JsonList {
public:
    JsonList(const Cells& cells, JsonNull nulls) : m_cells(cells), m_nulls(nulls) {}

    std::optional<std::string> read(const files::JsonValue& list, std::span<const ListField> fields,
                                    std::vector<ListMember>& members) const
    {
        if (list.kind != files::JsonKind::list) { return "is not a JSON array of objects"; }
        for (const auto& object : list.members) {
            if (object.kind != files::JsonKind::object) {
                return fmt::format("has a member that is no object, the {}. of the array",
                                   members.size() + 1);
            }
            auto& member = members.emplace_back();
            for (const auto& value : object.members) {
                if (auto fault = take(value, fields, member)) {
                    return fmt::format("in {} {}", place_of(members.size()), *fault);
                }
            }
        }
        return std::nullopt;
    }

private:
    std::optional<std::string> take(const files::JsonValue& value,
                                    std::span<const ListField> fields, ListMember& member) const
    {
        const std::string_view key = value.key;
        const auto at = key.find(k_before_store);
        const auto field = find_field(fields, key.substr(0, at));
        if (!field || (at != std::string_view::npos && !fields[*field].is_per_store)) {
            std::vector<std::string> known;
            for (const auto& one : fields) { known.emplace_back(one.name); }
            return fmt::format("has the key \"{}\", which nobody knows{}", util::printable(key),
                               util::did_you_mean(key, known));
        }
        if (value.kind == files::JsonKind::null) {
            if (m_nulls == JsonNull::is_null) {
                member.entries.push_back({.field = *field, .is_null = true});
            }
            return std::nullopt;
        }
        const auto& described = fields[*field];
        if (!described.members.empty()) {
            if (member.list(*field) != nullptr) { return fmt::format("says {} twice", key); }
            auto& list = member.lists.emplace_back();
            list.field = *field;
            if (auto fault = read(value, described.members, list.members)) {
                return fmt::format("has {} that {}", key, *fault);
            }
            return std::nullopt;
        }
        if (value.kind == files::JsonKind::list || value.kind == files::JsonKind::object) {
            return fmt::format("has no single value under \"{}\"", util::printable(key));
        }
        const auto store =
            at == std::string_view::npos ? std::string_view() : util::trim(key.substr(at + 1));
        return take_value(m_cells, fields, *field, value.text, member, store);
    }

    const Cells& m_cells;
    JsonNull m_nulls;
};

std::optional<std::string> read_short_list(const Cells& cells, std::string_view text,
                                           std::span<const ListField> fields,
                                           std::span<const std::size_t> short_fields,
                                           std::vector<ListMember>& members)
{
    for (const auto& whole : util::split(text, k_between_members)) {
        std::string_view rest = whole;
        std::vector<std::string_view> values(short_fields.size());
        bool is_whole = true;
        for (std::size_t i = short_fields.size(); i-- > 1;) {
            const auto colon = rest.rfind(k_between_values);
            is_whole = is_whole && colon != std::string_view::npos;
            if (!is_whole) { break; }
            values[i] = util::trim(rest.substr(colon + 1));
            rest = util::trim(rest.substr(0, colon));
        }
        if (!is_whole) {
            std::vector<std::string_view> names;
            for (const auto field : short_fields) { names.push_back(fields[field].name); }
            return fmt::format("is neither a JSON array nor {} with | between several; look at "
                               "\"{}\"",
                               fmt::join(names, ":"), util::printable(files::shortened(whole)));
        }
        values.front() = rest;
        auto& member = members.emplace_back();
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (auto fault = take_value(cells, fields, short_fields[i], values[i], member)) {
                return fmt::format("in {} {}", place_of(members.size()), *fault);
            }
        }
    }
    return std::nullopt;
}

} // namespace

const std::string_view* ListMember::find(std::size_t field, std::string_view store) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.field == field && entry.store == store && !entry.is_null;
    });
    return found == entries.end() ? nullptr : &found->text;
}

std::string_view ListMember::text_or(std::size_t field, std::string_view otherwise) const
{
    return text_in(field, {}, otherwise);
}

std::string_view ListMember::text_in(std::size_t field, std::string_view store,
                                     std::string_view otherwise) const
{
    const auto* text = find(field, store);
    return text == nullptr ? otherwise : *text;
}

const std::vector<ListMember>* ListMember::list(std::size_t field) const
{
    const auto found = std::find_if(lists.begin(), lists.end(),
                                    [&](const List& list) { return list.field == field; });
    return found == lists.end() ? nullptr : &found->members;
}

std::optional<std::string> take_value(const Cells& cells, std::span<const ListField> fields,
                                      std::size_t field, std::string_view text, ListMember& member,
                                      std::string_view store)
{
    if (text.empty()) { return std::nullopt; }
    std::string room;
    const auto written = text;
    if (const auto problem = check_cell(fields[field].kind, text, room)) {
        return fmt::format("has \"{}\" as {}, which {}", util::printable(files::shortened(written)),
                           fields[field].name, *problem);
    }
    if (member.find(field, store) != nullptr) {
        return fmt::format("says {} twice", fields[field].name);
    }
    member.entries.push_back({field, cells.keep(text), cells.keep(store)});
    return std::nullopt;
}

std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 const ReadShort& read_short, JsonNull nulls)
{
    std::vector<ListMember> members;
    const auto text = util::trim(cells[column].text);
    std::optional<std::string> fault;
    if (text.starts_with('[') || text.starts_with('{')) {
        files::JsonValue list;
        fault = files::read_json_cell(text, list);
        if (!fault) { fault = JsonList(cells, nulls).read(list, fields, members); }
    } else {
        fault = read_short(text, members);
    }
    if (!fault) { return members; }
    cells.refuse(column, std::move(*fault));
    return std::nullopt;
}

std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 std::span<const std::size_t> short_fields,
                                                 JsonNull nulls)
{
    return read_list(
        cells, column, fields,
        [&](std::string_view text, std::vector<ListMember>& members) {
            return read_short_list(cells, text, fields, short_fields, members);
        },
        nulls);
}

} // namespace datasync::formats
