// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gathers the ids of one text and knows which parameter refers to what.
#include "texts/reference_collector.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace datasync::texts {

namespace {

constexpr std::size_t k_npos = std::string_view::npos;

/// A parameter and what it refers to.
struct ParameterMeaning {
    std::string_view name;
    std::string_view target;
};

constexpr std::array k_parameters = {
    ParameterMeaning{"block_id", "cms_block"},   ParameterMeaning{"page_id", "cms_page"},
    ParameterMeaning{"product_id", "product"},   ParameterMeaning{"product_ids", "product"},
    ParameterMeaning{"category_id", "category"}, ParameterMeaning{"category_ids", "category"},
};

/// A parameter of a page of the shop, as a pair in its path or beside `url`.
struct RouteParameter {
    std::string_view route;
    std::string_view name;
    std::string_view target;
};

constexpr std::array k_route_parameters = {
    RouteParameter{"catalog/product/view", "id", "product"},
    RouteParameter{"catalog/product/view", "category", "category"},
    RouteParameter{"catalog/product/gallery", "id", "product"},
    RouteParameter{"catalog/product_compare/add", "product", "product"},
    RouteParameter{"catalog/category/view", "id", "category"},
    RouteParameter{"checkout/cart/add", "product", "product"},
    RouteParameter{"cms/page/view", "page_id", "cms_page"},
    RouteParameter{"cms/page/view", "id", "cms_page"},
    RouteParameter{"review/product/list", "id", "product"},
    RouteParameter{"review/product/list", "category", "category"},
    RouteParameter{"sendfriend/product/send", "id", "product"},
    RouteParameter{"sendfriend/product/send", "cat_id", "category"},
    RouteParameter{"wishlist/index/add", "product", "product"},
};

/// Whether a parameter of which nothing is known looks like an id all the same.
bool looks_like_id(std::string_view name, std::string_view value)
{
    const bool has_name = name == "id" || name.ends_with("_id") || name.ends_with("_ids");
    if (!has_name || util::trim(value).empty()) { return false; }
    while (!value.empty()) {
        if (!plain_id(util::trim(take_until(value, ',')))) { return false; }
    }
    return true;
}

std::string_view parameter_target(std::string_view name)
{
    const auto* const found =
        std::find_if(k_parameters.begin(), k_parameters.end(),
                     [name](const ParameterMeaning& row) { return row.name == name; });
    return found == k_parameters.end() ? std::string_view() : found->target;
}

} // namespace

std::optional<std::uint32_t> plain_id(std::string_view digits)
{
    if (digits.size() > 1 && digits.front() == '0') { return std::nullopt; }
    const std::optional<std::uint64_t> number = util::parse_unsigned(digits);
    if (!number || *number > std::numeric_limits<std::uint32_t>::max()) { return std::nullopt; }
    return static_cast<std::uint32_t>(*number);
}

std::string shown(std::string_view word)
{
    constexpr std::size_t k_longest = 60;
    return util::printable(word.substr(0, k_longest)) + (word.size() > k_longest ? "..." : "");
}

std::string_view route_target(std::string_view route, std::string_view name)
{
    const auto* const found =
        std::find_if(k_route_parameters.begin(), k_route_parameters.end(),
                     [&](const auto& row) { return row.route == route && row.name == name; });
    return found == k_route_parameters.end() ? std::string_view() : found->target;
}

std::string_view take_until(std::string_view& rest, char separator)
{
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == k_npos ? rest.size() : end + 1);
    return part;
}

std::string_view take_route(std::string_view& address)
{
    const auto skip_slashes = [&address] {
        address.remove_prefix(std::min(address.find_first_not_of('/'), address.size()));
    };
    constexpr std::string_view k_front_script = "index.php/";
    address = util::trim(address);
    skip_slashes();
    if (address.starts_with(k_front_script)) { address.remove_prefix(k_front_script.size()); }
    skip_slashes();
    std::size_t end = 0;
    for (int part = 0; part < 3 && end < address.size(); ++part) {
        end = std::min({address.find('/', end + (part == 0 ? 0 : 1)),
                        address.find_first_of("?#", end), address.size()});
    }
    const std::string_view route = address.substr(0, end);
    address.remove_prefix(end);
    if (address.starts_with('/')) { address.remove_prefix(1); }
    return route;
}

void ReferenceCollector::add_id(std::string_view value, std::string_view target)
{
    const std::string_view digits = util::trim(value);
    const std::optional<std::uint32_t> id = plain_id(digits);
    if (!id) { return; }
    const auto offset = static_cast<std::size_t>(digits.data() - m_text.data());
    m_scan.references.push_back({offset, digits.size(), *id, target});
}

void ReferenceCollector::add_parameter(std::string_view name, std::string_view value,
                                       std::string_view where)
{
    const std::string_view target = parameter_target(name);
    if (!target.empty() && value.find('/') == k_npos) {
        add_list(value, target);
    } else if (add_id_path(value)) {
        return;
    } else if ((name == "conditions" || name == "conditions_encoded") && !value.empty()) {
        note(fmt::format("the parameter {} of {}", name, where));
    } else if (looks_like_id(name, value)) {
        note(fmt::format("the parameter {}={} of {}", shown(name), shown(value), where));
    }
}

void ReferenceCollector::add_route_pairs(std::string_view route, std::string_view rest)
{
    std::string_view path = rest.substr(0, rest.find_first_of("?#"));
    while (!path.empty()) {
        const std::string_view name = take_until(path, '/');
        const std::string_view value = take_until(path, '/');
        const std::string_view target = route_target(route, name);
        if (!target.empty()) {
            add_id(value, target);
        } else if (looks_like_id(name, value)) {
            note(fmt::format("{}/{} in a link to {}", shown(name), shown(value), shown(route)));
        }
    }
}

void ReferenceCollector::add_list(std::string_view values, std::string_view target)
{
    while (!values.empty()) { add_id(take_until(values, ','), target); }
}

// "product/12", "product/12/34" (in category 34) or "category/7": how the choosers of the
// widgets name what was chosen, whatever the parameter is called.
bool ReferenceCollector::add_id_path(std::string_view value)
{
    std::string_view rest = util::trim(value);
    const std::string_view kind = take_until(rest, '/');
    if ((kind != "product" && kind != "category") || rest.empty()) { return false; }
    const std::string_view first = take_until(rest, '/');
    const std::string_view second = take_until(rest, '/');
    const bool is_path = plain_id(first) && rest.empty() &&
                         (second.empty() || (kind == "product" && plain_id(second)));
    if (!is_path) { return false; }
    add_id(first, kind == "product" ? "product" : "category");
    if (!second.empty()) { add_id(second, "category"); }
    return true;
}

} // namespace datasync::texts
