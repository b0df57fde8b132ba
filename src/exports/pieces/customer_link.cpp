// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/customer_link.hpp"

#include "util/text.hpp"

namespace datasync::exports {

namespace {

constexpr std::string_view k_id = "customer_id";
constexpr std::string_view k_type = "customer";

} // namespace

void CustomerLink::add_fields(formats::Shape& shape) const
{
    shape.find_or_add(0, k_id);
}

std::string_view CustomerLink::referred_type() const
{
    return k_type;
}

void CustomerLink::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_root.emplace(tools, m_table);
    m_is_written = tools.column(k_id).has_value();
}

void CustomerLink::write(OutRecord& record) const
{
    const auto row = m_root->rows(record.record).front();
    const auto id = parse_id(m_root->text(row, k_id));
    const auto address = m_tools->view.name(k_type, id);
    if (m_is_written || !address) { return; }
    if (m_email.empty()) {
        record.remarks.emplace_back("belongs to a customer, which only --with-ids says");
    } else if (util::to_lower(*address) != util::to_lower(m_root->text(row, m_email))) {
        record.remarks.emplace_back("belongs to a customer who has another address by now, which "
                                    "only --with-ids says");
    }
}

} // namespace datasync::exports
