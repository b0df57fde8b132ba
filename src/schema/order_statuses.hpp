// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which statuses orders of a shop may have, and which states they go with.
#pragma once

#include "schema/shop.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Read once.
class OrderStatuses {
public:
    explicit OrderStatuses(const Shop& shop);

    bool has(std::string_view status) const;
    /// All of them, for messages.
    const std::vector<std::string>& names() const { return m_names; }
    /// The state that orders of that status are in; nothing when the shop gives it none.
    std::optional<std::string> state_of(std::string_view status) const;
    /// The status that orders of that state get; nothing when it has none.
    std::optional<std::string> status_of(std::string_view state) const;

private:
    std::vector<std::string> m_names;
    /// The default of several.
    std::map<std::string, std::string, std::less<>> m_states;
    std::map<std::string, std::string, std::less<>> m_statuses;
};

} // namespace datasync::schema
