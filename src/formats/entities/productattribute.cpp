// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/productattribute.hpp"

#include "formats/attribute_options.hpp"
#include "formats/cell_check.hpp"
#include "formats/name_list.hpp"
#include "formats/store_labels.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace datasync::formats {

namespace {

constexpr std::string_view k_code = "attribute_code";
constexpr std::string_view k_input = "frontend_input";
constexpr std::string_view k_label = "frontend_label";
constexpr std::string_view k_backend = "backend_type";
constexpr std::string_view k_default = "default_value";
constexpr std::string_view k_sets = "attribute_sets";
constexpr std::string_view k_group = "group";
constexpr std::string_view k_own_id = "attribute_id";
constexpr std::string_view k_settings = "catalog_eav_attribute";
constexpr std::string_view k_places = "eav_entity_attribute";
constexpr std::size_t k_longest_code = 30;

/// A column of the attribute's own table.
constexpr Column own(std::string_view name, CellKind kind)
{
    return {.name = name, .kind = kind, .field = name};
}

/// A column of the table with what is so of product attributes alone.
constexpr Column of_products(std::string_view name, CellKind kind)
{
    return {.name = name, .kind = kind};
}

constexpr std::array k_own_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = k_code, .kind = CellKind::word, .field = k_code, .is_required = true},
    Column{.name = k_input, .kind = CellKind::word, .field = k_input, .is_required = true},
    Column{.name = k_label, .is_required = true, .is_per_store = true},
    Column{.name = "options"},
    Column{.name = k_sets},
    Column{.name = k_group},
    Column{.name = k_default},
    own("is_required", CellKind::flag),
    own("is_unique", CellKind::flag),
    own("is_user_defined", CellKind::flag),
    own("note", CellKind::text),
    own("frontend_class", CellKind::word),
    own("frontend_model", CellKind::word),
    own("source_model", CellKind::word),
    own(k_backend, CellKind::word),
    own("backend_model", CellKind::word),
    own("backend_table", CellKind::word),
    own("attribute_model", CellKind::word),
};

constexpr std::array k_product_columns = {
    of_products("is_global", CellKind::whole),
    of_products("is_visible", CellKind::flag),
    of_products("is_searchable", CellKind::flag),
    of_products("is_filterable", CellKind::whole),
    of_products("is_filterable_in_search", CellKind::flag),
    of_products("is_comparable", CellKind::flag),
    of_products("is_visible_on_front", CellKind::flag),
    of_products("is_visible_in_advanced_search", CellKind::flag),
    of_products("is_html_allowed_on_front", CellKind::flag),
    of_products("is_wysiwyg_enabled", CellKind::flag),
    of_products("is_used_for_price_rules", CellKind::flag),
    of_products("is_used_for_promo_rules", CellKind::flag),
    of_products("used_in_product_listing", CellKind::flag),
    of_products("used_for_sort_by", CellKind::flag),
    of_products("is_configurable", CellKind::flag),
    of_products("apply_to", CellKind::word),
    of_products("position", CellKind::whole),
    of_products("frontend_input_renderer", CellKind::word),
};

constexpr auto k_columns = joined(k_own_columns, k_product_columns);

/// Columns that know a third answer.
constexpr std::array<std::string_view, 2> k_threefold = {"is_global", "is_filterable"};

/// Kinds of input of which is known how the shop keeps their values.
constexpr std::array<std::string_view, 11> k_inputs = {
    "text",  "textarea",    "date",    "boolean", "select", "multiselect",
    "price", "media_image", "gallery", "weight",  "weee"};
constexpr std::array<std::string_view, 6> k_backends = {"varchar",  "int",     "text",
                                                        "datetime", "decimal", "static"};

constexpr std::array<std::string_view, 1> k_key = {k_code};

