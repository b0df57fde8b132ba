// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/attribute_preparation.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "schema/row_copy.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace datasync::schema {

namespace {

/// Ids that a dry run gives to what a real run would create; far above any real one, and within
/// what value columns take.
constexpr std::uint32_t k_first_pretended_id = 0x70000000U;

/// Prepares one entity type; holds what its steps share.
class Preparation {
public:
    Preparation(const Shop& source, const Shop& target, const EavSpec& spec,
                const Settings& settings, const KnownParts& known, AttributeCreation creation)
        : m_source(source),
          m_target(target),
          m_spec(spec),
          m_settings(settings),
          m_known(known),
          m_creation(spec.create_missing || creation != AttributeCreation::create
                         ? creation
                         : AttributeCreation::report),
          m_source_set(read_attributes(source, spec.entity_type_code)),
          m_target_set(read_attributes(target, spec.entity_type_code))
    {
    }

    AttributePreparation run()
    {
        m_result.map.source_entity_type_id = m_source_set.entity_type_id;
        m_result.map.target_entity_type_id = m_target_set.entity_type_id;
        for (const auto& attribute : m_source_set.attributes) {
            const auto* counterpart = m_target_set.find(attribute.code);
            if (counterpart != nullptr) {
                match(attribute, *counterpart);
            } else {
                add_missing(attribute);
            }
        }
        return std::move(m_result);
    }

private:
    std::string name_of(const Attribute& attribute) const
    {
        return fmt::format("{} attribute \"{}\"", m_spec.entity_type_code, attribute.code);
    }

    void match(const Attribute& attribute, const Attribute& counterpart)
    {
        auto mapped = describe_values(attribute, m_spec);
        mapped.target_id = counterpart.id;
        mapped.target_backend = counterpart.backend_type;
        // A static attribute's column decides; value rows under its id are left-overs that shops
        // read all the same, so they travel within the table they were found in.
        const bool is_static = attribute.backend_type == "static";
        if (!is_static && !compatible_backends(attribute, counterpart)) {
            mapped.incompatible = true;
            m_result.warnings.push_back(fmt::format(
                "{} has backend type {} on the source and {} on the destination: records that "
                "have a value for it fail; change the destination's attribute",
                name_of(attribute), attribute.backend_type, counterpart.backend_type));
        }
        if (mapped.rule == ValueRule::option || mapped.rule == ValueRule::option_list) {
            map_options(attribute, counterpart, mapped);
        }
        m_result.map.add(attribute.id, std::move(mapped));
    }

    void map_options(const Attribute& attribute, const Attribute& counterpart,
                     MappedAttribute& mapped)
    {
        auto options = match_options(attribute, counterpart, m_known.options);
        mapped.options = std::move(options.known);
        if (!options.missing.empty() && m_creation == AttributeCreation::report) {
            std::vector<std::string> labels;
            for (const auto* option : options.missing) { labels.push_back(option->label); }
            m_result.warnings.push_back(fmt::format(
                "{}: the destination lacks the options {}; their values are left behind",
                name_of(attribute), fmt::join(labels, ", ")));
        } else if (!options.missing.empty()) {
            m_result.warnings.push_back(
                fmt::format("{}: {} options are new to the destination and are created there",
                            name_of(attribute), options.missing.size()));
            for (const auto* option : options.missing) {
                mapped.options[option->id] = create_option(option->id, counterpart.id);
            }
        }
        for (const auto& [source_id, target_id] : mapped.options) {
            if (!m_known.options.contains(source_id)) {
                m_result.new_options[source_id] = target_id;
            }
        }
    }

    /// In a dry run everything is read and mapped as in the real one, and refused where that is.
    std::uint32_t insert(std::string_view table, const SettingRow& row)
    {
        return m_creation == AttributeCreation::pretend ? m_next_pretended++
                                                        : insert_row(m_target, table, row);
    }

    std::uint32_t create_option(std::uint32_t source_id, std::uint32_t attribute_id)
    {
        std::uint32_t created = 0;
        for (auto row :
             read_rows(m_source, m_target, "eav_attribute_option", "option_id", source_id)) {
            row.erase("option_id");
            row["attribute_id"] = std::to_string(attribute_id);
            created = insert("eav_attribute_option", row);
        }
        copy_children("eav_attribute_option_value", "option_id", source_id, created, "value_id",
                      "store");
        return created;
    }

