// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A shop at work: random changes of records of all entity types, by plain SQL.
#pragma once

#include "db/connection.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::test {

/// Changes the shop of TrackerTest as its application would: each change is one transaction that
/// leaves paths, levels and counts right. It knows nothing of a tracker. The same seed makes the
/// same changes.
class ShopWriter {
public:
    ShopWriter(const db::ConnectionSettings& shop, std::uint64_t seed);

    /// Changes a little of every record there is.
    void touch_all();
    /// One random change, tried again after a deadlock.
    void change();

    /// How often a change was the victim of a deadlock.
    unsigned deadlocks() const { return m_deadlocks; }
    /// How often each kind of change was made.
    const std::map<std::string, unsigned>& made() const { return m_made; }

private:
    /// Column and expression.
    using Values = std::vector<std::pair<std::string, std::string>>;
    struct Kind {
        std::string_view name;
        unsigned weight;
        void (ShopWriter::*make)();
    };
    static const std::vector<Kind>& kinds();

    void exec(const std::string& sql);
    std::string value(const std::string& sql);
    std::uint32_t below(std::uint32_t bound);
    bool one_in(std::uint32_t times) { return below(times) == 0; }
    /// One of a column's values, as `from` (a table, perhaps with WHERE) has them; "" for none.
    std::string pick(const std::string& column, const std::string& from);
    /// Copies rows, with other values in some columns and new automatic ids; returns the first.
    std::string copy(const std::string& table, const std::string& where, const Values& changed);
    std::string next_name(std::string_view what);
    /// Sets an attribute's value of a customer, address, product or category; "NULL" removes it.
    void set_value(const std::string& entity_table, std::string_view backend, std::string_view code,
                   const std::string& id, unsigned store, const std::string& value);
    /// Copies the values of a record to another one.
    void copy_values(const std::string& entity_table, const std::string& from,
                     const std::string& to);

    void add_customer();
    void change_customer();
    void add_address();
    void change_address();
    void remove_address();
    void remove_customer();
    void change_group();
    void change_subscriber();
    void remove_subscriber();
    void change_block();
    void change_page();

    void add_order();
    void change_order();
    void comment_order();
    void give_message();
    void remove_order();
    void add_document();
    void change_document();
    void remove_document();
    void change_rule();
    void use_coupon();
    void change_review();

    void add_product();
    void change_product();
    void link_product();
    void place_product();
    void change_stock();
    void change_price();
    void remove_product();
    void replace_product();
    void add_category();
    void change_category();
    void move_category();
    void remove_category();
    void count_children();
    void change_option();
    void change_attribute();
    void change_set();
    void change_redirect();

    db::Connection m_shop;
    std::mt19937_64 m_random;
    std::map<std::string, std::vector<std::string>> m_columns; ///< By table, but automatic ids.
    std::map<std::string, unsigned> m_made;
    unsigned m_number = 0;
    unsigned m_deadlocks = 0;
};

} // namespace datasync::test
