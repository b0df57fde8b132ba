// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/option_references.hpp"

#include "texts/reference_collector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::texts {

namespace {

/// Values whose ids take more than a name to find.
enum class Special : std::uint8_t { none, chosen_options, file_action, option_value };

/// Which ids stand at a key of a map, and what is in the map there.
struct Shape {
    std::string_view key = {}; ///< Empty: every key.
    std::string_view key_target = {};
    std::string_view value_target = {};
    std::span<const Shape> inner = {};
    Special special = Special::none;
    bool may_be_text = false; ///< Whether a string may hold the map serialized.
};

constexpr std::array k_super_attribute = {
    Shape{.key_target = "productattribute", .value_target = "eav_attribute_option"},
};
constexpr std::array k_bundle_choice = {
    Shape{.key_target = "bundle_option", .value_target = "bundle_selection"},
};
constexpr std::array k_bundle_quantity = {Shape{.key_target = "bundle_option"}};
constexpr std::array k_group_quantity = {Shape{.key_target = "product"}};
constexpr std::array k_super_product = {Shape{.key = "product_id", .value_target = "product"}};

constexpr std::array k_buy_request = {
    Shape{.key = "product", .value_target = "product"},
    Shape{.key = "related_product", .value_target = "product"},
    Shape{.key = "super_attribute", .inner = k_super_attribute},
    Shape{.key = "options", .special = Special::chosen_options},
    Shape{.key = "bundle_option", .inner = k_bundle_choice},
    Shape{.key = "bundle_option_qty", .inner = k_bundle_quantity},
    Shape{.key = "super_group", .inner = k_group_quantity},
    Shape{.key = "super_product_config", .inner = k_super_product},
    Shape{.key = "links", .value_target = "downloadable_link"},
    Shape{.special = Special::file_action},
};

constexpr std::array k_file_parameters = {Shape{.key = "id", .value_target = "quote_item_option"}};
constexpr std::array k_file_url = {Shape{.key = "params", .inner = k_file_parameters}};
constexpr std::array k_file = {Shape{.key = "url", .inner = k_file_url}};

constexpr std::array k_custom_option = {
    Shape{.key = "option_id", .value_target = "product_option"},
    Shape{.key = "option_value",
          .inner = k_file,
          .special = Special::option_value,
          .may_be_text = true},
};
constexpr std::array k_custom_options = {Shape{.inner = k_custom_option}};

constexpr std::array k_bundle_option = {
    Shape{.key = "option_id", .value_target = "bundle_option"},
};
constexpr std::array k_bundle_options = {
    Shape{.key_target = "bundle_option", .inner = k_bundle_option},
};

constexpr std::array k_product_options = {
    Shape{.key = "info_buyRequest", .inner = k_buy_request, .may_be_text = true},
    Shape{.key = "options", .inner = k_custom_options},
    Shape{.key = "bundle_options", .inner = k_bundle_options},
    Shape{.key = "bundle_selection_attributes", .inner = k_bundle_option, .may_be_text = true},
    Shape{.key = "super_product_config", .inner = k_super_product},
    Shape{.key = "links", .value_target = "downloadable_link"},
};

bool is_select(std::string_view option_type)
{
    constexpr std::array<std::string_view, 4> k_types = {"drop_down", "radio", "checkbox",
                                                         "multiple"};
    return std::find(k_types.begin(), k_types.end(), option_type) != k_types.end();
}

std::string_view value_at(const SerializedTree& tree, const SerializedNode& map,
                          std::string_view key)
{
    const SerializedNode* const node = tree.find(map, key);
    return node == nullptr ? std::string_view() : tree.value(*node);
}

class OptionScanner {
public:
    explicit OptionScanner(SerializedCollector& collector) : m_collector(collector) {}

    void scan(const SerializedLevel& level)
    {
        read_options(level.tree());
        walk(level, level.tree().root(), k_product_options);
    }

private:
    /// What a custom option is, as the text itself says.
    struct Option {
        std::uint32_t id;
        bool is_select;
    };

