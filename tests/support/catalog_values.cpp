// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/catalog_values.hpp"

#include "support/catalog_meanings.hpp"
#include "support/shop_lines.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace datasync::test {

namespace {

/// Attributes whose values are options, whatever old shops say about their source.
constexpr std::string_view k_has_options =
    "a.frontend_input IN ('select', 'multiselect') AND COALESCE(a.source_model, '') IN ('', "
    "'eav/entity_attribute_source_table')";
/// Settings and blocks that values name.
constexpr std::string_view k_value =
    "CASE WHEN a.attribute_code = 'tax_class_id' THEN (SELECT x.class_name FROM tax_class x WHERE "
    "x.class_id = v.value) WHEN a.attribute_code = 'landing_page' THEN (SELECT x.identifier FROM "
    "cms_block x WHERE x.block_id = v.value) ELSE {} END";

bool is_digit(char c)
{
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The number that a text starts with.
std::string_view leading_number(std::string_view text)
{
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Whether values of this attribute are lists of ids of categories.
bool lists_categories(std::string_view code)
{
    return code == "all_children" || code == "children" || code == "path_in_store";
}

} // namespace

CatalogNames::CatalogNames(TestDatabase& shop)
{
    for (const auto& row : shop.rows("SELECT entity_id, sku FROM catalog_product_entity")) {
        m_products[row[0].value()] = row[1].value_or("NULL");
    }
    for (const auto& row :
         shop.rows(fmt::format("SELECT o.option_id, {} FROM eav_attribute_option o",
                               fmt::format(fmt::runtime(option_meaning()), "o.option_id")))) {
        m_options[row[0].value()] = row[1].value_or("NULL");
    }
    std::map<std::string, std::string, std::less<>> own_names;
    const auto rows = shop.rows(fmt::format("SELECT c.entity_id, c.path, {} FROM "
                                            "catalog_category_entity c",
                                            category_name("c.entity_id")));
    for (const auto& row : rows) { own_names[row[0].value()] = row[2].value_or("NULL"); }
    for (const auto& row : rows) {
        const auto ids = util::split(row[1].value(), '/');
        std::string name = ids.size() == 1 ? "(tree)" : "(root)";
        for (std::size_t i = 2; i < ids.size(); ++i) {
            name += "/" + own_names[std::string(ids[i])];
        }
        m_categories[row[0].value()] = name;
    }
}

std::string CatalogNames::category(const std::string& id) const
{
    const auto found = m_categories.find(id);
    return found == m_categories.end() ? "NULL" : found->second;
}

std::string CatalogNames::paths(const std::string& text) const
{
    std::string named;
    for (std::string_view rest = text; !rest.empty();) {
        const auto in = [&](std::string_view word) { return rest.starts_with(word); };
        const bool is_product = in("product/view/id/") || in("product/");
        const bool is_category = in("category/view/id/") || in("category/");
        const auto word =
            rest.substr(0, in("product/view/id/") || in("category/view/id/") ? rest.find("id/") + 3
                                                                             : rest.find('/') + 1);
        const auto id = is_product || is_category ? leading_number(rest.substr(word.size()))
                                                  : std::string_view();
        if (id.empty()) {
            named += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        const auto product = m_products.find(id);
        const std::string unknown = "NULL";
        named += fmt::format("{}<{}>", word,
                             is_category                   ? category(std::string(id))
                             : product == m_products.end() ? unknown
                                                           : product->second);
        rest.remove_prefix(word.size() + id.size());
        // What follows a product is the category that it is shown in.
        const auto below = is_product && rest.starts_with('/') ? leading_number(rest.substr(1))
                                                               : std::string_view();
        if (!below.empty()) {
            named += fmt::format("/<{}>", category(std::string(below)));
            rest.remove_prefix(1 + below.size());
        }
    }
    return named;
}

std::string CatalogNames::categories(const std::string& list) const
{
    std::string named;
    for (const auto& id : util::split(list, ',')) {
        named += fmt::format("<{}>", category(std::string(id)));
    }
    return named;
}

std::optional<std::string> CatalogNames::options(const std::string& value, bool is_list) const
{
    if (!is_list) {
        const auto found = m_options.find(value);
        if (found != m_options.end()) { return found->second; }
        const bool is_id = value != "0" && leading_number(value) == value && !value.empty();
        return is_id ? std::nullopt : std::optional(value);
    }
    std::string labels;
    for (const auto& id : util::split(value, ',')) {
        const auto found = m_options.find(id);
        if (found != m_options.end()) { labels += fmt::format("<{}>", found->second); }
    }
    return labels;
}

void add_value_lines(TestDatabase& shop, TestDatabase& other, std::string_view entity_table,
                     const std::string& where, const CatalogNames& names,
                     std::vector<std::string>& lines)
{
    const bool is_product = entity_table == "catalog_product_entity";
    const bool zero_dates = both_take_zero_dates(shop, other);
    for (const auto type : k_value_tables) {
        const auto plain =
            type == "datetime" && !zero_dates ? without_zero_date("v.value") : "v.value";
        const auto rows = shop.rows(fmt::format(
            "SELECT {}, a.attribute_code, s.code, {}, {}, a.frontend_input FROM {}_{} v JOIN {} r "
            "ON r.entity_id = v.entity_id JOIN eav_attribute a ON a.attribute_id = v.attribute_id "
            "AND a.entity_type_id = r.entity_type_id AND a.backend_type = '{}' JOIN "
            "eav_entity_type y ON y.entity_type_id = a.entity_type_id LEFT JOIN core_store s ON "
            "s.store_id = v.store_id WHERE {} AND EXISTS (SELECT 1 FROM {}.eav_attribute oa JOIN "
            "{}.eav_entity_type oy ON oy.entity_type_id = oa.entity_type_id WHERE "
            "oy.entity_type_code = y.entity_type_code AND oa.attribute_code = a.attribute_code)",
            is_product ? "r.sku" : "r.entity_id", fmt::format(k_value, plain), k_has_options,
            entity_table, type, entity_table, type, where, other.name(), other.name()));
        for (const auto& row : rows) {
            const auto& code = row[1].value();
            auto value = row[3];
            if (value && row[4] == "1") {
                value = names.options(*value, row[5] == "multiselect");
                if (!value) { continue; }
            } else if (value && lists_categories(code)) {
                value = names.categories(*value);
            } else if (value) {
                value = names.paths(*value);
            }
            const auto record =
                is_product ? row[0].value_or("NULL") : names.category(row[0].value());
            lines.push_back(
                line_of(fmt::format("value of {} {} for {}", record, code, row[2].value_or("NULL")),
                        {{"value", value.value_or("NULL")}}));
        }
    }
}

} // namespace datasync::test
