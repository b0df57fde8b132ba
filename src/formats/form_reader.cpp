// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/form_reader.hpp"

#include "formats/cell_check.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::formats {

namespace {

/// Whether a name can be that of a column or an attribute.
bool is_code(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

} // namespace

Value Cells::value(std::size_t column, CellKind kind, Says says) const
{
    const auto& cell = m_record[column];
    if (cell.is_null) { return {Says::null}; }
    if (cell.text.empty()) { return {}; }
    std::string room;
    auto text = cell.text;
    if (auto message = check_cell(kind, text, room)) {
        refuse(column, std::move(*message));
        // The record fails, and people may know it by this text.
        return says == Says::text ? Value::of(keep(cell.text)) : Value{};
    }
    return {says, keep(text)};
}

std::optional<std::size_t> Header::find(std::string_view name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const auto& column) {
        return column.name == name && column.store.empty();
    });
    if (found == m_columns.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - m_columns.begin());
}

std::string EntityFormat::key_part(std::string_view /*column*/, std::string_view text) const
{
    return util::to_lower(text);
}

FormReader::FormReader(files::CsvReader& reader, const EntityFormat& format,
                       bool ignores_unknown_columns)
    : m_reader(reader), m_format(format)
{
    read_header(ignores_unknown_columns);
    check_columns();
    if (m_header_faults.empty()) { m_layout.emplace(m_format, m_columns, m_is_ignored); }
}

void FormReader::refuse_column(std::size_t column, std::string message)
{
    files::FileFault fault;
    fault.file = m_reader.file_name();
    fault.line = m_reader.header_line();
    fault.column = column + 1;
    fault.column_name = m_reader.header()[column];
    fault.message = std::move(message);
    m_header_faults.push_back(std::move(fault));
}

void FormReader::read_header(bool ignores_unknown_columns)
{
    std::vector<std::string> names;
    for (const auto& column : m_format.columns()) { names.emplace_back(column.name); }
    for (std::size_t i = 0; i < m_reader.header().size(); ++i) {
        const auto& whole = m_reader.header()[i];
        FileColumn column;
        const auto at = whole.find('@');
        column.name = util::trim(std::string_view(whole).substr(0, at));
        if (at != std::string::npos) {
            column.store = util::trim(std::string_view(whole).substr(at + 1));
        }
        for (const auto& known : m_format.columns()) {
            if (known.name == column.name) { column.known = &known; }
        }
        m_is_ignored.push_back(false);
        const auto near = util::did_you_mean(column.name, names);
        const bool is_further =
            column.known == nullptr && m_format.takes_further_columns() && is_code(column.name);
        if (column.known == nullptr && !is_further) {
            if (ignores_unknown_columns) {
                m_is_ignored.back() = true;
                m_ignored.push_back(whole);
            } else {
                refuse_column(i, fmt::format("no such column{}; --ignore-unknown-columns passes it "
                                             "over",
                                             near));
            }
        } else if (at != std::string::npos && column.store.empty()) {
            refuse_column(i, "names no store behind the @");
        } else if (!column.store.empty() && column.known != nullptr &&
                   !column.known->is_per_store) {
            refuse_column(i, "is the same in every store view: it takes no @store");
        }
        m_columns.push_back(std::move(column));
    }
}

void FormReader::check_columns()
{
    const Header header(m_columns);
    std::vector<std::string_view> missing;
    for (const auto& column : m_format.columns()) {
        const bool is_there = header.has(column.name);
        const bool is_elsewhere = !column.instead.empty() && header.has(column.instead);
        if (is_there && is_elsewhere && column.name < column.instead) {
            refuse_column(*header.find(column.name),
                          fmt::format("says the same as {}: the file needs one of them, not both",
                                      column.instead));
        }
        if (column.is_required && !is_there && !is_elsewhere) { missing.push_back(column.name); }
    }
    if (missing.empty()) { return; }
    files::FileFault fault;
    fault.file = m_reader.file_name();
    fault.line = m_reader.header_line();
    fault.message =
        fmt::format("the header lacks {} {}", missing.size() == 1 ? "the column" : "the columns",
                    fmt::join(missing, ", "));
    m_header_faults.push_back(std::move(fault));
}

bool FormReader::next(Arena& arena, FileRecord& record, std::vector<files::FileFault>& faults)
{
    if (!m_reader.next(m_record)) { return false; }
    record.begin(m_record.line());
    m_key.clear();
    if (const auto& fault = m_record.fault()) {
        faults.push_back(*fault);
        return true;
    }
    const Refuse refuse = [&](std::size_t column, std::string message) {
        faults.push_back(m_reader.fault_of(m_record, column, std::move(message)));
    };
    const Cells cells(m_record, arena, refuse);
    m_layout->read(cells, record);
    m_key = m_layout->key_of(m_record);
    return true;
}

std::string FormReader::key_columns() const
{
    std::vector<std::string_view> names;
    for (const auto column : m_layout->key_columns()) { names.push_back(m_columns[column].name); }
    return fmt::format("{}", fmt::join(names, " and "));
}

std::string FormReader::describe_key() const
{
    std::vector<std::string> parts;
    for (const auto column : m_layout->key_columns()) {
        parts.push_back(fmt::format("{} \"{}\"", m_columns[column].name,
                                    files::shortened(m_record[column].text)));
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

} // namespace datasync::formats
