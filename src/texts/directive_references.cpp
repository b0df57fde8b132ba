// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/directive_references.hpp"

#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace datasync::texts {

namespace {

constexpr std::size_t k_npos = std::string_view::npos;

struct Parameter {
    std::string name;
    std::string_view value;
};

/// Takes the value behind an equals sign off `rest`. A quote that is never closed reaches to the
/// end of the directive, as in the shop; the editor stores quotes of widgets as HTML entities.
std::string_view take_value(std::string_view& rest)
{
    constexpr std::array<std::string_view, 8> k_quotes = {"\"",     "'",     "&quot;", "&#34;",
                                                          "&#034;", "&#39;", "&#039;", "&apos;"};
    const auto* const quote =
        std::find_if(k_quotes.begin(), k_quotes.end(),
                     [&rest](auto candidate) { return rest.starts_with(candidate); });
    const bool is_quoted = quote != k_quotes.end();
    if (is_quoted) { rest.remove_prefix(quote->size()); }
    const auto is_end = [&](std::size_t at) {
        return is_quoted ? rest.substr(at).starts_with(*quote)
                         : k_shop_white_space.find(rest[at]) != k_npos;
    };
    std::size_t end = 0;
    while (end < rest.size() && !is_end(end)) { end += rest[end] == '\\' ? 2U : 1U; }
    end = std::min(end, rest.size());
    const std::string_view value = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + (is_quoted ? quote->size() : 1)));
    return value;
}

/// The parameters of a directive, told apart as the shop does it: a name is everything before an
/// equals sign without its white space. `{{block foo id="5"}}` has "fooid" and shows no block.
std::vector<Parameter> parse_parameters(std::string_view body)
{
    std::vector<Parameter> parameters;
    std::string name;
    std::string_view rest = body.substr(std::min<std::size_t>(1, body.size()));
    while (!rest.empty()) {
        const char letter = rest.front();
        rest.remove_prefix(1);
        if (letter == '=') {
            parameters.push_back({std::exchange(name, std::string()), take_value(rest)});
        } else if (k_shop_white_space.find(letter) == k_npos) {
            name += letter;
        }
    }
    return parameters;
}

const Parameter* find_parameter(const std::vector<Parameter>& parameters, std::string_view name)
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [name](const Parameter& row) { return row.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

void scan_block(const std::vector<Parameter>& parameters, ReferenceCollector& collector)
{
    // With a type, `id` is a plain property of that block; only without one it names a CMS block.
    const bool has_type = find_parameter(parameters, "type") != nullptr;
    for (const Parameter& parameter : parameters) {
        if (parameter.name != "id") {
            collector.add_parameter(parameter.name, parameter.value, "a block directive");
        } else if (!has_type) {
            collector.add_id(parameter.value, "cms_block");
        }
    }
}

void scan_widget(const std::vector<Parameter>& parameters, ReferenceCollector& collector)
{
    for (const Parameter& parameter : parameters) {
        collector.add_parameter(parameter.name, parameter.value, "a widget directive");
    }
}

void scan_store(const std::vector<Parameter>& parameters, ReferenceCollector& collector)
{
    const Parameter* link = find_parameter(parameters, "direct_url");
    if (link == nullptr) { link = find_parameter(parameters, "url"); }
    std::string_view rest = link == nullptr ? std::string_view() : link->value;
    const std::string_view route = take_route(rest);
    for (const Parameter& parameter : parameters) {
        std::string_view name = parameter.name;
        constexpr std::string_view k_query = "_query_";
        if (name.starts_with(k_query)) { name.remove_prefix(k_query.size()); }
        const std::string_view target = route_target(route, name);
        if (&parameter == link) {
            collector.add_route_pairs(route, rest);
        } else if (!target.empty()) {
            collector.add_id(parameter.value, target);
        } else {
            collector.add_parameter(name, parameter.value, "a store directive");
        }
    }
}

/// Reads one directive; false when it is none that can hold ids.
bool scan_directive(std::string_view name, std::string_view body, ReferenceCollector& collector)
{
    const std::string lower = util::to_lower(name);
    const auto scan = lower == "block"    ? scan_block
                      : lower == "widget" ? scan_widget
                      : lower == "store"  ? scan_store
                                          : nullptr;
    if (scan == nullptr) { return false; }
    scan(parse_parameters(body), collector);
    return true;
}

} // namespace

void scan_directives(std::string_view text, ReferenceCollector& collector)
{
    constexpr std::size_t k_longest_name = 10;
    std::size_t close = 0;
    for (std::size_t open = text.find("{{"); open != k_npos;) {
        std::size_t end = open + 2;
        const auto is_letter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        };
        while (end < text.size() && end - open - 2 < k_longest_name && is_letter(text[end])) {
            ++end;
        }
        // Kept from one directive to the next: texts full of opening braces take no longer.
        if (close < end) { close = text.find("}}", end); }
        if (close == k_npos) { return; }
        const std::string_view name = text.substr(open + 2, end - open - 2);
        const bool is_read = scan_directive(name, text.substr(end, close - end), collector);
        open = text.find("{{", is_read ? close + 2 : open + 1);
    }
}

} // namespace datasync::texts
