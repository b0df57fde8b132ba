// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads a file record by record and makes batches of rows of them.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/field_places.hpp"
#include "adapters/csv/named_records.hpp"
#include "adapters/csv/recent_keys.hpp"
#include "adapters/csv/value_cells.hpp"
#include "adapters/csv/waiting_records.hpp"
#include "datasync/source_adapter.hpp"
#include "formats/form_reader.hpp"
#include "schema/reference_ids.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace datasync::adapters {

/// Yields the records of a file in its order. What is wrong with one becomes its fault.
class CsvAdapter : public SourceAdapter {
public:
    struct Parts {
        formats::FormReader& form;
        const FieldPlaces& places;
        const ShopNames& names;
        Completion* completion; ///< Null: records need none.
    };
    struct Limits {
        unsigned batch_size;
        std::uint64_t records; ///< 0: all.
        /// Of a file that is read again: which lines count; empty: all.
        std::function<bool(std::uint64_t line)> takes_line = {};
    };

    /// All arguments but the last outlive the adapter.
    CsvAdapter(const Parts& parts, const schema::AggregatePlan& plan,
               const std::vector<schema::NaturalTarget>& referenced,
               const schema::AttributeCodes& option_attributes, const Limits& limits);

    /// A file does not say how many records it has.
    std::uint64_t count() override { return 0; }
    bool next(EntityBatch& batch) override;

private:
    void read_records(EntityBatch& batch);
    void add(EntityBatch& batch, std::uint32_t index);
    void add_row(EntityBatch& batch, std::uint32_t index, std::size_t row);
    void add_value(EntityBatch& batch, std::uint32_t index, std::size_t row,
                   const formats::FileRecord::Entry& entry);
    void refuse(EntityBatch& batch, std::uint32_t index, std::size_t field, std::string_view value,
                std::string message) const;
    /// Adds a record and its place to the batch.
    void take(EntityBatch& batch, formats::FileRecord&& record, FilePlace&& place);

    Parts m_parts;
    const schema::AggregatePlan& m_plan;
    Limits m_limits;
    MadeUpIds m_made_up;
    NamedRecords m_records;
    std::optional<schema::ReferenceIds> m_text_ids; ///< Nothing where no text holds ids.
    ValueCells m_values;
    RecentKeys m_keys;
    WaitingRecords m_waiting;
    std::vector<std::vector<Cell>> m_blank_rows; ///< By table of the plan.
    formats::FileRecord m_next;
    std::vector<formats::FileRecord> m_read;
    std::size_t m_count = 0; ///< Of m_read, those of this batch.
    std::uint64_t m_total = 0;
    std::uint64_t m_batches = 0;
    /// Of the record in work, by its rows: their place in the batch and their id.
    struct Placed {
        std::uint32_t row;
        Cell id;
    };
    std::vector<Placed> m_placed;
};

} // namespace datasync::adapters
