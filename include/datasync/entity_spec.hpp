// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The shape of an entity type as data: its tables, keys and references. Reading, mapping,
// comparing and writing any spec is written once; a spec names no database and holds no SQL.
#pragma once

#include "datasync/deferred_reference.hpp"
#include "datasync/policy.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace datasync {

/// What becomes of a reference whose target has no counterpart on the destination.
enum class WhenMissing : std::uint8_t {
    fail,          ///< The record fails.
    hold,          ///< The record is held until the target has come.
    empty,         ///< NULL (0 where the column takes no NULL), counted as lost.
    deliver_later, ///< NULL (or 0), remembered and delivered when the target comes.
    leave_row_out, ///< The row of a set stays behind; a later run brings it with its target.
    row_waits,     ///< The row stays behind and comes as soon as its target does.
    comes_along,   ///< The row stays behind; the target's own record has it too and brings it.
};

/// A column that holds an id. `to` names an entity type, a part of one ("customer_address"), or
/// one of the settings that are mapped by code or name ("website", "store", "region" ...); which
/// there are, schema/settings.cpp and schema/catalog_settings.cpp say.
struct Reference {
    std::string_view column;
    std::string_view to;
    WhenMissing when_missing = WhenMissing::fail;
};

/// A text column whose content holds ids.
struct ReferenceText {
    std::string_view column;
    ReferencePlace syntax = ReferencePlace::directives;
    std::string_view to = {}; ///< What the ids of an id_list refer to.
};

/// A column, or an attribute, that holds the path of a file below `folder` of the shop's media.
struct FilePath {
    std::string_view column;
    std::string_view folder;
};

/// A table with further settings of attributes, a row (or several) per attribute_id.
struct AttributeTable {
    std::string_view table;
    std::string_view scope = {}; ///< "website" or "store" when its rows belong to one.
};

/// Attributes of a table's rows that live in value tables named `<table>_<backend type>`.
struct EavSpec {
    std::string_view entity_type_code; ///< eav_entity_type.entity_type_code; empty: no attributes.
    std::span<const AttributeTable> attribute_tables = {}; ///< Copied with a created attribute.
    bool store_scoped = false;                             ///< Whether value rows have a store_id.
    bool create_missing = false; ///< Whether attributes the destination lacks are created.
    /// Attributes whose values are ids although no source model says so.
    std::span<const Reference> references = {};
    /// Attributes whose values are texts with ids in them.
    std::span<const ReferenceText> texts = {};
    /// Attributes whose values are paths of files, below a folder of the shop's media.
    std::span<const FilePath> files = {};
};

/// A column of another table of the entity that names rows of this one.
struct Holder {
    std::string_view table;
    std::string_view column;
};

/// One table of an entity. Rows of a table with a `key` have an identity of their own that is
/// kept for good; rows without are a set below their parent row, told apart by `row_key`.
struct TableSpec {
    std::string_view table;       ///< Without prefix.
    std::string_view key = {};    ///< Auto-increment key; empty for a set of rows.
    std::string_view type = {};   ///< Name in the registry: entity type (root) or part type.
    std::string_view parent = {}; ///< Table of the parent row; empty for the root.
    std::string_view parent_column = {};
    /// Columns that tell the rows of a set apart. Rows with a key of their own are known by these
    /// when the registry has lost them and their content has changed since.
    std::span<const std::string_view> row_key = {};
    /// Whether the registry keeps the ids of rows with a key. It need not where `row_key` tells
    /// them apart below their parent and nothing outside the record refers to them.
    bool is_registered = true;
    std::span<const Reference> references = {};
    std::span<const ReferenceText> texts = {};
    EavSpec eav = {};
    std::string_view modified_column = {}; ///< Date of the last change, for --date-from/--date-to.
    /// Ids of what does not travel (quotes): always NULL, or 0 where the column takes no NULL.
    std::span<const std::string_view> emptied = {};
    /// Columns with document numbers, which --increment-prefix and --increment-suffix change.
    std::span<const std::string_view> numbers = {};
    /// Instead of a parent: rows belong to the record because these columns name them.
    std::span<const Holder> held_by = {};
    /// One row per record, made of the root row: what order lists of the back office read.
    bool is_grid = false;
    /// For a link table: the column of the parent where older shops keep its rows as "1,2,3".
    std::string_view older_list = {};
    /// Whether rows of the destination that came from nowhere in this source stay: parts that the
    /// registry does not know, rows of sets that name something of the destination's own.
    bool keeps_own = false;
    /// Of a set with a row per store: the column that, in the row of store 0, names the part above
    /// it, as the title names an option.
    std::string_view names_parent_by = {};
    /// Whether parts that share `row_key` and name are told apart by the order of their ids.
    bool pairs_in_order = false;
    /// Whether rows are only looked up: the records are another entity type's, this one brings
    /// what hangs below them.
    bool is_given = false;
    /// Whether a change of its rows is a change of this record to a change tracker; no where
    /// another entity type has the same rows and announces them.
    bool is_announced = true;
    bool is_stock = false;         ///< Left out under `--stock exclude`.
    bool is_custom_option = false; ///< Subject to `--options-mode`.
    /// Columns with paths of files, which are brought along.
    std::span<const FilePath> files = {};
};

