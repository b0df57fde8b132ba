// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/product_parents.hpp"

#include "formats/product_links.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace datasync::formats {

namespace {

constexpr std::string_view k_set = "attribute_set";
constexpr std::string_view k_set_id = "attribute_set_id";
constexpr std::string_view k_configurable = "configurable";
constexpr std::array<std::string_view, 3> k_child_types = {"simple", "virtual", "downloadable"};

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = "sku", .kind = CellKind::word, .field = "sku", .is_required = true},
    Column{.name = k_type_id},
    Column{.name = k_set},
    Column{.name = k_set_id},
};
constexpr auto k_columns = joined(k_own_columns, k_link_columns);
constexpr std::array<std::string_view, 1> k_key = {"sku"};

/// Makes rows of the columns in which a product names those that it belongs to.
class ProductParentRules : public RecordRules {
public:
    /// With `links_above`, simple products belong to the configurable one above them that has their
    /// attribute set, unless they name another.
    ProductParentRules(const Header& header, Shape& shape, bool links_above)
        : m_links_above(links_above),
          m_sku(*header.find("sku")),
          m_type(header.find(k_type_id)),
          m_set(header.has(k_set) ? header.find(k_set) : header.find(k_set_id)),
          m_configurable(header.find(k_configurable_parent)),
          m_grouped(header.find(k_grouped_parent)),
          m_grouped_qty(header.find(k_grouped_qty)),
          m_names_children(header.has(k_children)),
          m_names_members(header.has(k_members)),
          m_super_table(shape.add_table(k_super_link_table)),
          m_super_parent(shape.add(m_super_table, "parent_id")),
          m_relation_table(shape.add_table(k_relation_table)),
          m_relation_parent(shape.add(m_relation_table, "parent_id"))
    {
        if (!m_grouped) { return; }
        m_link_table = shape.add_table({.name = std::string(k_link_table),
                                        .covered_column = "link_type_id",
                                        .covered = {std::string(k_grouped_link)}});
        m_link_parent = shape.add(m_link_table, "product_id");
        m_link_type = shape.add(m_link_table, "link_type_id");
        m_decimal_table = shape.add_table(k_link_decimal_table);
        m_decimal_attribute = shape.add(m_decimal_table, "product_link_attribute_id");
        m_decimal_value = shape.add(m_decimal_table, "value");
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        const auto configurable = configurable_of(cells);
        const auto grouped =
            cells.has(m_grouped) ? cells.keep(cells[*m_grouped].text) : std::string_view();
        // Other files, or the parents' own records, may say more.
        if (configurable.empty()) { record.leave(m_super_table); }
        record.leave(m_relation_table);
        if (!configurable.empty()) {
            if (m_names_children) { record.leave(m_super_table); }
            record.set(record.add_row(m_super_table), m_super_parent, Value::named(configurable));
            add_relation(record, configurable);
        }
        if (!m_grouped) { return; }
        if (grouped.empty() || m_names_members) { record.leave(m_link_table); }
        if (grouped.empty()) { return; }
        const auto row = record.add_row(m_link_table);
        record.set(row, m_link_parent, Value::named(grouped));
        record.set(row, m_link_type, Value::known_as(k_grouped_link));
        if (grouped != configurable) { add_relation(record, grouped); }
        if (!cells.has(m_grouped_qty)) { return; }
        const auto quantity = record.add_row(m_decimal_table, row);
        record.set(quantity, m_decimal_attribute, Value::named(k_grouped_qty_attribute));
        record.set(quantity, m_decimal_value, cells.value(*m_grouped_qty, CellKind::decimal));
    }

private:
    void add_relation(FileRecord& record, std::string_view parent) const
    {
        record.set(record.add_row(m_relation_table), m_relation_parent, Value::named(parent));
    }

    /// The configurable product that a record belongs to, empty for none.
    std::string_view configurable_of(const Cells& cells)
    {
        const auto type = m_type ? cells[*m_type].text : std::string_view();
        const auto set = m_set ? util::to_lower(cells[*m_set].text) : std::string();
        if (type == k_configurable) { m_last[set] = cells[m_sku].text; }
        if (cells.has(m_configurable)) { return cells.keep(cells[*m_configurable].text); }
        const bool may_be_child =
            std::find(k_child_types.begin(), k_child_types.end(), type) != k_child_types.end();
        const auto last = m_last.find(set);
        if (!m_links_above || !may_be_child || last == m_last.end()) { return {}; }
        return cells.keep(last->second);
    }

    bool m_links_above;
    std::size_t m_sku;
    std::optional<std::size_t> m_type;
    std::optional<std::size_t> m_set;
    std::optional<std::size_t> m_configurable;
    std::optional<std::size_t> m_grouped;
    std::optional<std::size_t> m_grouped_qty;
    bool m_names_children; ///< Whether the file says it from the other side too.
    bool m_names_members;
    std::size_t m_super_table;
    std::size_t m_super_parent;
    std::size_t m_relation_table;
    std::size_t m_relation_parent;
    std::size_t m_link_table = 0;
    std::size_t m_link_parent = 0;
    std::size_t m_link_type = 0;
    std::size_t m_decimal_table = 0;
    std::size_t m_decimal_attribute = 0;
    std::size_t m_decimal_value = 0;
    std::map<std::string, std::string> m_last; ///< The configurable row read last, by set.
};

class ProductParentsFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "product_parents"; }
    std::string_view part_of() const override { return "product"; }
    void heed(const FileOptions& options) override { m_links_above = options.links_configurables; }
    std::string_view root_table() const override { return "catalog_product_entity"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        const bool names_parents =
            header.has(k_configurable_parent) || header.has(k_grouped_parent);
        if (!names_parents && !m_links_above) { return nullptr; }
        return std::make_unique<ProductParentRules>(header, shape, m_links_above);
    }

private:
    bool m_links_above = false;
};

} // namespace

std::unique_ptr<EntityFormat> make_product_parents_format()
{
    return std::make_unique<ProductParentsFormat>();
}

} // namespace datasync::formats
