// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/column_choice.hpp"

#include "schema/eav_map.hpp"
#include "schema/scoped_values.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace datasync::exports {

namespace {

using formats::CellKind;
using formats::Column;
using formats::FileColumn;

constexpr std::string_view k_id_column = "entity_id";
constexpr std::string_view k_attribute_set = "attribute_set";
constexpr std::string_view k_static = "static";
constexpr std::string_view k_hidden = "hidden";

/// What shops keep for themselves: keys to new passwords.
constexpr std::array<std::string_view, 3> k_internal = {"rp_token", "rp_token_created_at",
                                                        "rp_customer_id"};

bool is_code(std::string_view name)
{
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

class Chooser {
public:
    Chooser(const formats::EntityFormat& format, const EntitySpec& spec, const schema::Shop& shop,
            const schema::Settings& settings, bool with_ids)
        : m_format(format), m_spec(spec), m_shop(shop), m_with_ids(with_ids)
    {
        const auto& eav = spec.root().eav;
        if (eav.entity_type_code.empty()) { return; }
        m_attributes = schema::read_attributes(shop, eav.entity_type_code);
        const auto& stores = settings.get("store");
        for (const auto& [attribute, store] : schema::scoped_values(shop, spec.root())) {
            const auto code = stores.source_key(store);
            if (!code.empty()) { m_stores[attribute].insert(code); }
        }
    }

    std::vector<FileColumn> run()
    {
        for (const auto& column : m_format.columns()) {
            if (!is_wanted(column)) { continue; }
            add({&column, std::string(column.name), {}}, column.field, column.is_per_store);
        }
        if (!m_format.takes_further_columns()) { return std::move(m_columns); }
        // Sorted, with what says how to add each.
        std::set<std::string> further;
        if (const auto* table = m_shop.find_table(m_spec.root().table)) {
            for (const auto& column : table->columns) {
                if (is_further(column)) { further.insert(column.name); }
            }
        }
        for (const auto& attribute : m_attributes.attributes) {
            if (is_further(attribute)) { further.insert(attribute.code); }
        }
        for (const auto name : m_format.refused_columns()) { further.erase(std::string(name)); }
        for (const auto& name : further) { add({nullptr, name, {}}, name, true); }
        return std::move(m_columns);
    }

private:
    void add(FileColumn column, std::string_view field, bool is_per_store)
    {
        m_columns.push_back(column);
        const auto* attribute = m_attributes.find(field);
        if (attribute == nullptr || !is_per_store) { return; }
        for (const auto& store : m_stores[attribute->id]) {
            column.store = store;
            m_columns.push_back(column);
        }
    }

    /// Settings are said by name, records by natural key or, where they are asked for, by id.
    bool is_wanted(const Column& column) const
    {
        if (column.kind == CellKind::id) { return m_with_ids; }
        if (column.instead.empty()) { return true; }
        if (column.kind == CellKind::whole) { return false; }
        const auto* other = known(column.instead);
        const bool has_id = other != nullptr && other->kind == CellKind::id;
        return !m_with_ids || !has_id || other->instead != column.name;
    }

    const Column* known(std::string_view name) const
    {
        for (const auto& column : m_format.columns()) {
            if (column.name == name || column.field == name) { return &column; }
        }
        return nullptr;
    }

    bool is_further(const schema::Column& column) const
    {
        const auto& root = m_spec.root();
        const auto& tree = m_spec.tree;
        const auto is_one_of = [&](std::span<const std::string_view> names) {
            return std::find(names.begin(), names.end(), column.name) != names.end();
        };
        const std::array<std::string_view, 5> worked_out = {tree.path, tree.parent, tree.depth,
                                                            tree.descendants, "entity_type_id"};
        const auto kind = schema::known_type(column.type).kind;
        if (known(column.name) != nullptr || column.auto_increment || column.generated ||
            column.name == root.key || column.name == k_id_column || is_one_of(worked_out) ||
            is_one_of(root.emptied) || kind == schema::Kind::binary || !is_code(column.name)) {
            return false;
        }
        for (const auto& reference : root.references) {
            if (reference.column == column.name) { return may_refer(reference.to); }
        }
        return std::all_of(root.texts.begin(), root.texts.end(), [&](const ReferenceText& text) {
            return text.column != column.name || may_hold(text);
        });
    }

    bool is_further(const schema::Attribute& attribute) const
    {
        const bool is_internal =
            std::find(k_internal.begin(), k_internal.end(), attribute.code) != k_internal.end();
        if (known(attribute.code) != nullptr || attribute.backend_type == k_static ||
            !attribute.backend_table.empty() || attribute.frontend_input == k_hidden ||
            is_internal || !is_code(attribute.code)) {
            return false;
        }
        const auto values = schema::describe_values(attribute, m_spec.root().eav);
        if (values.rule == schema::ValueRule::record) { return may_refer(values.to); }
        return values.text == nullptr || may_hold(*values.text);
    }

    /// Whether a column may name a record or setting of that kind. Parts have no names and, to
    /// other shops, no ids.
    bool may_refer(std::string_view to) const
    {
        if (to == k_attribute_set) { return false; }
        const auto is_part = std::any_of(m_spec.tables.begin() + 1, m_spec.tables.end(),
                                         [&](const TableSpec& table) { return table.type == to; });
        const bool is_setting = !schema::tables_of_setting(to).empty();
        return is_setting || (m_with_ids && !is_part && to != "order_address");
    }

    bool may_hold(const ReferenceText& text) const
    {
        const bool is_text =
            text.syntax == ReferencePlace::directives || text.syntax == ReferencePlace::layout_xml;
        return is_text || (m_with_ids && text.syntax == ReferencePlace::id_list);
    }

    const formats::EntityFormat& m_format;
    const EntitySpec& m_spec;
    const schema::Shop& m_shop;
    bool m_with_ids;
    schema::AttributeSet m_attributes;
    std::map<std::uint32_t, std::set<std::string>> m_stores; ///< By attribute.
    std::vector<FileColumn> m_columns;
};

} // namespace

std::vector<FileColumn> choose_columns(const formats::EntityFormat& format, const EntitySpec& spec,
                                       const schema::Shop& shop, const schema::Settings& settings,
                                       bool with_ids)
{
    return Chooser(format, spec, shop, settings, with_ids).run();
}

} // namespace datasync::exports