/// A table of settings that shops know by a code: order statuses, their states and labels.
struct CodeTable {
    std::string_view table;
    std::string_view code_column;
    std::string_view scope = {}; ///< "website" or "store" when its rows belong to one.
};

/// Rows below a setting that come with it when it is created.
struct SettingPart {
    std::string_view table;
    std::string_view name = {};  ///< The kind of setting that its rows are themselves.
    std::string_view scope = {}; ///< "website" or "store" when its rows belong to one.
};

/// A kind of setting with ids of its own (tax classes, ratings) that is created where the
/// destination lacks it. What it is called, schema/settings.cpp says.
struct CreatedSetting {
    std::string_view name;             ///< As references call it.
    std::string_view only_column = {}; ///< Of all of that kind, those with `only` in this column.
    std::string_view only = {};
    /// Columns with ids of other settings.
    std::span<const Reference> references = {};
    /// Column in which no two of a shop are equal, where there is one.
    std::string_view unique_column = {};
    std::span<const SettingPart> parts = {};
    /// One of the parts. A setting that has no rows there is in use nowhere on the destination: it
    /// gets the rows of all parts that belong to a scope.
    std::string_view used_in = {};
};

/// How a record is recognised on a destination that the registry knows nothing about.
struct NaturalKey {
    std::span<const std::string_view>
        columns;                      ///< Of the root table; the first is indexed or selective.
    std::string_view set_table = {};  ///< A child set that is part of the key (cms_block_store) ...
    std::string_view set_column = {}; ///< ... by this column (store_id).
    /// The first column alone is unique in every shop (document numbers): a record that is equal in
    /// it and differs in the others is another shop's, and in the way.
    bool first_is_unique = false;
    /// Several records of a shop may share the key: each arrives, and only one that nobody else has
    /// become is recognised by it.
    bool may_repeat = false;
    /// An attribute whose value in the admin store is part of the key.
    std::string_view attribute = {};
    /// Of records that share the key, the first to arrive is the one with the lowest id.
    bool pairs_in_order = false;
};

/// Only root rows with this value in `column` take part: the value itself or, where `setting`
/// names one, the id of the setting that is called so.
struct RootCondition {
    std::string_view column;
    std::string_view value;
    std::string_view setting = {};
    bool reports_others = false; ///< Whether rows that take no part are worth a warning.
};

/// Columns of a root whose records stand below each other: the shop reads `path`, the ids from the
/// top down to the record's own. The others are worked out of it: the id above, the depth and the
/// number of records below.
struct TreeSpec {
    std::string_view path = {}; ///< Empty: the records are no tree.
    std::string_view parent = {};
    std::string_view depth = {};
    std::string_view descendants = {};
};

/// What becomes of the destination's records when the source's are gone.
struct RemovalSpec {
    OnDelete policy = OnDelete::hard;    ///< Unless the user says otherwise.
    std::string_view never_because = {}; ///< Why they are never deleted; empty: they may be.
    /// Column of the root or, where it has none of that name, attribute that takes a record off
    /// display with the value `off`; empty: records of this type cannot be disabled.
    std::string_view switch_name = {};
    std::string_view off = {};
};

/// An entity type.
struct EntitySpec {
    std::string_view name; ///< Word on the command line and in the registry.
    /// The entity type that it is read together with; empty: it is one of its own.
    std::string_view part_of = {};
    std::span<const TableSpec> tables; ///< Root first, parents before their children.
    NaturalKey natural_key;
    std::string_view label_column;          ///< Root column that a person knows a record by.
    std::string_view increment_column = {}; ///< Root column for --increment-ids.
    std::span<const std::uint32_t> reserved_ids =
        {};                    ///< Root ids that mean the same in every shop.
    unsigned batch_size = 500; ///< Records per transaction unless the user says otherwise.
    /// Tables that belong to the records and do not travel; said when the source has rows in them.
    std::span<const std::string_view> left_behind = {};
    bool numbers_documents = false; ///< Whether --increment-prefix and --increment-suffix apply.
    /// Codes that records name and that are created where the destination lacks them: first the
    /// table that defines them, then those that add to it.
    std::span<const CodeTable> created_codes = {};
    /// Settings that are created where the destination lacks them.
    std::span<const CreatedSetting> created_settings = {};
    std::span<const RootCondition> conditions = {}; ///< Which root rows are records at all.
    TreeSpec tree = {};
    /// Whether the shop keeps sums of the records and their votes for each product.
    bool sums_up_votes = false;
    /// Whether orders say what the records come to. Orders from another database bring that along;
    /// where records come from files, it is added up.
    bool adds_to_orders = false;
    RemovalSpec removal = {};
    /// Indexers of the shop that have to run after a change (index_process.indexer_code).
    std::span<const std::string_view> indexers = {};

    const TableSpec& root() const { return tables.front(); }
};

} // namespace datasync
