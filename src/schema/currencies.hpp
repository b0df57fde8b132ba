// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The currencies that a shop keeps its books in and shows its prices in.
#pragma once

#include "schema/scope_tree.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace datasync::schema {

/// Read once.
class Currencies {
public:
    explicit Currencies(const Shop& shop);

    /// That of the whole shop.
    std::string global() const;
    /// That of a website's books.
    std::string base(std::uint32_t website_id) const;
    /// That in which a store view shows its prices.
    std::string shown(const StoreView& store) const;

private:
    using Values = std::map<std::pair<std::string, std::uint32_t>, std::string>; ///< By scope.
    static const std::string* find(const Values& values, std::string_view scope, std::uint32_t id);

    Values m_base;
    Values m_shown;
    bool m_has_one_base = true; ///< Whether websites have no base currency of their own.
};

} // namespace datasync::schema