    /// Copies the rows of `table` below `column` = source_id, with stores or websites mapped.
    void copy_children(std::string_view table, std::string_view column, std::uint32_t source_id,
                       std::uint32_t target_id, std::string_view own_key, std::string_view scope)
    {
        // Where several stores or websites become one, the first row counts.
        std::set<std::uint32_t> scopes_done;
        for (auto row : read_rows(m_source, m_target, table, column, source_id)) {
            if (const auto key = row.find(own_key); key != row.end()) { row.erase(key); }
            row[std::string(column)] = std::to_string(target_id);
            if (!scope.empty()) {
                auto& id = row[std::string(scope) + "_id"];
                const auto& scopes = m_settings.get(scope);
                const auto source_scope = parse_id(id.value_or("0"));
                const auto mapped = scopes.target(source_scope);
                if (!mapped) {
                    fatal(ExitCode::refused,
                          "source {} {} has no counterpart on the destination, which has: {}; name "
                          "one with --map-{} CODE=CODE",
                          scope, scopes.describe(source_scope), scopes.choices(), scope);
                }
                if (!scopes_done.insert(*mapped).second) { continue; }
                id = std::to_string(*mapped);
            }
            insert(table, row);
        }
    }

    void add_missing(const Attribute& attribute)
    {
        auto mapped = describe_values(attribute, m_spec);
        const bool is_static = attribute.backend_type == "static";
        const bool creatable = !is_static && attribute.backend_table.empty();
        if (m_creation == AttributeCreation::report || !creatable) {
            report_missing(attribute, is_static);
        } else {
            warn_of_models(attribute);
            mapped.target_backend = attribute.backend_type;
            mapped.target_id = create(attribute);
            if (mapped.rule == ValueRule::option || mapped.rule == ValueRule::option_list) {
                for (const auto& option : attribute.options) {
                    mapped.options[option.id] = create_option(option.id, mapped.target_id);
                    m_result.new_options[option.id] = mapped.options[option.id];
                }
                set_default_option(attribute, mapped);
            }
            m_result.new_attributes[attribute.id] = mapped.target_id;
            m_result.warnings.push_back(fmt::format(
                "{} is new to the destination and is created there{}", name_of(attribute),
                mapped.options.empty() ? ""
                                       : fmt::format(", with {} options", mapped.options.size())));
        }
        m_result.map.add(attribute.id, std::move(mapped));
    }

    void report_missing(const Attribute& attribute, bool is_static)
    {
        // A static attribute without values is only a definition; its column is reported, if it
        // holds data, with the columns.
        if (is_static) { return; }
        m_result.warnings.push_back(fmt::format(
            "{} does not exist on the destination: its values are left behind{}",
            name_of(attribute),
            attribute.backend_table.empty()
                ? ""
                : " (it lives in a table of its own, " + attribute.backend_table + ")"));
    }

    void warn_of_models(const Attribute& attribute)
    {
        const auto used = [&](std::string_view column, const std::string& model) {
            return model.empty() ||
                   m_target.connection()
                       .value("SELECT 1 FROM " + m_target.quoted_table("eav_attribute") +
                              " WHERE " + db::quoted(column) + db::bind(" = ? LIMIT 1", {model}))
                       .has_value();
        };
        for (const auto& [column, model] : {std::pair{"backend_model", attribute.backend_model},
                                            std::pair{"source_model", attribute.source_model}}) {
            if (!used(column, model)) {
                m_result.warnings.push_back(
                    fmt::format("{} needs the {} {}: make sure that the destination's shop has it",
                                name_of(attribute), column, model));
            }
        }
    }

