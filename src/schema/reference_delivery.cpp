// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/reference_delivery.hpp"

#include "db/sql_text.hpp"
#include "schema/text_references.hpp"

#include <fmt/format.h>

#include <vector>

namespace datasync::schema {

namespace {

std::string where_row(const DeferredReference& reference)
{
    return fmt::format(" WHERE {} = {}", db::quoted(reference.key_column), reference.row_id);
}

bool deliver_in_text(const Shop& target, const DeferredReference& reference,
                     std::uint32_t target_id)
{
    const auto table = target.quoted_table(reference.table);
    const auto column = db::quoted(reference.column);
    const auto text = target.connection().value(
        fmt::format("SELECT {} FROM {}{} FOR UPDATE", column, table, where_row(reference)));
    if (!text) { return false; }
    auto scan = scan_text(*text, reference.place, {.list_type = reference.target_type});
    if (reference.position >= scan.references.size()) { return false; }
    auto& place = scan.references[reference.position];
    // Options that wait are all called 0, so that the text alone no longer tells a chosen value
    // from a typed one. What waits for it was found to be an id when it was read.
    const bool fits = place.target.empty() || place.target == reference.target_type;
    if (place.id != 0 || !fits) { return false; }
    place.target = reference.target_type;
    std::vector<std::uint32_t> ids;
    for (const auto& other : scan.references) { ids.push_back(other.id); }
    ids[reference.position] = target_id;
    const auto patched = replace_ids(*text, scan, ids);
    target.connection().execute(fmt::format("UPDATE {} SET {} = {}{}", table, column,
                                            db::literal(patched), where_row(reference)));
    return true;
}

} // namespace

bool deliver_reference(const Shop& target, const DeferredReference& reference,
                       std::uint32_t target_id)
{
    if (reference.place != ReferencePlace::column) {
        return deliver_in_text(target, reference, target_id);
    }
    const auto column = db::quoted(reference.column);
    const auto done = target.connection().execute(fmt::format(
        "UPDATE {} SET {} = {}{} AND ({} IS NULL OR {} = 0)", target.quoted_table(reference.table),
        column, target_id, where_row(reference), column, column));
    return done.affected_rows > 0;
}

} // namespace datasync::schema
