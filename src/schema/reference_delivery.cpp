// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/reference_delivery.hpp"

#include "db/sql_text.hpp"
#include "schema/reference_ids.hpp"

#include <fmt/format.h>

#include <array>

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
    const auto scan = scan_text(*text, syntax_of(reference.place));
    if (reference.position >= scan.references.size()) { return false; }
    const auto& place = scan.references[reference.position];
    if (place.id != 0 || place.target != reference.target_type) { return false; }
    const std::array ids = {target_id};
    const auto patched = replace_ids(*text, {&place, 1}, ids);
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
