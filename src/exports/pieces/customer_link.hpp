// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether a file says which customer a record belongs to.
#pragma once

#include "exports/piece.hpp"

namespace datasync::exports {

/// Fills no column. Remarks on records that will have lost their customer where they are loaded.
class CustomerLink : public Piece {
public:
    /// `table` is the root; the customer of its records is found by the address in `email`, or not
    /// at all where that is empty. Both outlive the piece.
    CustomerLink(std::string_view table, std::string_view email) : m_table(table), m_email(email) {}

    std::vector<std::string_view> columns() const override { return {}; }
    void add_fields(formats::Shape& shape) const override;
    std::string_view referred_type() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    std::string_view m_table;
    std::string_view m_email;
    const PieceTools* m_tools = nullptr;
    std::optional<TableReader> m_root;
    bool m_is_written = false; ///< The id itself is in the file.
};

} // namespace datasync::exports
