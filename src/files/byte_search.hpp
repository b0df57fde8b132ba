// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Looks for the few bytes that mean something in a text.
#pragma once

#include <array>
#include <bit>
#include <cstddef>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace datasync::files {

/// Finds the first of four bytes (fewer where some are equal), sixteen at a time where the
/// processor can do that: cells are mostly shorter, so that there is nothing to be guessed wrong
/// about how long they are.
class ByteSearch {
public:
    /// So many bytes behind the one that is found may be read.
    static constexpr std::size_t k_overrun = 16;

    explicit ByteSearch(const std::array<char, 4>& wanted)
    {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
#ifdef __SSE2__
            m_wanted[i].bytes = _mm_set1_epi8(wanted[i]);
#else
            m_is_wanted[static_cast<unsigned char>(wanted[i])] = true;
#endif
        }
    }

    /// The place of the first one from there on; there has to be one.
    const char* find(const char* from) const
    {
#ifdef __SSE2__
        while (true) {
            const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
            const __m128i first = _mm_or_si128(_mm_cmpeq_epi8(text, m_wanted[0].bytes),
                                               _mm_cmpeq_epi8(text, m_wanted[1].bytes));
            const __m128i second = _mm_or_si128(_mm_cmpeq_epi8(text, m_wanted[2].bytes),
                                                _mm_cmpeq_epi8(text, m_wanted[3].bytes));
            const int found = _mm_movemask_epi8(_mm_or_si128(first, second));
            if (found != 0) { return from + std::countr_zero(static_cast<unsigned>(found)); }
            from += sizeof text;
        }
#else
        while (!m_is_wanted[static_cast<unsigned char>(*from)]) { ++from; }
        return from;
#endif
    }

private:
#ifdef __SSE2__
    /// Sixteen times the same byte; in a struct, for arrays drop what is special about the type.
    struct Repeated {
        __m128i bytes;
    };
    std::array<Repeated, 4> m_wanted;
#else
    std::array<bool, 256> m_is_wanted = {};
#endif
};

} // namespace datasync::files
