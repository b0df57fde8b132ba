// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Stores, finds and drops references that wait for their target.
#include "state/deferred_references.hpp"

#include "db/sql_text.hpp"
#include "state/bulk.hpp"
#include "state/registry.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace datasync::state {

namespace {

/// Names in the column `place`, in the order of the enumeration.
constexpr std::array<std::string_view, 11> k_place_names = {
    "column",   "directives", "layout_xml", "id_list",  "product_options", "rule_conditions",
    "packages", "serialized", "row",        "url_path", "tree_path"};

/// In the order that read_reference() expects.
constexpr std::string_view k_reference_columns =
    "d.deferred_id, d.target_type, d.target_source_id, d.owner_type, d.owner_source_id, "
    "d.table_name, d.key_column, d.row_id, d.column_name, d.place, d.`position`, d.attribute_id, "
    "d.store_id";

constexpr unsigned k_reference_cells = 13;

ReferencePlace place_of(std::string_view name)
{
    for (std::size_t i = 0; i < k_place_names.size(); ++i) {
        if (k_place_names[i] == name) { return static_cast<ReferencePlace>(i); }
    }
    throw std::runtime_error(
        fmt::format("a deferred reference has the unknown place \"{}\"", name));
}

DeferredReference read_reference(const db::RowView& row)
{
    DeferredReference reference;
    reference.id = std::stoull(row.string(0));
    reference.target_type = row.string(1);
    reference.target_source_id = row.id(2);
    reference.owner_type = row.string(3);
    reference.owner_source_id = row.id(4);
    reference.table = row.string(5);
    reference.key_column = row.string(6);
    reference.row_id = row.id(7);
    reference.column = row.string(8);
    reference.place = place_of(row.text(9));
    reference.position = row.id(10);
    reference.attribute_id = row.id(11);
    reference.store_id = row.id(12);
    return reference;
}

/// Everything a reference says, as one text.
std::string content_of(const DeferredReference& reference)
{
    return fmt::format("{} {} {} {} {} {} {} {} {} {} {}", reference.owner_source_id,
                       reference.table, reference.row_id, reference.column,
                       static_cast<int>(reference.place), reference.position,
                       reference.attribute_id, reference.store_id, reference.key_column,
                       reference.target_type, reference.target_source_id);
}

/// The number of the part that a reference waits for; NULL when it waits for a record.
std::string part_number_expression()
{
    std::string expression = "CASE d.target_type";
    for (const PartType& part : part_types()) {
        expression += fmt::format(" WHEN {} THEN {}", db::literal(part.name), part.number);
    }
    return expression + " END";
}

std::set<std::string> contents_of(std::span<const DeferredReference> references)
{
    std::set<std::string> contents;
    for (const DeferredReference& reference : references) {
        contents.insert(content_of(reference));
    }
    return contents;
}

std::string row_of(const DeferredReference& reference, std::string_view source_system)
{
    const auto place = k_place_names.at(static_cast<std::size_t>(reference.place));
    return fmt::format(
        "({},{},{},{},{},{},{},{},{},{},{},{},{},UTC_TIMESTAMP())", db::literal(source_system),
        db::literal(reference.owner_type), reference.owner_source_id, db::literal(reference.table),
        reference.row_id, db::literal(reference.column), db::literal(place), reference.position,
        reference.attribute_id, reference.store_id, db::literal(reference.key_column),
        db::literal(reference.target_type), reference.target_source_id);
}

} // namespace

DeferredReferences::DeferredReferences(db::Connection& destination, OwnTables tables,
                                       std::string source_system, std::uint16_t source_number,
                                       bool installed)
    : m_destination(destination),
      m_tables(std::move(tables)),
      m_source_system(std::move(source_system)),
      m_source_number(source_number),
      m_installed(installed)
{
}

bool DeferredReferences::owner_has_any(std::string_view owner_type)
{
    if (!m_installed) { return false; }
    return m_destination
        .value(db::bind(fmt::format("SELECT 1 FROM {} WHERE source_system = ? AND owner_type = ? "
                                    "LIMIT 1",
                                    db::quoted(m_tables.deferred)),
                        {m_source_system, owner_type}))
        .has_value();
}

