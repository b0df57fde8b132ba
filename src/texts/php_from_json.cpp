// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "texts/php_from_json.hpp"

#include "texts/json_reader.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>

namespace datasync::texts {

namespace {

using Json = nlohmann::ordered_json;

/// A floating-point number in as few digits as tell it apart, laid out as PHP does it.
std::string php_real(double number)
{
    constexpr std::size_t k_longest = 32;
    constexpr int k_least_point = -3; // 0.00012
    constexpr int k_most_point = 17;
    std::array<char, k_longest> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                   std::chars_format::scientific);
    std::string digits(buffer.data(), end.ptr);
    const std::string sign = digits.starts_with('-') ? "-" : "";
    const std::size_t exponent_at = digits.find('e');
    const int exponent = std::stoi(digits.substr(exponent_at + 1));
    digits = digits.substr(sign.size(), exponent_at - sign.size());
    if (digits.size() > 1) { digits.erase(1, 1); } // The point.
    const int point = exponent + 1;
    if (point < k_least_point || point > k_most_point) {
        const std::string fraction = digits.size() > 1 ? digits.substr(1) : "0";
        return fmt::format("{}{}.{}E{:+d}", sign, digits[0], fraction, exponent);
    }
    if (point <= 0) {
        return fmt::format("{}0.{}{}", sign, std::string(static_cast<std::size_t>(-point), '0'),
                           digits);
    }
    const auto whole = static_cast<std::size_t>(point);
    if (digits.size() <= whole) { return sign + digits + std::string(whole - digits.size(), '0'); }
    return fmt::format("{}{}.{}", sign, digits.substr(0, whole), digits.substr(whole));
}

/// Whether an array of PHP has an integer for that key.
bool is_integer_key(const std::string& key)
{
    std::int64_t number = 0;
    const auto end = std::from_chars(key.data(), key.data() + key.size(), number);
    return end.ec == std::errc() && std::to_string(number) == key;
}

class PhpWriter {
public:
    /// Appends a value; false when it is nested deeper than PHP reads.
    bool write(const Json& value, unsigned depth = 1)
    {
        switch (value.type()) {
        case Json::value_t::object:
        case Json::value_t::array:
            return write_map(value, depth);
        case Json::value_t::string:
            write_text(value.get_ref<const std::string&>());
            break;
        case Json::value_t::boolean:
            add("b:{:d};", value.get<bool>());
            break;
        case Json::value_t::number_integer:
            add("i:{};", value.get<std::int64_t>());
            break;
        case Json::value_t::number_unsigned:
            write_unsigned(value.get<std::uint64_t>());
            break;
        case Json::value_t::number_float:
            add("d:{};", php_real(value.get<double>()));
            break;
        default:
            add("N;");
            break;
        }
        return true;
    }

    std::string take() { return std::move(m_text); }

private:
    template<typename... Arguments>
    void add(fmt::format_string<Arguments...> format, Arguments&&... arguments)
    {
        fmt::format_to(std::back_inserter(m_text), format, std::forward<Arguments>(arguments)...);
    }

    void write_text(const std::string& text) { add("s:{}:\"{}\";", text.size(), text); }

    void write_unsigned(std::uint64_t number)
    {
        if (number <= std::numeric_limits<std::int64_t>::max()) {
            add("i:{};", number);
        } else {
            add("d:{};", php_real(static_cast<double>(number)));
        }
    }

    bool write_map(const Json& map, unsigned depth)
    {
        if (depth > k_deepest_node) { return false; }
        add("a:{}:{{", map.size());
        std::size_t index = 0;
        for (const auto& [key, value] : map.items()) {
            if (map.is_array()) {
                add("i:{};", index++);
            } else if (is_integer_key(key)) {
                add("i:{};", key);
            } else {
                write_text(key);
            }
            if (!write(value, depth + 1)) { return false; }
        }
        add("}}");
        return true;
    }

    std::string m_text;
};

std::optional<Json> parse(std::string_view text)
{
    if (!may_be_json(text)) { return std::nullopt; }
    auto value = Json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_discarded() ? std::nullopt : std::optional(std::move(value));
}

std::optional<std::string> written(const Json& value)
{
    PhpWriter writer;
    return writer.write(value) ? std::optional(writer.take()) : std::nullopt;
}

/// Exchanges a string that holds JSON for one that holds the same for PHP.
void convert_text(Json& map, const char* key)
{
    const auto found = map.find(key);
    if (found == map.end() || !found->is_string()) { return; }
    const auto inner = parse(found->get_ref<const std::string&>());
    if (!inner || !inner->is_structured()) { return; }
    if (const auto php = written(*inner)) { *found = *php; }
}

void convert_texts(Json& options)
{
    if (!options.is_object()) { return; }
    convert_text(options, "info_buyRequest");
    convert_text(options, "bundle_selection_attributes");
    const auto custom = options.find("options");
    if (custom == options.end() || !custom->is_structured()) { return; }
    for (Json& option : *custom) {
        if (option.is_object() && option.value("option_type", Json()) == "file") {
            convert_text(option, "option_value");
        }
    }
}

} // namespace

std::optional<std::string> php_from_json(std::string_view json)
{
    auto value = parse(json);
    if (!value) { return std::nullopt; }
    convert_texts(*value);
    return written(*value);
}

} // namespace datasync::texts
