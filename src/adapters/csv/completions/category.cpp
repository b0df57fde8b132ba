// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/category.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::adapters {

namespace {

constexpr std::string_view k_entity_type = "catalog_category";
/// What the shop's form proposes for a new category.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> k_proposed = {{
    {"is_active", "1"},
    {"include_in_menu", "1"},
}};

} // namespace

CategoryCompletion::CategoryCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_tree(tools.shop),
      m_name(*shape.find(0, "name")),
      m_parent(shape.find_or_add(0, "parent_id")),
      m_path(shape.find_or_add(0, "path")),
      m_level(shape.find_or_add(0, "level")),
      m_position(shape, "position"),
      m_created_at(shape, "created_at"),
      m_updated_at(shape, "updated_at"),
      m_set(shape, "attribute_set_id"),
      m_default_set(schema::default_attribute_set(tools.shop, k_entity_type)),
      m_now(utc_now())
{
    shape.find_or_add(0, "children_count");
    const auto give = [&](std::string_view code, std::string value) {
        if (shape.has(0, code)) { return; }
        const auto field =
            shape.add({.table = 0, .name = std::string(code), .store = {}, .is_for_new = true});
        m_values.emplace_back(field, std::move(value));
    };
    for (const auto& [code, value] : k_proposed) { give(code, std::string(value)); }
    for (auto& attribute : schema::attribute_defaults(tools.shop, k_entity_type)) {
        give(attribute.code, std::move(attribute.value));
    }
}

void CategoryCompletion::look_at(formats::FileRecord& record, Arena& arena)
{
    using formats::Value;
    const auto keep = [&](std::uint32_t number) {
        const auto digits = std::to_string(number);
        return std::string_view(arena.store(digits), digits.size());
    };
    // A record that does not say where it stands stays where it is.
    const bool is_said = says_place(record);
    const auto above = place_above(record);
    const auto set = [&](std::size_t field, Value value) {
        value.is_for_new = !is_said;
        record.set(0, field, value);
    };
    set(m_parent, above.number != 0 ? Value::known_as(keep(above.number))
                                    : Value::at_target(keep(above.target)));
    // Both follow from what it hangs below; neither is empty in the file.
    set(m_path, Value::of(""));
    set(m_level, Value::of("0"));
    m_position.write(record, Value::of(keep(next_position(above))));

    Known known;
    known.above = above.number;
    const auto* name = record.find(0, m_name);
    const auto folded = util::to_lower(util::trim(name == nullptr ? "" : name->text));
    const auto same = m_tree.find(above.target, folded);
    if (above.target != 0 && same.size() == 1) { known.target = same.front(); }
    m_known[record.number] = known;
    const auto under =
        above.number != 0 ? std::pair(above.number, 0U) : std::pair(0U, above.target);
    m_by_name.emplace(std::pair(under, folded), record.number);
}

bool CategoryCompletion::says_place(const formats::FileRecord& record) const
{
    const auto says = [&](std::size_t field) {
        const auto* value = record.find(0, field);
        return value != nullptr && !value->text.empty();
    };
    return says(m_parent) || says(m_path);
}

CategoryCompletion::Place CategoryCompletion::place_above(formats::FileRecord& record) const
{
    const Place root{0, m_tree.default_root()};
    const auto* path = record.find(0, m_path);
    if (path != nullptr && path->says == formats::Says::name) {
        auto parts = formats::split_path(path->text);
        // Its last name is the record's own; what is wrong with it has been said.
        if (!parts.names.empty()) { parts.names.pop_back(); }
        std::string problem;
        const auto found = walk(parts, problem);
        if (!problem.empty()) {
            record.refusals.push_back({m_path, std::string(path->text), std::move(problem)});
        }
        return found;
    }
    const auto* parent = record.find(0, m_parent);
    const auto id = parent == nullptr ? 0 : parse_id(parent->text);
    if (id == 0) { return root; }
    if (id == schema::k_tree_root) { return {0, schema::k_tree_root}; }
    const auto known = m_known.find(id);
    return {id, known == m_known.end() ? 0 : known->second.target};
}

CategoryCompletion::Place CategoryCompletion::walk(const formats::NamePath& path,
                                                   std::string& fault) const
{
    Place place{0, path.is_absolute ? schema::k_tree_root : m_tree.default_root()};
    for (const auto& name : path.names) {
        place = find_below(place, name, fault);
        if (!fault.empty()) { break; }
    }
    return place;
}

CategoryCompletion::Place CategoryCompletion::find_below(const Place& above,
                                                         const std::string& name,
                                                         std::string& fault) const
{
    const auto folded = util::to_lower(name);
    const auto under =
        above.number != 0 ? std::pair(above.number, 0U) : std::pair(0U, above.target);
    if (const auto found = m_by_name.find({under, folded}); found != m_by_name.end()) {
        return {found->second, m_known.at(found->second).target};
    }
    const auto there =
        above.target == 0 ? std::vector<std::uint32_t>{} : m_tree.find(above.target, folded);
    if (there.size() == 1) { return {0, there.front()}; }
    fault = there.empty() ? fmt::format("names \"{}\", which neither the destination nor the file "
                                        "above this record has there",
                                        name)
                          : fmt::format("names \"{}\", which the destination has {} times there: "
                                        "use parent_id",
                                        name, there.size());
    return {};
}

std::uint32_t CategoryCompletion::next_position(const Place& above)
{
    auto& last = m_last_positions[{above.number, above.target}];
    if (last == 0 && above.target != 0) { last = m_tree.last_position(above.target); }
    return ++last;
}

bool CategoryCompletion::may_come(const formats::FileRecord& record, std::uint64_t batch)
{
    auto& known = m_known.at(record.number);
    if (const auto above = m_known.find(known.above); above != m_known.end()) {
        const auto& comes = above->second.batch;
        if (&above->second != &known && (!comes || *comes >= batch)) { return false; }
    }
    known.batch = batch;
    return true;
}

void CategoryCompletion::complete(std::span<formats::FileRecord> records, Arena& /*arena*/)
{
    using formats::Value;
    for (auto& record : records) {
        m_created_at.write(record, Value::of(m_now));
        m_updated_at.write(record, Value::of(m_now));
        m_set.write(record, Value::known_as(m_default_set));
        for (const auto& [field, value] : m_values) { record.set(0, field, Value::of(value)); }
    }
}

} // namespace datasync::adapters
