// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The attributes of an EAV entity type on both sides: matched by code, their options by label.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// Backend types, each with a value table of its own.
inline constexpr std::array<std::string_view, 5> k_backends = {"varchar", "int", "text", "datetime",
                                                               "decimal"};

/// An option of a select attribute and its label in the admin store.
struct AttributeOption {
    std::uint32_t id = 0;
    std::string label;
    std::uint32_t occurrence = 0; ///< 0 for the first option of that label, 1 for the second ...
};

/// An attribute as one shop defines it.
struct Attribute {
    std::uint32_t id = 0;
    std::string code;
    std::string backend_type;  ///< "static" or one of k_backends.
    std::string backend_table; ///< Own value table, empty for the usual one.
    std::string backend_model;
    std::string frontend_input;
    std::string source_model;
    std::vector<AttributeOption> options; ///< In the order of their ids.

    /// Whether its values are option ids (one, or a list of them).
    bool has_options() const;
    bool is_multiselect() const { return frontend_input == "multiselect"; }
};

/// The attributes of one entity type in one shop.
struct AttributeSet {
    std::uint32_t entity_type_id = 0;
    std::vector<Attribute> attributes;

    const Attribute* find(std::string_view code) const;
};

/// Reads the attributes and options of an entity type. Throws FatalError (refused) when the shop
/// has no such entity type.
AttributeSet read_attributes(const Shop& shop, std::string_view entity_type_code);

/// What a value of an attribute is.
enum class ValueRule : std::uint8_t { plain, option, option_list, setting, record, text };

/// An attribute of the source and its counterpart.
struct MappedAttribute {
    std::string code;
    std::uint32_t target_id = 0; ///< 0: the destination does not have it.
    std::string source_backend;
    std::string target_backend; ///< "static": values found in a value table stay in its like.
    ValueRule rule = ValueRule::plain;
    std::string to; ///< Setting or record type that values refer to.
    WhenMissing when_missing = WhenMissing::empty;
    const ReferenceText* text = nullptr; ///< Of values that are texts with ids in them.
    const FilePath* file = nullptr;      ///< Of values that are paths of files.
    bool incompatible = false;           ///< The backend types cannot hold the same values.
    std::unordered_map<std::uint32_t, std::uint32_t> options;
};

/// All attributes of an entity type, from source to destination.
class EavMap {
public:
    std::uint32_t source_entity_type_id = 0;
    std::uint32_t target_entity_type_id = 0;

    /// Adds an attribute under its source id.
    void add(std::uint32_t source_id, MappedAttribute attribute);

    /// All attributes of the source, by their id there.
    const std::unordered_map<std::uint32_t, MappedAttribute>& attributes() const
    {
        return m_attributes;
    }
    /// The attribute with that source id; nullptr for one that the source does not define.
    const MappedAttribute* find(std::uint32_t source_id) const;
    /// Whether a destination attribute is the counterpart of one of the source.
    bool is_mapped_target(std::uint32_t target_id) const { return m_targets.contains(target_id); }
    /// The code of such a destination attribute.
    const std::string& target_code(std::uint32_t target_id) const
    {
        return m_targets.at(target_id);
    }

private:
    std::unordered_map<std::uint32_t, MappedAttribute> m_attributes;
    std::unordered_map<std::uint32_t, std::string> m_targets; ///< Destination id to code.
};

/// Options of the source that the destination knows or does not know.
struct OptionMatch {
    std::unordered_map<std::uint32_t, std::uint32_t> known; ///< Source id to destination id.
    std::vector<const AttributeOption*> missing;
};

/// Matches options by what the registry knows (source id to destination id), then by label, the
/// n-th of a label with the n-th of that label.
OptionMatch match_options(const Attribute& source, const Attribute& target,
                          const std::unordered_map<std::uint32_t, std::uint32_t>& registered);

/// How the values of an attribute are mapped; `references` are those of the spec.
MappedAttribute describe_values(const Attribute& attribute, const EavSpec& spec);

/// Whether values stored by one backend type can be stored by the other.
bool compatible_backends(const Attribute& source, const Attribute& target);

} // namespace datasync::schema
