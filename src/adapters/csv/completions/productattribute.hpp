// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What new attributes get, and where in the sets of a shop attributes stand.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/completions/attribute_kind.hpp"
#include "adapters/csv/completions/attribute_options.hpp"
#include "adapters/csv/scope_defaults.hpp"
#include "schema/attribute_places.hpp"
#include "schema/known_attributes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// An attribute that is there keeps its type, and the places that the file does not name.
class ProductAttributeCompletion : public Completion {
public:
    ProductAttributeCompletion(formats::Shape& shape, const CompletionTools& tools);
    void complete(std::span<formats::FileRecord> records, Arena& arena) override;

private:
    /// The fields of a place in a set.
    struct PlaceFields {
        std::size_t table;
        std::size_t set;
        std::size_t group;
        std::size_t entity_type;
        std::size_t sort_order;
    };

    /// The destination's attributes that the records are, null for a new one.
    std::vector<const schema::Attribute*>
    find_attributes(std::span<const formats::FileRecord> records) const;
    void check_type(formats::FileRecord& record, const schema::Attribute& there) const;
    void complete_kind(formats::FileRecord& record, const schema::Attribute* there,
                       Arena& arena) const;
    void complete_settings(formats::FileRecord& record, const AttributeKind& kind) const;
    void complete_default(formats::FileRecord& record, const schema::Attribute* there,
                          Arena& arena);
    void complete_places(formats::FileRecord& record, const schema::Attribute* there, Arena& arena);
    /// The group of that name in a set, made where it is missing.
    std::uint32_t group_of(std::uint32_t set, std::string_view name, bool may_make);

    const ShopNames& m_names;
    const KnownTargets& m_targets;
    const MakeGroup& m_make_group;
    const SyncOptions& m_options;
    schema::KnownAttributes m_known;
    AttributeOptionCompletion m_attribute_options;
    std::size_t m_code;
    std::size_t m_input;
    std::optional<std::size_t> m_default;
    std::size_t m_entity_type;
    NewField m_backend_type;
    NewField m_backend_model;
    std::size_t m_source_model;
    NewField m_new_source_model;
    NewField m_frontend_model;
    NewField m_is_user_defined;
    std::size_t m_settings; ///< Table.
    /// Fields of that table which the file does not have.
    std::optional<std::size_t> m_is_html_allowed;
    std::optional<std::size_t> m_is_configurable;
    std::optional<std::size_t> m_apply_to;
    std::optional<PlaceFields> m_place; ///< Nothing where the file names no sets.
    std::optional<schema::AttributePlaces> m_places;
};

} // namespace datasync::adapters