void DeferredReferences::replace(std::string_view owner_type,
                                 std::span<const std::uint32_t> owner_source_ids,
                                 std::span<const DeferredReference> references)
{
    if (!m_installed) {
        throw std::logic_error("no reference can be deferred before the tables are installed");
    }
    // A run that changes nothing writes nothing here either.
    if (stored_contents(owner_type, owner_source_ids) == contents_of(references)) { return; }
    for_each_chunk(owner_source_ids, [&](auto chunk) {
        m_destination.execute(
            db::bind(fmt::format("DELETE FROM {} WHERE source_system = ? AND owner_type = ? AND "
                                 "owner_source_id IN ({})",
                                 db::quoted(m_tables.deferred), db::id_list(chunk)),
                     {m_source_system, owner_type}));
    });
    BulkStatement insert(
        m_destination,
        fmt::format(
            "INSERT INTO {} (source_system, owner_type, owner_source_id, "
            "table_name, row_id, column_name, place, `position`, "
            "attribute_id, store_id, key_column, target_type, target_source_id, created_at) "
            "VALUES ",
            db::quoted(m_tables.deferred)),
        " ON DUPLICATE KEY UPDATE key_column = VALUES(key_column), "
        "target_type = VALUES(target_type), "
        "target_source_id = VALUES(target_source_id)");
    for (const DeferredReference& reference : references) {
        insert.add(row_of(reference, m_source_system));
    }
    insert.flush();
}

void DeferredReferences::forget(std::string_view owner_type,
                                std::span<const std::uint32_t> owner_source_ids, bool rows_are_gone)
{
    if (!m_installed) { return; }
    for_each_chunk(owner_source_ids, [&](auto chunk) {
        m_destination.execute(
            db::bind(fmt::format("DELETE FROM {} WHERE source_system = ? AND owner_type = ? AND "
                                 "owner_source_id IN ({}){}",
                                 db::quoted(m_tables.deferred), db::id_list(chunk),
                                 rows_are_gone ? "" : " AND place = 'row'"),
                     {m_source_system, owner_type}));
    });
}

std::set<std::string> DeferredReferences::stored_contents(std::string_view owner_type,
                                                          std::span<const std::uint32_t> owners)
{
    std::set<std::string> contents;
    for_each_chunk(owners, [&](auto chunk) {
        m_destination.query(
            db::bind(fmt::format("SELECT {} FROM {} d WHERE d.source_system = ? AND "
                                 "d.owner_type = ? AND d.owner_source_id IN ({})",
                                 k_reference_columns, db::quoted(m_tables.deferred),
                                 db::id_list(chunk)),
                     {m_source_system, owner_type}),
            [&](const db::RowView& row) { contents.insert(content_of(read_reference(row))); });
    });
    return contents;
}

std::vector<std::string> DeferredReferences::arriving_types()
{
    std::vector<std::string> types;
    Registry registry(m_destination, m_tables, m_source_system, m_source_number, m_installed);
    // One step of the key per type, where DISTINCT may read all of it.
    const auto next = fmt::format("SELECT MIN(target_type) FROM {} WHERE source_system = ? AND "
                                  "target_type > ?",
                                  db::quoted(m_tables.deferred));
    for (auto type = m_destination.value(db::bind(next, {m_source_system, ""})); type;
         type = m_destination.value(db::bind(next, {m_source_system, *type}))) {
        if (registry.knows_any(*type)) { types.push_back(*type); }
    }
    return types;
}

