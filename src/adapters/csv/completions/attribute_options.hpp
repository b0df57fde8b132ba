// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which options of an attribute those of a file are.
#pragma once

#include "adapters/csv/record_fields.hpp"
#include "formats/file_record.hpp"
#include "schema/known_attributes.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// Options are known by their label in the admin store; of equal labels the n-th is the n-th. New
/// ones come behind those that are there.
class AttributeOptionCompletion {
public:
    /// `known` outlives the object.
    AttributeOptionCompletion(const formats::Shape& shape, const schema::KnownAttributes& known);

    /// Completes the options of a record; `there` is null for a new attribute.
    void complete(formats::FileRecord& record, const schema::Attribute* there, Arena& arena) const;

    /// The default value as the shop keeps it.
    struct Default {
        std::optional<formats::Value> value; ///< Nothing: an option is only being made.
        std::string unknown;                 ///< A label that is none; empty: all are.
    };
    /// Looks labels, or ids, up among the options that are there and those of the record.
    Default find_default(const formats::FileRecord& record, const schema::Attribute* there,
                         std::string_view labels, bool is_list, Arena& arena) const;

private:
    /// An option of a record.
    struct Said {
        std::size_t row;
        std::size_t label_row;
        std::string label;
        const schema::AttributeOption* there = nullptr;
    };

    std::vector<Said> options_of(const formats::FileRecord& record) const;
    static void match(std::vector<Said>& options, const schema::Attribute& there);

    const schema::KnownAttributes& m_known;
    std::optional<std::size_t> m_options; ///< Tables; nothing where the file has no options.
    std::size_t m_labels = 0;
    std::size_t m_sort_order = 0; ///< Fields.
    std::size_t m_store = 0;
    std::size_t m_label = 0;
};

} // namespace datasync::adapters
