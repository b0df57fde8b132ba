// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps the destination's next document numbers free: orders, invoices, shipments, credit memos.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Where shops keep their counters.
inline constexpr std::string_view k_counter_table = "eav_entity_store";

/// The counters of one entity type, one per store, from which the shop makes its next number.
class IncrementCounters {
public:
    /// Reads how the type is numbered. A type that the shop does not number by counting, or does
    /// not have, has no counters.
    IncrementCounters(const Shop& target, std::string_view entity_type_code);

    /// Raises every counter in whose series one of these numbers falls and that stands below it,
    /// and creates those that `store_ids`, the destination stores that got documents, lack. Comes
    /// last in the caller's db::Transaction, once: the shop's checkouts wait for the rows it
    /// changes.
    void raise(std::span<const std::string_view> increment_ids,
               std::span<const std::uint32_t> store_ids);

private:
    struct Counter {
        std::uint32_t store_id = 0;
        std::uint32_t row_id = 0; ///< 0: the store has none yet.
        std::string prefix;
        std::optional<std::string> last_id;
        std::uint64_t number = 0; ///< What the shop reads out of `last_id`.
    };

    std::vector<Counter> read() const;
    std::string format(const Counter& counter, std::uint64_t number) const;
    std::uint64_t number_in_series(const Counter& counter, std::string_view increment_id) const;
    std::uint64_t highest(const Counter& counter, std::span<const std::string_view> ids) const;
    bool is_behind(const Counter& counter, std::uint64_t number,
                   std::span<const std::uint32_t> store_ids) const;
    bool update(const Counter& counter, std::uint64_t number) const;
    bool create(const Counter& counter, std::uint64_t number) const;

    const Shop& m_target;
    std::uint32_t m_entity_type_id = 0; ///< 0: no counters.
    bool m_is_per_store = false;
    std::size_t m_pad_length = 0;
    std::string m_pad_char;
    std::vector<Counter> m_known; ///< As committed by whomever; own work may yet be rolled back.
};

} // namespace datasync::schema
