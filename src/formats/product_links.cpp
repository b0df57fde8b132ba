// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/product_links.hpp"

#include "formats/name_list.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

namespace datasync::formats {

namespace {

enum MemberField : std::size_t { k_sku, k_qty };
constexpr std::array k_member_fields = {
    ListField{"sku", CellKind::word},
    ListField{"qty", CellKind::decimal},
};
constexpr std::array<std::size_t, 2> k_short_member = {k_sku, k_qty};

enum SelectionField : std::size_t {
    k_selection_sku,
    k_selection_qty,
    k_selection_price,
    k_selection_default,
    k_selection_position,
    k_selection_price_type,
    k_selection_can_change,
};
constexpr std::array k_selection_fields = {
    ListField{"sku", CellKind::word},
    ListField{"qty", CellKind::decimal},
    ListField{"price", CellKind::amount},
    ListField{"is_default", CellKind::flag},
    ListField{"position", CellKind::whole},
    ListField{"price_type", CellKind::word},
    ListField{"can_change_qty", CellKind::flag},
};

enum OptionField : std::size_t { k_title, k_type, k_required, k_position, k_selections };
constexpr std::array k_option_fields = {
    ListField{"title", CellKind::text, {}, true},
    ListField{"type", CellKind::word},
    ListField{"required", CellKind::flag},
    ListField{"position", CellKind::whole},
    ListField{"selections", CellKind::text, {}, false, k_selection_fields},
};

constexpr std::array k_option_columns = {
    MemberColumn{k_type, "type", "select"},
    MemberColumn{k_required, "required", "1"},
    MemberColumn{k_position, "position"},
};
constexpr std::array k_title_columns = {MemberColumn{k_title, "title"}};
constexpr std::array k_selection_columns = {
    MemberColumn{k_selection_qty, "selection_qty", "1"},
    MemberColumn{k_selection_price, "selection_price_value", "0"},
    MemberColumn{k_selection_price_type, "selection_price_type", "0"},
    MemberColumn{k_selection_default, "is_default", "0"},
    MemberColumn{k_selection_position, "position"},
    MemberColumn{k_selection_can_change, "selection_can_change_qty", "0"},
};

constexpr std::array<std::string_view, 4> k_option_types = {"select", "radio", "checkbox", "multi"};
constexpr std::string_view k_only_json =
    "is not a JSON array of objects with a title and selections";

/// Settles what stands for a share in a selection; returns what is wrong with it.
std::optional<std::string> settle(const Cells& cells, ListMember& selection, std::size_t number)
{
    if (selection.find(k_selection_sku) == nullptr) { return "has a selection without a sku"; }
    bool is_share = false;
    for (auto& entry : selection.entries) {
        if (entry.field == k_selection_price && entry.text.ends_with('%')) {
            entry.text.remove_suffix(1);
            is_share = true;
        }
        if (entry.field != k_selection_price_type) { continue; }
        if (entry.text != "fixed" && entry.text != "percent") {
            return fmt::format("has a selection with the price_type \"{}\", which is neither fixed "
                               "nor percent",
                               util::printable(entry.text));
        }
        entry.text = entry.text == "percent" ? "1" : "0";
    }
    if (is_share && selection.find(k_selection_price_type) == nullptr) {
        selection.entries.push_back({k_selection_price_type, "1"});
    }
    if (selection.find(k_selection_position) == nullptr) {
        selection.entries.push_back({k_selection_position, cells.keep(std::to_string(number))});
    }
    return std::nullopt;
}

std::optional<std::string> settle_option(const Cells& cells, ListMember& option, std::size_t number)
{
    if (option.find(k_title) == nullptr) { return "has no title"; }
    const auto type = option.text_or(k_type, k_option_types[0]);
    if (std::find(k_option_types.begin(), k_option_types.end(), type) == k_option_types.end()) {
        return fmt::format("has the type \"{}\", which is none of {}", util::printable(type),
                           fmt::join(k_option_types, ", "));
    }
    if (option.find(k_position) == nullptr) {
        option.entries.push_back({k_position, cells.keep(std::to_string(number))});
    }
    std::vector<std::string_view> seen;
    for (auto& list : option.lists) {
        for (std::size_t i = 0; i < list.members.size(); ++i) {
            auto& selection = list.members[i];
            if (auto fault = settle(cells, selection, i + 1)) { return fault; }
            const auto sku = *selection.find(k_selection_sku);
            if (std::find(seen.begin(), seen.end(), sku) != seen.end()) {
                return fmt::format("has \"{}\" twice", sku);
            }
            seen.push_back(sku);
        }
    }
    if (seen.empty()) { return "has no selections"; }
    return std::nullopt;
}

} // namespace

bool ProductLinkRules::are_in(const Header& header)
{
    const auto is_there = [&](const auto& kind) { return header.has(kind.name); };
    return header.has(k_children) || header.has(k_members) || header.has(k_bundle_options) ||
           std::any_of(k_link_kinds.begin(), k_link_kinds.end(), is_there);
}

ProductLinkRules::ProductLinkRules(const Header& header)
    : m_sku(*header.find("sku")),
      m_type(header.find(k_type_id)),
      m_children(header.find(k_children)),
      m_members(header.find(k_members)),
      m_bundle(header.find(k_bundle_options))
{
    for (const auto& kind : k_link_kinds) {
        if (const auto column = header.find(kind.name)) {
            m_kinds.push_back({*column, kind.id, kind.position, 0});
        }
    }
}

ProductLinkRules::ProductLinkRules(const Header& header, Shape& shape) : ProductLinkRules(header)
{
    const auto field = [&](std::size_t table, std::string_view name, std::size_t column) {
        return shape.add(
            {.table = table, .name = std::string(name), .store = {}, .column = column + 1});
    };
    if (m_children) {
        m_super_table = shape.add_table(k_super_link_table);
        m_child = field(m_super_table, "product_id", *m_children);
    }
    if (m_children || m_members || m_bundle) {
        m_relation_table = shape.add_table(k_relation_table);
        m_related = shape.add(m_relation_table, "child_id");
    }
    if (m_members || !m_kinds.empty()) {
        ShapeTable links{.name = std::string(k_link_table), .covered_column = "link_type_id"};
        for (const auto& kind : m_kinds) { links.covered.emplace_back(kind.id); }
        if (m_members) { links.covered.emplace_back(k_grouped_link); }
        m_link_table = shape.add_table(std::move(links));
        for (auto& kind : m_kinds) {
            kind.linked = field(m_link_table, "linked_product_id", kind.column);
        }
        if (m_members) { m_member = field(m_link_table, "linked_product_id", *m_members); }
        m_link_type = shape.add(m_link_table, "link_type_id");
        m_int_table = shape.add_table("catalog_product_link_attribute_int");
        m_int_attribute = shape.add(m_int_table, "product_link_attribute_id");
        m_int_value = shape.add(m_int_table, "value");
    }
    if (m_members) {
        m_decimal_table = shape.add_table(k_link_decimal_table);
        m_decimal_attribute = shape.add(m_decimal_table, "product_link_attribute_id");
        m_decimal_value = shape.add(m_decimal_table, "value");
    }
    if (!m_bundle) { return; }
    const auto table = [](std::string_view end) {
        return ShapeTable{.name = fmt::format("catalog_product_bundle_{}", end)};
    };
    m_options.emplace(shape, table("option"), k_option_columns, *m_bundle);
    m_titles.emplace(shape, table("option_value"), k_title_columns, *m_bundle);
    m_selections.emplace(shape, table("selection"), k_selection_columns, *m_bundle);
    m_selected = m_selections->add_field(shape, "product_id");
    m_selected_for = m_selections->add_field(shape, "parent_product_id");
}

std::optional<std::vector<ProductLinkRules::Member>>
ProductLinkRules::read_skus(const Cells& cells, std::size_t column) const
{
    std::vector<Member> members;
    if (!cells.has(column)) { return members; }
    for (const auto& sku : split_names(cells[column].text)) {
        if (util::to_lower(sku) == util::to_lower(cells[m_sku].text)) {
            cells.refuse(column, "names the product itself");
            return std::nullopt;
        }
        members.push_back({cells.keep(sku), {}});
    }
    return members;
}

std::optional<std::vector<ProductLinkRules::Member>>
ProductLinkRules::read_members(const Cells& cells) const
{
    std::vector<Member> members;
    if (!cells.has(m_members)) { return members; }
    const auto list = read_list(cells, *m_members, k_member_fields, k_short_member);
    if (!list) { return std::nullopt; }
    for (const auto& member : *list) {
        const auto sku = member.text_or(k_sku, {});
        const bool is_again = std::any_of(members.begin(), members.end(),
                                          [&](const auto& one) { return one.sku == sku; });
        if (sku.empty() || is_again || util::to_lower(sku) == util::to_lower(cells[m_sku].text)) {
            cells.refuse(*m_members, sku.empty() ? std::string("has a member without a sku")
                                     : is_again  ? fmt::format("names \"{}\" twice", sku)
                                                 : std::string("names the product itself"));
            return std::nullopt;
        }
        members.push_back({sku, member.text_or(k_qty, {})});
    }
    return members;
}

std::optional<std::vector<ListMember>> ProductLinkRules::read_bundle(const Cells& cells) const
{
    if (!cells.has(m_bundle)) { return std::vector<ListMember>(); }
    auto list = read_list(cells, *m_bundle, k_option_fields, [](std::string_view, auto&) {
        return std::optional<std::string>(k_only_json);
    });
    if (!list) { return std::nullopt; }
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (const auto fault = settle_option(cells, (*list)[i], i + 1)) {
            cells.refuse(*m_bundle, fmt::format("has a {}. option that {}", i + 1, *fault));
            return std::nullopt;
        }
    }
    return list;
}

