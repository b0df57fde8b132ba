// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/text_mapper.hpp"

#include "schema/reference_ids.hpp"
#include "schema/scope_check.hpp"
#include "texts/php_from_json.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace datasync::engine {

namespace {

/// Quotes do not travel, so that their ids name nothing on the destination.
constexpr std::string_view k_never_travels = "quote_item_option";

bool is_serialized(ReferencePlace place)
{
    return place == ReferencePlace::product_options || place == ReferencePlace::rule_conditions ||
           place == ReferencePlace::packages || place == ReferencePlace::serialized;
}

} // namespace

TextMapper::TextMapper(const RunContext& context, const ReferenceTable& references)
    : m_context(context), m_references(references), m_root_columns(context.plan.root_columns())
{
}

bool TextMapper::holds_ids(const MappingPass& pass, const ReferenceText& text,
                           const Position& at) const
{
    return at.table != 0 ||
           m_context.handler->holds_ids(
               text.column, NamedRow(m_root_columns, pass.in().tables.front().row(at.row)));
}

void TextMapper::map(MappingPass& pass, const ReferenceText& text_of_column,
                     std::string_view column, const Position& at, Cell& cell)
{
    if (cell.is_empty()) { return; }
    m_pass = &pass;
    m_text = &text_of_column;
    m_column = column;
    m_at = at;
    const auto& description = text_of_column;
    const auto keep = [&](std::string_view text) {
        cell = Cell(pass.out().arena.store(text), text.size());
    };
    if (description.syntax == ReferencePlace::id_list) {
        keep(map_list(cell.text(), description.to));
        return;
    }
    const auto text = in_format_of_destination(description, cell.text());
    if (description.syntax == ReferencePlace::serialized) {
        if (text.data() != cell.text().data()) { keep(text); }
        return;
    }
    const auto scan = texts::scan_text(text, description.syntax,
                                       schema::facts_of(description, m_context.option_attributes));
    for (const auto& unparsed : scan.unparsed) {
        pass.remark(fmt::format("{}: {}; its bytes are kept", pass.where(at, description.column),
                                unparsed));
    }
    if (!scan.references.empty()) {
        keep(map_scan(text, scan));
    } else if (text.data() != cell.text().data()) {
        keep(text);
    }
}

std::string_view TextMapper::in_format_of_destination(const ReferenceText& text,
                                                      std::string_view value)
{
    if (!m_context.converts_json || !is_serialized(text.syntax)) { return value; }
    if (value.front() != '{' && value.front() != '[') { return value; }
    auto converted = texts::php_from_json(value);
    if (!converted) { return value; }
    m_converted = std::move(*converted);
    return m_converted;
}

TextMapper::Answer TextMapper::answer(std::string_view target, std::uint32_t id) const
{
    const auto* setting = m_context.settings->find(target);
    if (setting == nullptr) {
        const auto record = m_references.find(target, id);
        if (record.target_id != 0) { return {Fate::mapped, record.target_id}; }
        return {record.exists ? Fate::open : Fate::lost};
    }
    if (const auto mapped = setting->target(id)) { return {Fate::mapped, *mapped}; }
    if (const auto pretended = pretended_target(m_context.pretended, target, id)) {
        return {Fate::mapped, pretended};
    }
    if (!setting->known_source(id)) { return {Fate::lost}; }
    if (target == "store" || target == "website") { m_pass->refuse_scope(m_at, *setting, id); }
    if (target == "customer_group") {
        // 0 would be all who are not logged in.
        m_pass->lacks(target, id);
        m_pass->problem(m_at, Outcome::held,
                        fmt::format("{}: customer_group {} has not come to the destination; sync "
                                    "customer_group first",
                                    m_pass->where(m_at, m_text->column), setting->describe(id)));
    }
    return {target == "region" ? Fate::lost : Fate::open};
}

std::string TextMapper::map_scan(std::string_view text, const texts::TextScan& scan)
{
    std::vector<std::uint32_t> ids;
    ids.reserve(scan.references.size());
    for (const auto& reference : scan.references) {
        if (reference.target.empty()) {
            ids.push_back(reference.id);
            continue;
        }
        if (reference.id == 0 || reference.target == k_never_travels) {
            ids.push_back(0);
            continue;
        }
        auto found = answer(reference.target, reference.id);
        if (found.fate == Fate::open && !m_pass->can_wait(m_at, reference.id)) {
            found.fate = Fate::lost;
        }
        if (found.fate == Fate::open) {
            m_pass->leave_open(m_at, {m_column, m_text->syntax}, reference.target, reference.id,
                               ids.size());
        }
        if (found.fate == Fate::lost) { lose(reference.target, reference.id); }
        ids.push_back(found.id);
    }
    return texts::replace_ids(text, scan, ids);
}

std::string TextMapper::map_list(std::string_view list, std::string_view type)
{
    std::string mapped;
    std::size_t position = 0;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const auto id = parse_id(util::trim(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
        const bool is_guests = id == 0 && type == "customer_group";
        if (id == 0 && !is_guests) { continue; }
        const auto found = answer(type, id);
        const bool can_wait = found.fate != Fate::open || m_pass->can_wait(m_at, id);
        if (found.fate == Fate::lost || !can_wait) {
            lose(type, id);
            continue;
        }
        if (found.fate == Fate::open) {
            m_pass->leave_open(m_at, {m_column, m_text->syntax}, type, id, position);
        }
        mapped += fmt::format("{}{}", position == 0 ? "" : ",", found.id);
        ++position;
    }
    return mapped;
}

void TextMapper::lose(std::string_view target, std::uint32_t id)
{
    const bool is_list = m_text->syntax == ReferencePlace::id_list;
    m_pass->lost(fmt::format("{}: {} {} {}: {}", m_pass->where(m_at, m_text->column), target, id,
                             m_context.reads_file() ? "has not come from this source"
                                                    : "does not exist on the source",
                             is_list ? "left out" : "written as 0"));
}

} // namespace datasync::engine