    std::uint32_t create(const Attribute& attribute)
    {
        std::uint32_t created = 0;
        for (auto row :
             read_rows(m_source, m_target, "eav_attribute", "attribute_id", attribute.id)) {
            row.erase("attribute_id");
            row["entity_type_id"] = std::to_string(m_target_set.entity_type_id);
            // An option is no id yet; none stays none.
            auto& value = row["default_value"];
            if (attribute.has_options() && value && !value->empty()) { value = std::nullopt; }
            created = insert("eav_attribute", row);
        }
        const auto copy = [&](std::string_view table, std::string_view key,
                              std::string_view scope) {
            copy_children(table, "attribute_id", attribute.id, created, key, scope);
        };
        copy("eav_attribute_label", "attribute_label_id", "store");
        for (const auto& further : m_spec.attribute_tables) {
            copy(further.table, "", further.scope);
        }
        assign_to_sets(attribute.id, created);
        return created;
    }

    /// Puts the attribute into the sets and groups of the same names.
    void assign_to_sets(std::uint32_t source_id, std::uint32_t target_id)
    {
        const auto sets = m_settings.attribute_sets(m_source, m_target, m_spec.entity_type_code);
        for (auto row :
             read_rows(m_source, m_target, "eav_entity_attribute", "attribute_id", source_id)) {
            const auto set = sets.target(parse_id(row["attribute_set_id"].value_or("0")));
            if (!set || *set == 0) { continue; }
            const auto group_name = m_source.connection().value(
                "SELECT attribute_group_name FROM " + m_source.quoted_table("eav_attribute_group") +
                " WHERE attribute_group_id = " + row["attribute_group_id"].value_or("0"));
            const auto group = m_target.connection().value(
                "SELECT attribute_group_id FROM " + m_target.quoted_table("eav_attribute_group") +
                " WHERE attribute_set_id = " + std::to_string(*set) + " ORDER BY " +
                db::bind("attribute_group_name = ? DESC, default_id DESC LIMIT 1",
                         {group_name.value_or("")}));
            if (!group) { continue; }
            row.erase("entity_attribute_id");
            row["entity_type_id"] = std::to_string(m_target_set.entity_type_id);
            row["attribute_set_id"] = std::to_string(*set);
            row["attribute_group_id"] = *group;
            row["attribute_id"] = std::to_string(target_id);
            insert("eav_entity_attribute", row);
        }
    }

    /// The default of a select attribute is an option id, known only now.
    void set_default_option(const Attribute& attribute, const MappedAttribute& mapped)
    {
        if (m_creation == AttributeCreation::pretend) { return; }
        const auto value = m_source.connection().value(
            "SELECT default_value FROM " + m_source.quoted_table("eav_attribute") +
            " WHERE attribute_id = " + std::to_string(attribute.id));
        std::vector<std::uint32_t> defaults;
        for (std::string_view rest = value ? *value : std::string_view{}; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            const auto option = mapped.options.find(parse_id(rest.substr(0, comma)));
            if (option != mapped.options.end()) { defaults.push_back(option->second); }
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
        if (defaults.empty()) { return; }
        m_target.connection().execute(fmt::format(
            "UPDATE {} SET default_value = '{}' WHERE attribute_id = {}",
            m_target.quoted_table("eav_attribute"), fmt::join(defaults, ","), mapped.target_id));
    }

    const Shop& m_source;
    const Shop& m_target;
    const EavSpec& m_spec;
    const Settings& m_settings;
    const KnownParts& m_known;
    AttributeCreation m_creation;
    AttributeSet m_source_set;
    AttributeSet m_target_set;
    std::uint32_t m_next_pretended = k_first_pretended_id;
    AttributePreparation m_result;
};

} // namespace

std::vector<std::string> attribute_tables(const EavSpec& spec)
{
    std::vector<std::string> tables = {"eav_entity_type",      "eav_attribute",
                                       "eav_attribute_option", "eav_attribute_option_value",
                                       "eav_attribute_label",  "eav_attribute_set",
                                       "eav_attribute_group",  "eav_entity_attribute"};
    for (const auto& further : spec.attribute_tables) { tables.emplace_back(further.table); }
    return tables;
}

AttributePreparation prepare_attributes(const Shop& source, const Shop& target, const EavSpec& spec,
                                        const Settings& settings, const KnownParts& known,
                                        AttributeCreation creation)
{
    return Preparation(source, target, spec, settings, known, creation).run();
}

} // namespace datasync::schema