    void read_options(const SerializedTree& tree)
    {
        const SerializedNode* const options = tree.find(tree.root(), "options");
        if (options == nullptr) { return; }
        tree.for_each_child(*options, [&](const SerializedNode& option) {
            if (const auto id = plain_id(value_at(tree, option, "option_id"))) {
                m_options.push_back({*id, is_select(value_at(tree, option, "option_type"))});
            }
        });
    }

    void walk(const SerializedLevel& level, const SerializedNode& map,
              std::span<const Shape> shapes)
    {
        level.tree().for_each_child(map, [&](const SerializedNode& node) {
            const std::string_view key = level.tree().key(node);
            const auto shape = std::find_if(shapes.begin(), shapes.end(), [key](const Shape& row) {
                return row.key.empty() || row.key == key;
            });
            if (shape != shapes.end()) { add(level, map, node, *shape); }
        });
    }

    void add(const SerializedLevel& level, const SerializedNode& map, const SerializedNode& node,
             const Shape& shape)
    {
        if (!shape.key_target.empty()) { m_collector.add_key(level, node, shape.key_target); }
        if (!shape.value_target.empty()) { m_collector.add_value(level, node, shape.value_target); }
        switch (shape.special) {
        case Special::none:
            add_inner(level, node, shape);
            break;
        case Special::chosen_options:
            add_chosen_options(level, node);
            break;
        case Special::file_action:
            add_file_action(level, node);
            break;
        case Special::option_value:
            add_option_value(level, map, node, shape);
            break;
        }
    }

    void add_inner(const SerializedLevel& level, const SerializedNode& node, const Shape& shape)
    {
        if (node.kind == NodeKind::map) {
            walk(level, node, shape.inner);
        } else if (node.kind == NodeKind::text && shape.may_be_text) {
            m_collector.scan_nested(level, node, shape.key, [&](const SerializedLevel& nested) {
                walk(nested, nested.tree().root(), shape.inner);
            });
        }
    }

    /// `options_12_file_action` says what becomes of the file of option 12.
    void add_file_action(const SerializedLevel& level, const SerializedNode& node)
    {
        constexpr std::string_view k_prefix = "options_";
        constexpr std::string_view k_suffix = "_file_action";
        const std::string_view key = level.tree().key(node);
        if (key.starts_with(k_prefix) && key.ends_with(k_suffix) &&
            key.size() > k_prefix.size() + k_suffix.size()) {
            m_collector.add_key(level, node, "product_option", k_prefix, k_suffix);
        }
    }

    /// What the customer chose or typed, by option. Whether a number is an id depends on the
    /// option's type; a number that a customer typed is listed too, see TextReference.
    void add_chosen_options(const SerializedLevel& level, const SerializedNode& options)
    {
        level.tree().for_each_child(options, [&](const SerializedNode& node) {
            const std::string_view key = level.tree().key(node);
            const auto id = plain_id(key);
            const auto option =
                std::find_if(m_options.begin(), m_options.end(),
                             [&](const Option& row) { return id && row.id == *id; });
            const bool is_known = option != m_options.end();
            m_collector.add_key(level, node, "product_option");
            const std::size_t before = m_collector.references();
            m_collector.add_value(level, node,
                                  is_known && option->is_select ? "product_option_value" : "");
            if (!is_known && m_collector.references() > before) {
                m_collector.note(
                    fmt::format("a number for option {}, whose type is not given", shown(key)));
            }
        });
    }

    void add_option_value(const SerializedLevel& level, const SerializedNode& option,
                          const SerializedNode& value, const Shape& shape)
    {
        const std::string_view type = value_at(level.tree(), option, "option_type");
        if (is_select(type)) {
            m_collector.add_value(level, value, "product_option_value");
        } else if (type == "file") {
            add_inner(level, value, shape);
        }
    }

    SerializedCollector& m_collector;
    std::vector<Option> m_options;
};

} // namespace

void scan_product_options(const SerializedLevel& level, SerializedCollector& collector)
{
    OptionScanner(collector).scan(level);
}

} // namespace datasync::texts