bool ProductLinkRules::says_parts(const Cells& cells) const
{
    const auto type = m_type ? cells[*m_type].text : std::string_view();
    return (m_children && type == "configurable") || (m_members && type == "grouped") ||
           (m_bundle && type == "bundle");
}

void ProductLinkRules::check(const Cells& cells) const
{
    if (m_children) { read_skus(cells, *m_children); }
    for (const auto& kind : m_kinds) { read_skus(cells, kind.column); }
    read_members(cells);
    read_bundle(cells);
}

void ProductLinkRules::read(const Cells& cells, FileRecord& record)
{
    std::vector<std::string_view> children;
    if (m_children) {
        if (const auto skus = read_skus(cells, *m_children)) {
            for (const auto& child : *skus) {
                record.set(record.add_row(m_super_table), m_child, Value::named(child.sku));
                children.push_back(child.sku);
            }
        }
    }
    for (const auto& kind : m_kinds) {
        const auto skus = read_skus(cells, kind.column);
        for (std::size_t i = 0; skus && i < skus->size(); ++i) {
            add_link(cells, record, kind, (*skus)[i], i + 1);
        }
    }
    if (m_members) {
        const auto members = read_members(cells);
        for (std::size_t i = 0; members && i < members->size(); ++i) {
            add_link(cells, record,
                     {*m_members, k_member_kind.id, k_member_kind.position, m_member},
                     (*members)[i], i);
            children.push_back((*members)[i].sku);
        }
    }
    if (m_bundle) {
        if (const auto options = read_bundle(cells)) {
            add_bundle(cells, record, *options);
            for (const auto& option : *options) {
                for (const auto& selection : *option.list(k_selections)) {
                    children.push_back(*selection.find(k_selection_sku));
                }
            }
        }
    }
    if (!m_children && !m_members && !m_bundle) { return; }
    if (!says_parts(cells)) { record.leave(m_relation_table); }
    std::sort(children.begin(), children.end());
    children.erase(std::unique(children.begin(), children.end()), children.end());
    for (const auto child : children) {
        record.set(record.add_row(m_relation_table), m_related, Value::named(child));
    }
}

