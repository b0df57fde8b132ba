// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/json_object.hpp"

#include "exports/pieces/json_rows.hpp"
#include "report/json_pieces.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace datasync::exports {

namespace {

constexpr std::string_view k_store = "store_id";

} // namespace

void JsonObject::add(std::string_view key, std::string_view text)
{
    add_raw(key, report::json_string(text));
}

void JsonObject::add_raw(std::string_view key, std::string_view value)
{
    append_raw(m_text, key, value);
}

void JsonObject::add_row(const TableReader& rows, std::uint32_t row,
                         std::span<const ObjectKey> keys)
{
    for (const auto& [key, column, is_number] : keys) {
        const auto text = rows.text(row, column);
        if (text.empty()) { continue; }
        if (is_number) {
            add_raw(key, text);
        } else {
            add(key, text);
        }
    }
}

void JsonObject::add_stores(const TableReader& rows, std::span<const std::uint32_t> of,
                            std::span<const ObjectKey> keys)
{
    for (const auto row : of) {
        const auto id = parse_id(rows.text(row, k_store));
        const auto code = id == 0 ? std::string() : m_tools.names.name_of("store", id);
        if (id != 0 && code.empty()) {
            m_record.remarks.push_back(fmt::format(
                "has a {} in a store view that is gone, which is left out", keys.front().key));
            continue;
        }
        for (const auto& [key, column, is_number] : keys) {
            const auto text = rows.text(row, column);
            if (text.empty()) { continue; }
            const auto whole = id == 0 ? std::string(key) : fmt::format("{}@{}", key, code);
            if (is_number) {
                add_raw(whole, text);
            } else {
                add(whole, text);
            }
        }
    }
}

std::string JsonObject::take()
{
    auto text = "{" + m_text + "}";
    m_text.clear();
    return text;
}

std::string json_list(std::span<const std::string> objects)
{
    return fmt::format("[{}]", fmt::join(objects, ","));
}

std::vector<std::uint32_t> in_order(const TableReader& rows, std::vector<std::uint32_t> of,
                                    std::string_view column)
{
    std::stable_sort(of.begin(), of.end(), [&](std::uint32_t a, std::uint32_t b) {
        return parse_id(rows.text(a, column)) < parse_id(rows.text(b, column));
    });
    return of;
}

} // namespace datasync::exports
