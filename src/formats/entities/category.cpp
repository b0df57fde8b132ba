// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/category.hpp"

#include "formats/name_path.hpp"
#include "util/text.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::string_view k_name = "name";
constexpr std::string_view k_path = "path";
constexpr std::string_view k_parent = "parent_id";
/// The root of all trees.
constexpr std::string_view k_tree_root = "1";

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = k_name, .field = k_name, .is_required = true, .is_per_store = true},
    Column{.name = k_parent,
           .kind = CellKind::id,
           .field = k_parent,
           .says = Says::source_id,
           .instead = k_path},
    Column{.name = k_path, .instead = k_parent},
    Column{.name = "url_key", .kind = CellKind::word, .field = "url_key", .is_per_store = true},
    Column{.name = "is_active", .kind = CellKind::flag, .field = "is_active", .is_per_store = true},
    Column{.name = "include_in_menu",
           .kind = CellKind::flag,
           .field = "include_in_menu",
           .is_per_store = true},
    Column{.name = "is_anchor", .kind = CellKind::flag, .field = "is_anchor", .is_per_store = true},
    Column{.name = "position", .kind = CellKind::whole, .field = "position"},
    Column{.name = "description", .field = "description", .is_per_store = true},
    Column{.name = "meta_title", .field = "meta_title", .is_per_store = true},
    Column{.name = "meta_keywords", .field = "meta_keywords", .is_per_store = true},
    Column{.name = "meta_description", .field = "meta_description", .is_per_store = true},
    Column{.name = "created_at", .kind = CellKind::moment, .field = "created_at"},
    Column{.name = "updated_at", .kind = CellKind::moment, .field = "updated_at"},
};

/// What the shop works out of a category's place.
constexpr std::array<std::string_view, 2> k_worked_out = {"level", "children_count"};

constexpr std::array<std::string_view, 3> k_key = {k_parent, k_path, k_name};

/// The path of a record as that of the category above it.
class CategoryRules : public RecordRules {
public:
    CategoryRules(const Header& header, Shape& shape)
        : m_name(*header.find(k_name)), m_path(header.find(k_path))
    {
        for (const auto name : k_worked_out) {
            if (const auto column = header.find(name)) { m_worked_out.push_back(*column); }
        }
        if (!m_path) { return; }
        m_field = shape.add(
            {.table = 0, .name = std::string(k_path), .store = {}, .column = *m_path + 1});
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        if (record.id == k_tree_root) {
            cells.refuse(m_name, "stands for category 1, the root of all trees, which every shop "
                                 "has");
        }
        for (const auto column : m_worked_out) {
            if (cells.has(column)) {
                cells.refuse(column, "is worked out by the shop: leave the column out");
            }
        }
        if (!m_path) { return; }
        if (!cells.has(m_path)) {
            record.set(0, m_field, {});
            return;
        }
        const auto text = cells[*m_path].text;
        const auto path = split_path(text);
        const auto name = util::trim(cells[m_name].text);
        if (path.names.empty()) {
            cells.refuse(*m_path, "has an empty name in it");
        } else if (path.names.back() != name) {
            cells.refuse(*m_path, "does not end with the name of the category itself (a slash "
                                  "within a name is written as \\/)");
        }
        record.set(0, m_field, Value::named(cells.keep(text)));
    }

private:
    std::size_t m_name;
    std::optional<std::size_t> m_path;
    std::size_t m_field = 0;
    std::vector<std::size_t> m_worked_out;
};

class CategoryFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "category"; }
    std::string_view root_table() const override { return "catalog_category_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<CategoryRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_category_format()
{
    return std::make_unique<CategoryFormat>();
}

} // namespace datasync::formats
