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

/// Reads the members of one cell.
class ListReader {
public:
    ListReader(const Cells& cells, std::size_t column, std::span<const ListField> fields)
        : m_cells(cells), m_column(column), m_fields(fields)
    {
    }

    std::optional<std::vector<ListMember>> read(std::span<const std::size_t> short_fields)
    {
        const auto text = util::trim(m_cells[m_column].text);
        if (text.starts_with('[') || text.starts_with('{')) {
            read_json(text);
        } else {
            read_short(text, short_fields);
        }
        if (m_is_refused) { return std::nullopt; }
        return std::move(m_members);
    }

private:
    void refuse(std::string message)
    {
        m_is_refused = true;
        m_cells.refuse(m_column, std::move(message));
    }

    void read_json(std::string_view text)
    {
        files::JsonValue list;
        if (auto problem = files::read_json_cell(text, list)) {
            refuse(std::move(*problem));
            return;
        }
        if (list.kind != files::JsonKind::list) {
            refuse("is not a JSON array of objects");
            return;
        }
        for (const auto& object : list.members) {
            if (object.kind != files::JsonKind::object) {
                refuse(fmt::format("has a member that is no object, the {}. of the array",
                                   m_members.size() + 1));
                return;
            }
            m_members.emplace_back();
            for (const auto& value : object.members) { take_json(value); }
        }
    }

    void take_json(const files::JsonValue& value)
    {
        const auto field = find(value.key);
        if (!field) {
            std::vector<std::string> known;
            for (const auto& one : m_fields) { known.emplace_back(one.name); }
            refuse(fmt::format("has the key \"{}\", which nobody knows{}",
                               util::printable(value.key), util::did_you_mean(value.key, known)));
            return;
        }
        if (value.kind == files::JsonKind::null) {
            m_members.back().entries.push_back({*field, {}, true});
            return;
        }
        if (value.kind == files::JsonKind::list || value.kind == files::JsonKind::object) {
            refuse(fmt::format("has no single value under \"{}\"", value.key));
            return;
        }
        take(*field, value.text);
    }

    void read_short(std::string_view text, std::span<const std::size_t> short_fields)
    {
        for (const auto& member : util::split(text, k_between_members)) {
            std::string_view rest = member;
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
                for (const auto field : short_fields) { names.push_back(m_fields[field].name); }
                refuse(fmt::format("is neither a JSON array nor {} with | between several; look at "
                                   "\"{}\"",
                                   fmt::join(names, ":"),
                                   util::printable(files::shortened(member))));
                return;
            }
            values.front() = rest;
            m_members.emplace_back();
            for (std::size_t i = 0; i < values.size(); ++i) { take(short_fields[i], values[i]); }
        }
    }

    void take(std::size_t field, std::string_view text)
    {
        if (text.empty()) { return; }
        std::string room;
        if (const auto problem = check_cell(m_fields[field].kind, text, room)) {
            refuse(fmt::format("has \"{}\" as {} of its {}. member, which {}",
                               util::printable(files::shortened(text)), m_fields[field].name,
                               m_members.size(), *problem));
            return;
        }
        auto& entries = m_members.back().entries;
        if (m_members.back().find(field) != nullptr) {
            refuse(fmt::format("says {} twice in its {}. member", m_fields[field].name,
                               m_members.size()));
            return;
        }
        entries.push_back({field, m_cells.keep(text)});
    }

    std::optional<std::size_t> find(std::string_view name) const
    {
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (m_fields[i].name != name) { continue; }
            return m_fields[i].means.empty() ? i : find(m_fields[i].means);
        }
        return std::nullopt;
    }

    const Cells& m_cells;
    std::size_t m_column;
    std::span<const ListField> m_fields;
    std::vector<ListMember> m_members;
    bool m_is_refused = false;
};

} // namespace

const std::string_view* ListMember::find(std::size_t field) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
        return entry.field == field && !entry.is_null;
    });
    return found == entries.end() ? nullptr : &found->text;
}

std::optional<std::vector<ListMember>> read_list(const Cells& cells, std::size_t column,
                                                 std::span<const ListField> fields,
                                                 std::span<const std::size_t> short_fields)
{
    return ListReader(cells, column, fields).read(short_fields);
}

} // namespace datasync::formats