std::vector<ArrivedReference> DeferredReferences::arrived(std::uint64_t after, unsigned most)
{
    std::vector<ArrivedReference> arrived;
    if (!m_installed) { return arrived; }
    // Millions may wait for records of which none has come.
    if (after == 0) { m_arriving = arriving_types(); }
    if (m_arriving.empty()) { return arrived; }
    // Along the key, so that all pages together read the table once.
    m_destination.query(
        db::bind(fmt::format("SELECT STRAIGHT_JOIN {}, COALESCE(r.target_id, p.target_id) "
                             "FROM {} d FORCE INDEX (PRIMARY) LEFT JOIN {} r ON "
                             "r.source_system = d.source_system AND "
                             "r.entity_type = d.target_type AND r.source_id = d.target_source_id "
                             "LEFT JOIN {} p ON p.source_no = {} AND p.part_type = {} AND "
                             "p.source_id = d.target_source_id "
                             "WHERE d.source_system = ? AND d.deferred_id > {} AND "
                             "d.target_type IN ({}) AND d.place <> 'row' AND "
                             "(r.target_id IS NOT NULL OR p.target_id IS NOT NULL) "
                             "ORDER BY d.deferred_id LIMIT {}",
                             k_reference_columns, db::quoted(m_tables.deferred),
                             db::quoted(m_tables.registry), db::quoted(m_tables.part),
                             m_source_number, part_number_expression(), after,
                             db::literal_list(m_arriving), most),
                 {m_source_system}),
        [&](const db::RowView& row) {
            arrived.push_back({read_reference(row), row.id(k_reference_cells)});
        });
    return arrived;
}

std::vector<WaitingOwner> DeferredReferences::waiting_rows(std::string_view owner_type,
                                                           std::uint64_t newest_before)
{
    std::vector<WaitingOwner> waiting;
    if (!m_installed) { return waiting; }
    m_destination.query(
        db::bind(fmt::format("SELECT d.owner_source_id, SUM(d.deferred_id <= {}) FROM {} d JOIN {} "
                             "r ON r.source_system = d.source_system AND r.entity_type = "
                             "d.target_type AND r.source_id = d.target_source_id WHERE "
                             "d.source_system = ? AND d.owner_type = ? AND d.place = 'row' GROUP "
                             "BY d.owner_source_id ORDER BY d.owner_source_id",
                             newest_before, db::quoted(m_tables.deferred),
                             db::quoted(m_tables.registry)),
                 {m_source_system, owner_type}),
        [&](const db::RowView& row) {
            waiting.push_back({row.id(0), row.id(1)});
        });
    return waiting;
}

std::vector<OpenReference> DeferredReferences::touching(std::string_view type,
                                                        std::span<const std::uint32_t> source_ids)
{
    std::vector<OpenReference> touching;
    if (!m_installed) { return touching; }
    // One key for each half of the union; a row that both halves find comes once.
    const auto half = [&](std::string_view side, std::string_view list) {
        return fmt::format("SELECT deferred_id, owner_type, owner_source_id, target_type, "
                           "target_source_id FROM {} WHERE {} AND {}_source_id IN ({})",
                           db::quoted(m_tables.deferred),
                           db::bind(fmt::format("source_system = ? AND {}_type = ?", side),
                                    {m_source_system, type}),
                           side, list);
    };
    for_each_chunk(source_ids, [&](auto chunk) {
        const auto list = db::id_list(chunk);
        m_destination.query(half("owner", list) + " UNION " + half("target", list),
                            [&](const db::RowView& row) {
                                touching.push_back({std::stoull(row.string(0)), row.string(1),
                                                    row.id(2), row.string(3), row.id(4)});
                            });
    });
    return touching;
}

std::uint64_t DeferredReferences::newest()
{
    if (!m_installed) { return 0; }
    return std::stoull(
        m_destination
            .value(fmt::format("SELECT MAX(deferred_id) FROM {}", db::quoted(m_tables.deferred)))
            .value_or("0"));
}

void DeferredReferences::remove(std::span<const std::uint64_t> ids)
{
    for_each_chunk(ids, [&](auto chunk) {
        m_destination.execute(fmt::format("DELETE FROM {} WHERE deferred_id IN ({})",
                                          db::quoted(m_tables.deferred), fmt::join(chunk, ",")));
    });
}

std::uint64_t DeferredReferences::count(std::string_view owner_type)
{
    if (!m_installed) { return 0; }
    return std::stoull(
        m_destination
            .value(db::bind(fmt::format("SELECT COUNT(*) FROM {} WHERE source_system = ? AND "
                                        "owner_type = ?",
                                        db::quoted(m_tables.deferred)),
                            {m_source_system, owner_type}))
            .value_or("0"));
}

} // namespace datasync::state
