// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The contract of what fills columns that no single field of a record takes.
#pragma once

#include "adapters/csv/field_places.hpp"
#include "adapters/csv/shop_names.hpp"
#include "exports/batch_view.hpp"
#include "exports/value_texts.hpp"
#include "files/csv_format.hpp"
#include "formats/file_record.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::exports {

/// A record on its way into the file.
struct OutRecord {
    std::uint32_t record = 0; ///< Its number in the batch.
    std::vector<files::CsvValue>& cells;
    std::vector<std::string>& remarks; ///< What is lost.
    std::string& fault;                ///< Why it cannot be written at all; empty: it can.
    Arena& arena;                      ///< For texts that are made up.

    std::string_view keep(std::string_view text) const { return {arena.store(text), text.size()}; }
};

/// What pieces are told once the plan is made. All of it outlives them.
struct PieceTools {
    const schema::AggregatePlan& plan;
    const formats::Shape& shape;
    const adapters::FieldPlaces& places;
    const adapters::ShopNames& names;
    const ValueTexts& texts;
    const BatchView& view;
    std::vector<std::string> header; ///< The columns of the file.

    /// The number of a column of the file; nothing when it does not have it.
    std::optional<std::size_t> column(std::string_view name) const;
    /// The table of the plan, by its name in the shape; nothing when the plan lacks it.
    std::optional<std::size_t> table(std::string_view name) const;
};

/// A table of the record and its fields, by name.
class TableReader {
public:
    TableReader(const PieceTools& tools, std::string_view table);

    std::span<const std::uint32_t> rows(std::uint32_t record) const;
    /// Those of a record that hang below that row of the table above.
    std::vector<std::uint32_t> below(std::uint32_t record, std::uint32_t parent) const;
    /// What a row has in a field; NULL for an attribute without a value and for an unknown field.
    Cell cell(std::uint32_t row, std::string_view field) const;
    std::string_view text(std::uint32_t row, std::string_view field) const
    {
        return cell(row, field).text();
    }
    /// The id of a row of a table that has a key.
    std::uint32_t id(std::uint32_t row) const;
    /// What a new row of the file has where the file says nothing.
    Cell nothing(std::string_view field) const;

private:
    const PieceTools& m_tools;
    std::optional<std::size_t> m_table; ///< In the plan.
    std::vector<std::pair<std::string, std::size_t>> m_fields;
};

/// Fills some columns of an entity type's files. Made for one file.
class Piece {
public:
    virtual ~Piece() = default;

    /// The columns that it fills.
    virtual std::vector<std::string_view> columns() const = 0;
    /// Adds fields that it looks at beside those that the reader of such a file fills.
    virtual void add_fields(formats::Shape& /*shape*/) const {}
    /// The type of record whose names it asks the batch for; empty: none.
    virtual std::string_view referred_type() const { return {}; }
    /// Gets to know the plan.
    virtual void bind(const PieceTools& tools) = 0;
    /// Looks up what the records of a batch need.
    virtual void look_up() {}
    /// Fills the cells of a record.
    virtual void write(OutRecord& record) const = 0;
};

using Pieces = std::vector<std::unique_ptr<Piece>>;

/// The entity types that are written to files, in alphabetical order.
std::vector<std::string> exported_entities();

/// The pieces of an entity type. `shop` has all its tables and outlives them.
Pieces make_pieces(std::string_view entity, const schema::Shop& shop);

} // namespace datasync::exports
