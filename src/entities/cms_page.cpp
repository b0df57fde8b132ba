// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/cms_page.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_texts = {
    ReferenceText{"content", ReferencePlace::directives},
    ReferenceText{"layout_update_xml", ReferencePlace::layout_xml},
    ReferenceText{"custom_layout_update_xml", ReferencePlace::layout_xml},
};

constexpr std::array k_store_references = {
    Reference{"store_id", "store", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_store_key = {"store_id"};

constexpr std::array k_tables = {
    TableSpec{.table = "cms_page",
              .key = "page_id",
              .type = "cms_page",
              .texts = k_texts,
              .modified_column = "update_time"},
    TableSpec{.table = "cms_page_store",
              .parent = "cms_page",
              .parent_column = "page_id",
              .row_key = k_store_key,
              .references = k_store_references},
};

constexpr std::array<std::string_view, 1> k_natural_key = {"identifier"};

constexpr EntitySpec k_spec = {
    .name = "cms_page",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key,
                    .set_table = "cms_page_store",
                    .set_column = "store_id"},
    .label_column = "identifier",
    .batch_size = 50, // Pages may be megabytes.
    .removal = {.switch_name = "is_active", .off = "0"},
};

class CmsPageHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_cms_page()
{
    return std::make_unique<CmsPageHandler>();
}

} // namespace datasync::entities
