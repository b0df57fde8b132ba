// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Everything that comes before the first record of an export: columns, plan, names.
#pragma once

#include "datasync/entity_handler.hpp"
#include "datasync/export.hpp"
#include "exports/piece.hpp"
#include "formats/form_layout.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/settings.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace datasync::exports {

using Handlers = std::vector<std::unique_ptr<EntityHandler>>;

/// A column of the file and what fills it.
struct OutColumn {
    std::string name;                 ///< With its store.
    std::optional<std::size_t> field; ///< Of the shape; nothing: the id, or a piece.
    ReferenceForm form = ReferenceForm::name;
    bool is_id = false;
    bool is_required_text = false; ///< Is never left empty.
};

/// The shop, laid out for the file.
class ExportSetup {
public:
    /// Begins a snapshot of the shop and reads what it has. Throws UsageError for an entity type
    /// that is not written to files, or a filter that it cannot have. The arguments outlive the
    /// object.
    ExportSetup(const ExportOptions& options, db::Connection& connection, const Handlers& handlers);

    const EntitySpec& spec() const { return *m_spec; }
    const schema::AggregatePlan& plan() const { return m_plan; }
    const formats::FormLayout& layout() const { return *m_layout; }
    const std::vector<OutColumn>& columns() const { return m_columns; }
    const Pieces& pieces() const { return m_pieces; }
    BatchView& view() { return *m_view; }
    const ValueTexts& texts() const { return *m_texts; }
    const adapters::FieldPlaces& places() const { return *m_places; }
    /// Begins to read.
    schema::SourceReader open() const;

private:
    void find_entity(const Handlers& handlers);
    void load_tables();
    void lay_out();
    /// Takes the columns as they are laid out; false when some have to be left out.
    bool settle(std::vector<formats::FileColumn>& columns);
    std::optional<std::size_t> field_of(std::size_t column) const;
    void make_plan();
    void find_referenced(const Handlers& handlers);

    const ExportOptions& m_options;
    schema::Shop m_shop;
    const EntitySpec* m_spec = nullptr;
    std::unique_ptr<formats::EntityFormat> m_format;
    std::optional<schema::Settings> m_settings;
    std::map<std::string, schema::SettingMap> m_sets;
    std::optional<adapters::ShopNames> m_names;
    Pieces m_pieces;
    std::optional<formats::FormLayout> m_layout;
    std::optional<adapters::FieldPlaces> m_places;
    std::vector<OutColumn> m_columns;
    schema::AggregatePlan m_plan;
    std::vector<schema::NaturalTarget> m_referenced;
    schema::AttributeCodes m_option_attributes;
    std::optional<BatchView> m_view;
    std::optional<ValueTexts> m_texts;
    std::optional<PieceTools> m_tools;
};

} // namespace datasync::exports
