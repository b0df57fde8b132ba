// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/downloadable_links.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

enum LinkField : std::size_t {
    k_title,
    k_price,
    k_url,
    k_file,
    k_sample_url,
    k_sample_file,
    k_downloads,
    k_shareable,
    k_order,
};

/// Of prices, what stands behind the @ is a website.
constexpr std::array k_fields = {
    ListField{"title", CellKind::text, {}, true},
    ListField{"price", CellKind::decimal, {}, true},
    ListField{"url"},
    ListField{"file"},
    ListField{"sample_url"},
    ListField{"sample_file"},
    ListField{"number_of_downloads", CellKind::whole},
    ListField{"is_shareable", CellKind::whole},
    ListField{"sort_order", CellKind::whole},
};

/// What a link without the word has: as often as one likes, and shared as the shop is configured.
constexpr std::array k_link_columns = {
    MemberColumn{k_downloads, "number_of_downloads", "0"},
    MemberColumn{k_shareable, "is_shareable", "2"},
    MemberColumn{k_order, "sort_order"},
    MemberColumn{k_url, "link_url"},
    MemberColumn{k_file, "link_file"},
    MemberColumn{k_sample_url, "sample_url"},
    MemberColumn{k_sample_file, "sample_file"},
};
constexpr std::array k_title_columns = {MemberColumn{k_title, "title"}};
constexpr std::string_view k_all_websites = "0";
constexpr std::string_view k_only_json =
    "is not a JSON array of objects with a title and a url or a file";

Value kind_of(const ListMember& link, std::size_t url, std::size_t file)
{
    if (link.find(url) != nullptr) { return Value::of("url"); }
    return link.find(file) != nullptr ? Value::of("file") : Value{};
}

std::optional<std::string> fault_of(const ListMember& link)
{
    if (link.find(k_title) == nullptr) { return "has no title"; }
    const auto ways =
        (link.find(k_url) != nullptr ? 1 : 0) + (link.find(k_file) != nullptr ? 1 : 0);
    if (ways != 1) { return "needs a url or a file, one of them"; }
    if (link.find(k_sample_url) != nullptr && link.find(k_sample_file) != nullptr) {
        return "has both a sample_url and a sample_file";
    }
    return std::nullopt;
}

} // namespace

DownloadableLinkRules::DownloadableLinkRules(const Header& header, Shape& shape)
    : m_column(header.find("downloadable_links"))
{
    if (!m_column) { return; }
    const auto table = [](std::string_view end) {
        return ShapeTable{.name = fmt::format("downloadable_link{}", end)};
    };
    m_links.emplace(shape, table(""), k_link_columns, *m_column);
    m_type = m_links->add_field(shape, "link_type");
    m_sample_type = m_links->add_field(shape, "sample_type");
    m_titles.emplace(shape, table("_title"), k_title_columns, *m_column);
    m_prices.emplace(shape, table("_price"), std::span<const MemberColumn>(), *m_column);
    m_price = m_prices->add_field(shape, "price");
    m_website = m_prices->add_field(shape, "website_id");
}

void DownloadableLinkRules::read(const Cells& cells, FileRecord& record)
{
    if (!cells.has(m_column)) { return; }
    auto list = read_list(cells, *m_column, k_fields, [](std::string_view, auto&) {
        return std::optional<std::string>(k_only_json);
    });
    if (!list) { return; }
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto& link = (*list)[i];
        if (const auto fault = fault_of(link)) {
            cells.refuse(*m_column, fmt::format("has a {}. link that {}", i + 1, *fault));
            return;
        }
        if (link.find(k_order) == nullptr) {
            link.entries.push_back({k_order, cells.keep(std::to_string(i + 1))});
        }
        const auto row = m_links->add(record, 0, link);
        record.set(row, m_type, kind_of(link, k_url, k_file));
        record.set(row, m_sample_type, kind_of(link, k_sample_url, k_sample_file));
        m_titles->add(record, row, link, true);
        add_prices(record, row, link);
    }
}

void DownloadableLinkRules::add_prices(FileRecord& record, std::size_t row,
                                       const ListMember& link) const
{
    const auto add = [&](std::string_view price, Value website) {
        const auto price_row = m_prices->add(record, row, link);
        record.set(price_row, m_price, Value::of(price));
        record.set(price_row, m_website, website);
    };
    add(link.text_or(k_price, "0"), Value::known_as(k_all_websites));
    for (const auto& entry : link.entries) {
        if (entry.field == k_price && !entry.store.empty()) {
            add(entry.text, Value::named(entry.store));
        }
    }
}

} // namespace datasync::formats
