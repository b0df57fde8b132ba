// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/attribute_options.hpp"

#include "formats/cell_check.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::formats {

namespace {

constexpr std::string_view k_label_key = "label";
constexpr std::string_view k_admin = "0";

} // namespace

AttributeOptions::AttributeOptions(const Header& header, Shape& shape)
    : m_column(header.find("options"))
{
    if (!m_column) { return; }
    const auto add_table = [&](std::string_view name) {
        return shape.add_table({.name = std::string(name), .is_partial = true});
    };
    const auto add_field = [&](std::size_t table, std::string_view name) {
        return shape.add(
            {.table = table, .name = std::string(name), .store = {}, .column = *m_column + 1});
    };
    m_options = add_table(k_option_table);
    m_sort_order = add_field(m_options, "sort_order");
    m_labels = add_table(k_option_label_table);
    m_store = add_field(m_labels, "store_id");
    m_label = add_field(m_labels, "value");
}

void AttributeOptions::read(const Cells& cells, FileRecord& record) const
{
    if (!cells.has(m_column)) { return; }
    const auto text = util::trim(cells[*m_column].text);
    if (!text.starts_with('[') && !text.starts_with('{')) {
        read_short(cells, record);
        return;
    }
    files::JsonValue list;
    if (auto problem = files::read_json_cell(text, list)) {
        cells.refuse(*m_column, std::move(*problem));
        return;
    }
    if (list.kind != files::JsonKind::list) {
        cells.refuse(*m_column, "is not a JSON array of options");
        return;
    }
    for (const auto& option : list.members) {
        if (option.kind == files::JsonKind::object) {
            if (!read_object(cells, record, option)) { return; }
        } else if (option.kind != files::JsonKind::list && !util::trim(option.text).empty()) {
            add(cells, record, util::trim(option.text));
        } else {
            cells.refuse(*m_column, "has a member that is neither a label nor an object with one");
            return;
        }
    }
}

bool AttributeOptions::read_object(const Cells& cells, FileRecord& record,
                                   const files::JsonValue& option) const
{
    const auto refuse = [&](std::string message) {
        cells.refuse(*m_column, std::move(message));
        return false;
    };
    const auto* label = option.find(k_label_key);
    if (label == nullptr || util::trim(label->text).empty()) {
        return refuse("has an option without a label");
    }
    const auto row = add(cells, record, util::trim(label->text));
    for (const auto& value : option.members) {
        const std::string_view key = value.key;
        if (value.kind == files::JsonKind::list || value.kind == files::JsonKind::object) {
            return refuse(fmt::format("has no single value under \"{}\"", util::printable(key)));
        }
        const auto at = key.find('@');
        if (key == "sort_order" || key == "order") {
            std::string_view order = value.text;
            std::string room;
            const auto problem = check_cell(CellKind::whole, order, room);
            if (problem || order.starts_with('-')) {
                return refuse(fmt::format("has \"{}\" as {}, which is no whole number from 0",
                                          util::printable(order), key));
            }
            record.set(row, m_sort_order, Value::of(cells.keep(order)));
        } else if (at != std::string_view::npos && key.substr(0, at) == k_label_key) {
            // Without a text it is as in the admin store.
            if (value.text.empty()) { continue; }
            add_label(record, row, Value::named(cells.keep(key.substr(at + 1))),
                      Value::of(cells.keep(value.text)));
        } else if (key != k_label_key) {
            return refuse(
                fmt::format("has the key \"{}\", which nobody knows; an option has label, "
                            "label@store and sort_order",
                            util::printable(key)));
        }
    }
    return true;
}

void AttributeOptions::read_short(const Cells& cells, FileRecord& record) const
{
    std::set<std::string> known;
    for (const auto& label : util::split(cells[*m_column].text, '|')) {
        if (label.empty()) { continue; }
        if (!known.insert(util::to_lower(label)).second) {
            cells.refuse(*m_column, fmt::format("names \"{}\" twice", util::printable(label)));
            return;
        }
        add(cells, record, label);
    }
}

std::size_t AttributeOptions::add(const Cells& cells, FileRecord& record,
                                  std::string_view label) const
{
    const auto row = record.add_row(m_options);
    add_label(record, row, Value::known_as(k_admin), Value::of(cells.keep(label)));
    return row;
}

void AttributeOptions::add_label(FileRecord& record, std::size_t option, Value store,
                                 Value label) const
{
    const auto row = record.add_row(m_labels, option);
    record.set(row, m_store, store);
    record.set(row, m_label, label);
}

} // namespace datasync::formats