void ProductLinkRules::add_link(const Cells& cells, FileRecord& record, const Kind& kind,
                                const Member& member, std::size_t position) const
{
    const auto row = record.add_row(m_link_table);
    record.set(row, kind.linked, Value::named(member.sku));
    record.set(row, m_link_type, Value::known_as(kind.id));
    const auto place = record.add_row(m_int_table, row);
    record.set(place, m_int_attribute, Value::named(kind.position));
    record.set(place, m_int_value, Value::of(cells.keep(std::to_string(position))));
    if (member.quantity.empty()) { return; }
    const auto quantity = record.add_row(m_decimal_table, row);
    record.set(quantity, m_decimal_attribute, Value::named(k_grouped_qty_attribute));
    record.set(quantity, m_decimal_value, Value::of(member.quantity));
}

void ProductLinkRules::add_bundle(const Cells& cells, FileRecord& record,
                                  const std::vector<ListMember>& options) const
{
    const auto bundle = Value::named(cells.keep(cells[m_sku].text));
    for (const auto& option : options) {
        const auto row = m_options->add(record, 0, option);
        m_titles->add(record, row, option, true);
        for (const auto& selection : *option.list(k_selections)) {
            const auto selected = m_selections->add(record, row, selection);
            record.set(selected, m_selected, Value::named(*selection.find(k_selection_sku)));
            record.set(selected, m_selected_for, bundle);
        }
    }
}

} // namespace datasync::formats
