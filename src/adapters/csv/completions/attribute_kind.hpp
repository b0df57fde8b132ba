// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How a shop keeps the values of an attribute, by the kind of input that people give them in.
#pragma once

#include <string_view>

namespace datasync::adapters {

/// What the back office writes down for a new attribute of that kind; empty: nothing.
struct AttributeKind {
    std::string_view input;
    std::string_view backend_type;
    std::string_view backend_model = {};
    std::string_view source_model = {};
    std::string_view frontend_model = {};
    std::string_view apply_to = {}; ///< Types of products, all of them where it is empty.
};

/// The kind of that name; that of texts for another name.
const AttributeKind& attribute_kind(std::string_view input);

} // namespace datasync::adapters
