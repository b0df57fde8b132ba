// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/product_images.hpp"

#include "formats/name_list.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace datasync::formats {

namespace {

constexpr std::string_view k_gallery = "media_gallery";
constexpr std::string_view k_gallery_table = "catalog_product_entity_media_gallery";
constexpr std::string_view k_value_table = "catalog_product_entity_media_gallery_value";
/// What a shop writes where an image was taken away on purpose.
constexpr std::string_view k_no_selection = "no_selection";

enum PictureField : std::size_t { k_file, k_label, k_position, k_disabled };

constexpr std::array k_fields = {
    ListField{"file"},
    ListField{"label", CellKind::text, {}, true},
    ListField{"position", CellKind::whole, {}, true},
    ListField{"disabled", CellKind::flag, {}, true},
};

constexpr std::array k_value_columns = {
    MemberColumn{k_label, "label"},
    MemberColumn{k_position, "position"},
    MemberColumn{k_disabled, "disabled", "0"},
};

/// The path as shops keep it, with a slash in front; nothing where it leads out of the folder.
std::optional<std::string> path_of(std::string_view text)
{
    text = util::trim(text);
    while (text.starts_with('/')) { text.remove_prefix(1); }
    if (text.empty() || text.find("://") != std::string_view::npos) { return std::nullopt; }
    for (const auto& part : util::split(text, '/')) {
        if (part.empty() || part == "." || part == "..") { return std::nullopt; }
    }
    return "/" + std::string(text);
}

constexpr std::string_view k_no_path =
    "is no path of a picture below catalog/product of the media folder, as /s/h/shirt.jpg";

} // namespace

ImageRules::ImageRules(const Header& header, Shape& shape) : m_gallery(header.find(k_gallery))
{
    std::size_t from = m_gallery.value_or(0);
    for (std::size_t i = 0; i < header.columns().size(); ++i) {
        const auto& column = header.columns()[i];
        if (std::find(k_image_roles.begin(), k_image_roles.end(), column.name) ==
            k_image_roles.end()) {
            continue;
        }
        const auto field =
            shape.add({.table = 0, .name = column.name, .store = column.store, .column = i + 1});
        m_roles.push_back({i, field});
        if (!m_gallery) { from = i; }
    }
    if (!m_gallery && m_roles.empty()) { return; }
    m_rows.emplace(shape,
                   ShapeTable{.name = std::string(k_gallery_table), .is_partial = !m_gallery},
                   std::span<const MemberColumn>(), from);
    m_path = m_rows->add_field(shape, "value");
    m_attribute = m_rows->add_field(shape, "attribute_id");
    m_values.emplace(shape, ShapeTable{.name = std::string(k_value_table)}, k_value_columns, from);
}

void ImageRules::read(const Cells& cells, FileRecord& record)
{
    if (!m_rows) { return; }
    m_seen.clear();
    if (cells.has(m_gallery)) { read_gallery(cells, record); }
    read_roles(cells, record);
}

void ImageRules::read_gallery(const Cells& cells, FileRecord& record)
{
    bool is_short = false;
    const auto read_short = [&](std::string_view text, std::vector<ListMember>& pictures) {
        is_short = true;
        std::optional<std::string> fault;
        for (const auto& name : split_names(text)) {
            auto& picture = pictures.emplace_back();
            fault = take_value(cells, k_fields, k_file, name, picture);
            if (fault) { break; }
        }
        return fault;
    };
    const auto list = read_list(cells, *m_gallery, k_fields, read_short);
    if (!list) { return; }
    // Without labels it speaks of the files alone.
    if (is_short) { record.leave(m_values->table()); }
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto picture = (*list)[i];
        const auto path = path_of(picture.text_or(k_file, {}));
        if (!path) {
            cells.refuse(*m_gallery,
                         fmt::format("has a {}. picture whose file {}", i + 1, k_no_path));
            return;
        }
        if (std::find(m_seen.begin(), m_seen.end(), *path) != m_seen.end()) {
            cells.refuse(*m_gallery, fmt::format("names the picture {} twice", *path));
            return;
        }
        if (picture.find(k_position) == nullptr) {
            picture.entries.push_back({k_position, cells.keep(std::to_string(i + 1))});
        }
        add(record, picture, cells.keep(*path));
    }
}

void ImageRules::read_roles(const Cells& cells, FileRecord& record)
{
    for (const auto& [column, field] : m_roles) {
        const auto value = cells.value(column, CellKind::text);
        if (value.says != Says::text || value.text == k_no_selection) {
            record.set(0, field, value);
            continue;
        }
        const auto path = path_of(value.text);
        if (!path) {
            cells.refuse(column, std::string(k_no_path));
            continue;
        }
        const auto kept = cells.keep(*path);
        record.set(0, field, Value::of(kept));
        if (std::find(m_seen.begin(), m_seen.end(), kept) != m_seen.end()) { continue; }
        // What is said of a picture that is there already stays.
        if (!m_gallery) { record.leave(m_values->table()); }
        ListMember picture;
        picture.entries.push_back({k_position, cells.keep(std::to_string(m_seen.size() + 1))});
        add(record, picture, kept);
    }
}

void ImageRules::add(FileRecord& record, const ListMember& picture, std::string_view path)
{
    m_seen.push_back(path);
    const auto row = m_rows->add(record, 0, picture);
    record.set(row, m_path, Value::of(path));
    record.set(row, m_attribute, Value::named(k_gallery));
    m_values->add(record, row, picture, true);
}

} // namespace datasync::formats
