// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/category.hpp"

#include "files/file_fault.hpp"
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

std::string fault_of(std::string_view column, std::string_view value, std::string message)
{
    files::FileFault fault;
    fault.column_name = column;
    fault.value = std::string(value);
    fault.message = std::move(message);
    return files::words_of(fault);
}

std::optional<std::size_t> find_field(const formats::Shape& shape, std::string_view name)
{
    for (std::size_t i = 0; i < shape.fields().size(); ++i) {
        const auto& field = shape.fields()[i];
        if (field.table == 0 && field.name == name && field.store.empty()) { return i; }
    }
    return std::nullopt;
}

} // namespace

CategoryCompletion::CategoryCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_tree(tools.shop), m_name(*find_field(shape, "name"))
{
    const auto parent = find_field(shape, "parent_id");
    const auto path = find_field(shape, "path");
    // Where the file says nothing of places, what is there stays where it is.
    const bool is_for_new = !parent && !path;
    const auto add = [&](std::string_view name, bool for_new) {
        return shape.add(
            {.table = 0, .name = std::string(name), .store = {}, .is_for_new = for_new});
    };
    m_parent = parent ? *parent : add("parent_id", is_for_new);
    m_path = path ? *path : add("path", is_for_new);
    add("level", is_for_new);
    add("children_count", true);
    m_position = add_for_new(shape, "position");
    const auto give = [&](std::string_view name, std::string value) {
        if (const auto field = add_for_new(shape, name)) {
            m_for_new.emplace_back(*field, std::move(value));
        }
    };
    const auto now = utc_now();
    give("created_at", now);
    give("updated_at", now);
    give("attribute_set_id", schema::default_attribute_set(tools.shop, k_entity_type));
    for (const auto& [name, value] : k_proposed) { give(name, std::string(value)); }
    for (auto& [code, value] : schema::attribute_defaults(tools.shop, k_entity_type)) {
        give(code, std::move(value));
    }
}

void CategoryCompletion::look_at(formats::FileRecord& record, Arena& arena)
{
    using formats::Value;
    const auto keep = [&](std::uint32_t number) {
        const auto digits = std::to_string(number);
        return std::string_view(arena.store(digits), digits.size());
    };
    const auto above = place_above(record, record.fault);
    if (above.number != 0) {
        record.set(0, m_parent, Value::known_as(keep(above.number)));
    } else {
        record.set(0, m_parent, Value::at_target(keep(above.target)));
    }
    record.set(0, m_path, {});
    if (m_position) { record.set(0, *m_position, Value::of(keep(next_position(above)))); }

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

CategoryCompletion::Place CategoryCompletion::place_above(const formats::FileRecord& record,
                                                          std::string& fault) const
{
    const Place root{0, m_tree.default_root()};
    const auto* path = record.find(0, m_path);
    if (path != nullptr && path->says == formats::Says::name) {
        auto parts = formats::split_path(path->text);
        // Its last name is the record's own; what is wrong with it has been said.
        if (!parts.names.empty()) { parts.names.pop_back(); }
        std::string problem;
        const auto found = walk(parts, problem);
        if (!problem.empty()) { fault = fault_of("path", path->text, problem); }
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
    for (auto& record : records) {
        for (const auto& [field, value] : m_for_new) {
            record.set(0, field, formats::Value::of(value));
        }
    }
}

} // namespace datasync::adapters
