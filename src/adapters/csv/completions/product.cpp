// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/product.hpp"

#include "formats/name_path.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::adapters {

using formats::FileRecord;
using formats::Says;
using formats::Value;

namespace {

constexpr std::string_view k_entity_type = "catalog_product";
constexpr std::string_view k_all = "all";
/// Enabled; in the catalogue and in the search.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> k_proposed = {{
    {"status", "1"},
    {"visibility", "4"},
}};

} // namespace

ProductCompletion::ProductCompletion(formats::Shape& shape, const CompletionTools& tools)
    : m_known(tools.known),
      m_scopes(tools.shop),
      m_type(*shape.find(0, "type_id")),
      m_website_table(*shape.find_table("catalog_product_website")),
      m_website(*shape.find(m_website_table, "website_id")),
      m_names_websites(!shape.tables()[m_website_table].is_for_new),
      m_category_table(shape.find_table("catalog_category_product")),
      m_created_at(shape, "created_at"),
      m_updated_at(shape, "updated_at"),
      m_now(utc_now())
{
    if (m_category_table) {
        m_category = *shape.find(*m_category_table, "category_id");
        m_tree.emplace(tools.shop);
    }
    const auto add = [&](std::string_view code) {
        return shape.add({.table = 0, .name = std::string(code), .store = {}, .is_for_new = true});
    };
    for (const auto& [code, value] : k_proposed) {
        if (!shape.has(0, code)) { m_proposed.emplace_back(add(code), value); }
    }
    for (auto& attribute : schema::attribute_defaults(tools.shop, k_entity_type)) {
        if (shape.has(0, attribute.code)) { continue; }
        const auto field = add(attribute.code);
        m_defaults.push_back({field, std::move(attribute)});
    }
}

void ProductCompletion::complete(std::span<FileRecord> records, Arena& arena)
{
    find_categories(records);
    for (auto& record : records) {
        if (!record.is_sound) { continue; }
        m_created_at.write(record, Value::of(m_now));
        m_updated_at.write(record, Value::of(m_now));
        for (const auto& [field, value] : m_proposed) { record.set(0, field, Value::of(value)); }
        const auto type = text_of(record, 0, m_type);
        for (const auto& [field, attribute] : m_defaults) {
            if (attribute.applies_to(type)) { record.set(0, field, Value::of(attribute.value)); }
        }
        place_in_websites(record, arena);
        place_in_categories(record, arena);
    }
}

void ProductCompletion::place_in_websites(FileRecord& record, Arena& arena) const
{
    const auto add = [&](std::uint32_t id) {
        record.set(record.add_row(m_website_table), m_website, setting_id(id, arena));
    };
    if (!m_names_websites) {
        add(m_scopes.default_website());
        return;
    }
    const auto last = record.size();
    for (std::size_t row = 1; row < last; ++row) {
        if (record[row].table != m_website_table ||
            util::to_lower(text_of(record, row, m_website)) != k_all) {
            continue;
        }
        record.replace(row, m_website, setting_id(m_scopes.default_website(), arena));
        for (const auto& website : m_scopes.websites()) {
            if (website.id != m_scopes.default_website()) { add(website.id); }
        }
    }
}

void ProductCompletion::find_categories(std::span<const FileRecord> records)
{
    m_categories.clear();
    if (!m_category_table) { return; }
    std::vector<std::uint32_t> ids;
    for (const auto& record : records) {
        for (std::size_t row = 1; row < record.size(); ++row) {
            if (record[row].table != *m_category_table) { continue; }
            const auto* said = record.find(row, m_category);
            if (said->says == Says::source_id) { ids.push_back(parse_id(said->text)); }
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.empty()) { return; }
    const auto targets = m_known("category", ids);
    for (std::size_t i = 0; i < ids.size(); ++i) { m_categories[ids[i]] = targets[i]; }
}

void ProductCompletion::place_in_categories(FileRecord& record, Arena& arena) const
{
    if (!m_category_table) { return; }
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (record[row].table != *m_category_table) { continue; }
        const auto said = *record.find(row, m_category);
        std::optional<std::uint32_t> found;
        std::string fault;
        if (said.says == Says::name) {
            found = walk(said.text, fault);
        } else if (const auto known = m_categories.find(parse_id(said.text));
                   known != m_categories.end() && known->second != 0) {
            found = known->second;
        } else {
            fault = "is the entity_id of no category that has come from this source: load the "
                    "categories first, or name them by their paths in the column categories";
        }
        if (found) {
            record.replace(row, m_category, target_id(*found, arena));
        } else {
            record.refusals.push_back({m_category, std::string(said.text), std::move(fault)});
            record.replace(row, m_category, Value::at_target("0"));
        }
    }
}

std::optional<std::uint32_t> ProductCompletion::walk(std::string_view path,
                                                     std::string& fault) const
{
    const auto parts = formats::split_path(path);
    auto place = parts.is_absolute ? schema::k_tree_root : m_tree->default_root();
    for (const auto& name : parts.names) {
        const auto there = m_tree->find(place, util::to_lower(name));
        if (there.size() != 1) {
            fault = there.empty()
                        ? fmt::format("names \"{}\", which the destination does not have there: "
                                      "load the categories first",
                                      name)
                        : fmt::format("names \"{}\", which the destination has {} times there: use "
                                      "category_ids",
                                      name, there.size());
            return std::nullopt;
        }
        place = there.front();
    }
    return place;
}

} // namespace datasync::adapters
