// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The websites, groups and stores of a shop, and which of them count where nothing is said.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync::schema {

/// A store view.
struct StoreView {
    std::uint32_t id = 0;
    std::uint32_t website_id = 0;
    std::string name;
    std::string group_name;
    std::string website_name;
};

/// A website.
struct Website {
    std::uint32_t id = 0;
    std::uint32_t default_store_id = 0; ///< Of its default group.
    bool is_default = false;
};

/// Read once; the admin store and website (0) are left out.
class ScopeTree {
public:
    explicit ScopeTree(const Shop& shop);

    /// The website of a shop that is meant where none is named; 0 for a shop without any.
    std::uint32_t default_website() const;
    /// The store view of a website that is meant where none is named; 0 for none.
    std::uint32_t default_store(std::uint32_t website_id) const;
    /// The website that a store view belongs to; 0 for an unknown one.
    std::uint32_t website_of(std::uint32_t store_id) const;
    /// A store view; nullptr for an unknown one.
    const StoreView* store(std::uint32_t id) const;
    const std::vector<StoreView>& stores() const { return m_stores; }
    const std::vector<Website>& websites() const { return m_websites; }

private:
    std::vector<Website> m_websites;
    std::vector<StoreView> m_stores;
};

} // namespace datasync::schema