template<typename Words>
bool is_one_of(std::string_view word, const Words& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_attribute_code(std::string_view code)
{
    return !code.empty() && code.size() <= k_longest_code && code.front() >= 'a' &&
           code.front() <= 'z' && std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

/// What a default value looks like.
CellKind default_kind(std::string_view input)
{
    if (input == "boolean") { return CellKind::flag; }
    if (input == "price" || input == "weight") { return CellKind::decimal; }
    return input == "date" ? CellKind::day : CellKind::text;
}

/// The sets that an attribute stands in, each time in the same group.
class PlaceRules {
public:
    PlaceRules(const Header& header, Shape& shape)
        : m_sets(header.find(k_sets)), m_group(header.find(k_group))
    {
        if (!m_sets) { return; }
        m_table = shape.add_table({.name = std::string(k_places), .is_partial = true});
        m_set = shape.add(
            {.table = m_table, .name = "attribute_set_id", .store = {}, .column = *m_sets + 1});
        m_place = shape.add({.table = m_table,
                             .name = "attribute_group_id",
                             .store = {},
                             .column = m_group ? *m_group + 1 : 0});
    }

    void read(const Cells& cells, FileRecord& record) const
    {
        if (!cells.has(m_sets)) {
            if (cells.has(m_group)) {
                cells.refuse(*m_group, "names a group, and the record no attribute_sets to find it "
                                       "in");
            }
            return;
        }
        Value group;
        if (cells.has(m_group)) { group = Value::named(cells.keep(cells[*m_group].text)); }
        for (const auto& name : split_names(cells[*m_sets].text)) {
            const auto row = record.add_row(m_table);
            const auto text = cells.keep(name);
            const bool is_id = util::parse_unsigned(name).has_value();
            record.set(row, m_set, is_id ? Value::known_as(text) : Value::named(text));
            record.set(row, m_place, group);
        }
    }

private:
    std::optional<std::size_t> m_sets;
    std::optional<std::size_t> m_group;
    std::size_t m_table = 0;
    std::size_t m_set = 0;
    std::size_t m_place = 0;
};

class ProductAttributeRules : public RecordRules {
public:
    ProductAttributeRules(const Header& header, Shape& shape)
        : m_code(*header.find(k_code)),
          m_input(*header.find(k_input)),
          m_label(*header.find(k_label)),
          m_backend(header.find(k_backend)),
          m_default(header.find(k_default)),
          m_own_id(header.find(k_own_id)),
          m_label_field(add(shape, 0, k_label, m_label)),
          m_settings(shape.add_table(k_settings)),
          m_labels({k_label, "eav_attribute_label", "value", false}, header, shape),
          m_options(header, shape),
          m_places(header, shape)
    {
        if (m_default) { m_default_field = add(shape, 0, k_default, *m_default); }
        const auto& columns = header.columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& column = columns[i];
            const bool is_own =
                std::any_of(k_own_columns.begin(), k_own_columns.end(),
                            [&](const Column& other) { return other.name == column.name; });
            const bool is_further = column.known == nullptr && column.name != k_own_id;
            if (is_own || (column.known == nullptr && !is_further)) { continue; }
            const auto kind = column.known == nullptr ? CellKind::text : column.known->kind;
            m_given.push_back({i, shape.add({m_settings, column.name, column.store, false, i + 1}),
                               kind, is_one_of(column.name, k_threefold)});
        }
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        check_words(cells);
        record.set(0, m_label_field, cells.value(m_label, CellKind::text));
        const auto input = cells[m_input].text;
        if (m_default) {
            const bool is_empty = cells[*m_default].text == k_empty_text;
            const auto kind = is_empty ? CellKind::text : default_kind(input);
            record.set(0, m_default_field, cells.value(*m_default, kind));
        }
        const auto row = record.add_row(m_settings);
        for (const auto& given : m_given) {
            record.set(row, given.field, cells.value(given.column, given.kind));
        }
        m_labels.read(cells, record);
        if (cells.has(m_options.column()) && input != "select" && input != "multiselect") {
            cells.refuse(*m_options.column(),
                         fmt::format("has options, which an attribute of type {} cannot have",
                                     util::printable(input)));
        } else {
            m_options.read(cells, record);
        }
        m_places.read(cells, record);
    }

private:
    /// A column of the table beside the attribute's own.
    struct Given {
        std::size_t column;
        std::size_t field;
        CellKind kind;
        bool is_threefold;
    };

    static std::size_t add(Shape& shape, std::size_t table, std::string_view name,
                           std::size_t column)
    {
        return shape.add(
            {.table = table, .name = std::string(name), .store = {}, .column = column + 1});
    }

    void check_words(const Cells& cells) const
    {
        if (cells.has(m_own_id)) {
            cells.refuse(*m_own_id, "is an id of the destination: entity_id is that of the source");
        }
        if (cells.has(m_code) && !is_attribute_code(cells[m_code].text)) {
            cells.refuse(m_code,
                         "is no attribute code: up to 30 of a-z, 0-9 and _, a letter first");
        }
        const bool has_backend = cells.has(m_backend);
        if (has_backend && !is_one_of(cells[*m_backend].text, k_backends)) {
            cells.refuse(*m_backend, fmt::format("is none of {}", fmt::join(k_backends, ", ")));
        }
        if (cells.has(m_input) && !has_backend && !is_one_of(cells[m_input].text, k_inputs)) {
            cells.refuse(m_input, fmt::format("is none of {}; another type needs a backend_type",
                                              fmt::join(k_inputs, ", ")));
        }
        for (const auto& given : m_given) {
            const auto text = cells[given.column].text;
            const bool is_answer = text.size() == 1 && text >= "0" && text <= "2";
            if (given.is_threefold && cells.has(given.column) && !is_answer) {
                cells.refuse(given.column, "is none of 0, 1, 2");
            }
        }
    }

    std::size_t m_code;
    std::size_t m_input;
    std::size_t m_label;
    std::optional<std::size_t> m_backend;
    std::optional<std::size_t> m_default;
    std::optional<std::size_t> m_own_id;
    std::size_t m_label_field;
    std::size_t m_default_field = 0;
    std::size_t m_settings;
    StoreLabels m_labels;
    AttributeOptions m_options;
    PlaceRules m_places;
    std::vector<Given> m_given;
};

class ProductAttributeFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "productattribute"; }
    std::string_view root_table() const override { return "eav_attribute"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    bool reads_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<ProductAttributeRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_productattribute_format()
{
    return std::make_unique<ProductAttributeFormat>();
}

} // namespace datasync::formats
