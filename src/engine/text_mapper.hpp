// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Maps the ids inside texts: CMS directives, layout XML, lists of ids, serialized values.
#pragma once

#include "engine/mapping_pass.hpp"
#include "engine/reference_table.hpp"
#include "engine/run_context.hpp"
#include "texts/text_references.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace datasync::engine {

/// Maps the texts of one plan. One per writer thread.
class TextMapper {
public:
    /// The arguments outlive the mapper.
    TextMapper(const RunContext& context, const ReferenceTable& references);

    /// Exchanges the ids of a text, the cell of `column` ("value" for an attribute's). What has not
    /// come yet stands as 0 until it is delivered; what does not parse keeps its bytes and is
    /// remarked upon.
    void map(MappingPass& pass, const ReferenceText& text, std::string_view column,
             const Position& at, Cell& cell);

    /// Whether a text holds ids in the row it stands in.
    bool holds_ids(const MappingPass& pass, const ReferenceText& text, const Position& at) const;

private:
    /// What becomes of one id.
    enum class Fate : std::uint8_t { mapped, open, lost };
    struct Answer {
        Fate fate;
        std::uint32_t id = 0;
    };

    /// The text as the destination reads it: PHP's own format instead of JSON where it has to be.
    std::string_view in_format_of_destination(const ReferenceText& text, std::string_view value);
    Answer answer(std::string_view target, std::uint32_t id) const;
    std::string map_list(std::string_view list, std::string_view type);
    std::string map_scan(std::string_view text, const texts::TextScan& scan);
    void lose(std::string_view target, std::uint32_t id);

    const RunContext& m_context;
    const ReferenceTable& m_references;

    std::vector<std::string> m_root_columns;

    MappingPass* m_pass = nullptr; ///< These four while a cell is mapped.
    const ReferenceText* m_text = nullptr;
    std::string_view m_column;
    Position m_at{};
    std::string m_converted;
};

} // namespace datasync::engine
