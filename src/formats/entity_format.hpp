// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The contract of one entity type's files: its columns, and what columns alone cannot say.
#pragma once

#include "datasync/sync_options.hpp"
#include "files/csv_record.hpp"
#include "formats/column.hpp"
#include "formats/file_record.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// A column of a file.
struct FileColumn {
    const Column* known =
        nullptr;       ///< Null: a further column, which the root table or an attribute takes.
    std::string name;  ///< Without the store.
    std::string store; ///< Of `name@store`.
};

/// Says what is wrong with a cell: the number of its column from 0, and words that follow its
/// value.
using Refuse = std::function<void(std::size_t column, std::string message)>;

/// The cells of one record, for a format's own rules.
class Cells {
public:
    Cells(const files::CsvRecord& record, Arena& arena, const Refuse& refuse)
        : m_record(record), m_arena(arena), m_refuse(refuse)
    {
    }

    const files::CsvCell& operator[](std::size_t column) const { return m_record[column]; }
    /// Whether the cell says something.
    bool has(std::optional<std::size_t> column) const
    {
        return column && !m_record[*column].is_null && !m_record[*column].text.empty();
    }
    /// A text that stays as long as the batch.
    std::string_view keep(std::string_view text) const
    {
        return {m_arena.store(text), text.size()};
    }
    /// The checked value of a cell. What does not fit is refused and says nothing.
    Value value(std::size_t column, CellKind kind, Says says = Says::text) const;
    void refuse(std::size_t column, std::string message) const
    {
        m_refuse(column, std::move(message));
    }

private:
    const files::CsvRecord& m_record;
    Arena& m_arena;
    const Refuse& m_refuse;
};

/// What makes rows of the columns that no single field takes. Made for one file.
class RecordRules {
public:
    virtual ~RecordRules() = default;
    /// Adds to a record whose simple columns are in its root row already.
    virtual void read(const Cells& cells, FileRecord& record) = 0;
};

/// The columns that a file has, by name.
class Header {
public:
    explicit Header(const std::vector<FileColumn>& columns) : m_columns(columns) {}
    /// The number of a column without store; nothing when the file does not have it.
    std::optional<std::size_t> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    const std::vector<FileColumn>& columns() const { return m_columns; }

private:
    const std::vector<FileColumn>& m_columns;
};

/// One entity type's files. Knows no database.
class EntityFormat {
public:
    virtual ~EntityFormat() = default;

    virtual std::string_view entity() const = 0;
    /// The entity type whose files it reads a second time; empty: it has files of its own.
    virtual std::string_view part_of() const { return {}; }
    /// Hears what the user has said of the file, before anything else.
    virtual void heed(const FileOptions& /*options*/) {}
    virtual std::string_view root_table() const = 0;
    virtual std::span<const Column> columns() const = 0;
    /// Whether columns that are not listed may be columns or attributes of the root table.
    virtual bool takes_further_columns() const { return false; }
    /// Whether its own rules take these columns, and not the root table.
    virtual bool reads_further_columns() const { return false; }
    /// Columns or attributes that it refuses all the same, for the shop works them out or keeps
    /// them elsewhere.
    virtual std::span<const std::string_view> refused_columns() const { return {}; }
    /// The columns that together tell two records of a file apart, each a list of choices between
    /// bars ("increment_id|order_id"), of which the first that the file has counts.
    virtual std::span<const std::string_view> key() const = 0;
    /// What counts of a cell of the key: cells that are the same to the shop make equal texts.
    virtual std::string key_part(std::string_view column, std::string_view text) const;
    /// Adds the fields that its own rules fill; nothing when it has none.
    virtual std::unique_ptr<RecordRules> rules(const Header& /*header*/, Shape& /*shape*/) const
    {
        return nullptr;
    }
};

} // namespace datasync::formats
