// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/cms_block.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_texts = {
    ReferenceText{"content", ReferencePlace::directives},
};

constexpr std::array k_store_references = {
    Reference{"store_id", "store", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_store_key = {"store_id"};

constexpr std::array k_tables = {
    TableSpec{.table = "cms_block",
              .key = "block_id",
              .type = "cms_block",
              .texts = k_texts,
              .modified_column = "update_time"},
    TableSpec{.table = "cms_block_store",
              .parent = "cms_block",
              .parent_column = "block_id",
              .row_key = k_store_key,
              .references = k_store_references},
};

constexpr std::array<std::string_view, 1> k_natural_key = {"identifier"};

constexpr EntitySpec k_spec = {
    .name = "cms_block",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key,
                    .set_table = "cms_block_store",
                    .set_column = "store_id"},
    .label_column = "identifier",
    .batch_size = 50, // Blocks may be megabytes.
    .removal = {.switch_name = "is_active", .off = "0"},
};

class CmsBlockHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_cms_block()
{
    return std::make_unique<CmsBlockHandler>();
}

} // namespace datasync::entities
