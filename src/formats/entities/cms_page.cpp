// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/cms_page.hpp"

#include "formats/cms_rules.hpp"

#include <array>

namespace datasync::formats {

namespace {

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{
        .name = "identifier", .kind = CellKind::word, .field = "identifier", .is_required = true},
    Column{.name = "title", .field = "title", .is_required = true},
    Column{.name = "content", .field = "content", .is_required = true},
    Column{.name = k_stores},
    Column{.name = "is_active", .kind = CellKind::flag, .field = "is_active"},
    Column{.name = "root_template", .kind = CellKind::word, .field = "root_template"},
    Column{.name = "meta_keywords", .field = "meta_keywords"},
    Column{.name = "meta_description", .field = "meta_description"},
    Column{.name = "content_heading", .field = "content_heading"},
    Column{.name = "sort_order", .kind = CellKind::whole, .field = "sort_order"},
    Column{.name = "layout_update_xml", .field = "layout_update_xml"},
    Column{.name = "custom_theme", .kind = CellKind::word, .field = "custom_theme"},
    Column{.name = "custom_root_template", .kind = CellKind::word, .field = "custom_root_template"},
    Column{.name = "custom_layout_update_xml", .field = "custom_layout_update_xml"},
    Column{.name = "custom_theme_from", .kind = CellKind::day, .field = "custom_theme_from"},
    Column{.name = "custom_theme_to", .kind = CellKind::day, .field = "custom_theme_to"},
    Column{.name = "creation_time", .kind = CellKind::moment, .field = "creation_time"},
    Column{.name = "update_time", .kind = CellKind::moment, .field = "update_time"},
};

constexpr std::array<std::string_view, 2> k_key = {"identifier", k_stores};

class CmsPageFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "cms_page"; }
    std::string_view root_table() const override { return "cms_page"; }
    std::span<const Column> columns() const override { return k_columns; }
    bool takes_further_columns() const override { return true; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::string key_part(std::string_view column, std::string_view text) const override
    {
        return CmsRules::key_part(column, text);
    }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<CmsRules>("cms_page_store", header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_cms_page_format()
{
    return std::make_unique<CmsPageFormat>();
}

} // namespace datasync::formats
