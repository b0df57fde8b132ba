// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Amounts and quantities as shops keep them: four decimals, never a floating point number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::util {

/// A number with four decimals, below a hundred million in either direction, as DECIMAL(12,4) is.
class Decimal {
public:
    constexpr Decimal() = default;

    /// A whole number.
    static constexpr Decimal whole(std::int64_t number) { return Decimal(number * k_one); }
    /// Reads "-12.345"; further decimals are rounded, half away from zero. Nothing for what is no
    /// number or too large.
    static std::optional<Decimal> parse(std::string_view text);
    /// The same, 0 for what is none.
    static Decimal read(std::string_view text) { return parse(text).value_or(Decimal()); }

    /// "-12.3450".
    std::string text() const;
    /// Without decimals that are 0: "-12.345", "3"; for messages.
    std::string short_text() const;

    constexpr bool is_zero() const { return m_units == 0; }
    constexpr bool is_negative() const { return m_units < 0; }
    /// The product and the quotient, rounded; of a division by 0 it is 0.
    Decimal times(Decimal other) const;
    Decimal over(Decimal other) const;
    /// This number's share of `part` in `whole`, rounded: all of it where they are equal.
    Decimal share(Decimal part, Decimal whole) const;

    friend constexpr Decimal operator+(Decimal a, Decimal b)
    {
        return Decimal(a.m_units + b.m_units);
    }
    friend constexpr Decimal operator-(Decimal a, Decimal b)
    {
        return Decimal(a.m_units - b.m_units);
    }
    constexpr Decimal operator-() const { return Decimal(-m_units); }
    constexpr Decimal& operator+=(Decimal other)
    {
        m_units += other.m_units;
        return *this;
    }
    constexpr auto operator<=>(const Decimal&) const = default;

private:
    static constexpr std::int64_t k_one = 10000;
    constexpr explicit Decimal(std::int64_t units) : m_units(units) {}

    std::int64_t m_units = 0; ///< Ten-thousandths.
};

} // namespace datasync::util
