// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/json_cell.hpp"

#include "util/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace datasync::files {

namespace {

/// Goes through a text and counts what the library has taken of it.
class CountingIterator {
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    CountingIterator(const char* at, std::size_t* count) : m_at(at), m_count(count) {}

    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        ++m_at;
        ++*m_count;
        return *this;
    }
    CountingIterator operator++(int)
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    std::size_t* m_count;
};

/// Builds the tree from what the library says one by one; each function returns whether to go on.
class TreeBuilder {
public:
    using Json = nlohmann::json;
    using number_integer_t = Json::number_integer_t;
    using number_unsigned_t = Json::number_unsigned_t;
    using number_float_t = Json::number_float_t;
    using string_t = Json::string_t;
    using binary_t = Json::binary_t;

    TreeBuilder(std::string_view text, const std::size_t& taken, JsonValue& root)
        : m_text(text), m_taken(taken), m_root(root)
    {
    }

    const std::optional<std::string>& problem() const { return m_problem; }

    bool null() { return add({}); }
    bool boolean(bool value) { return add({JsonKind::boolean, value ? "true" : "false", {}, {}}); }
    bool number_integer(number_integer_t value) { return add_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) { return add_number(std::to_string(value)); }
    /// Numbers with a fraction or exponent, and whole ones that are too big for the others.
    bool number_float(number_float_t /*value*/, const string_t& written)
    {
        return add_number(written);
    }
    bool string(string_t& value)
    {
        return check_text(value) && add({JsonKind::text, std::move(value), {}, {}});
    }
    bool binary(binary_t& /*value*/) { return false; }

    bool start_object(std::size_t /*size*/) { return open(JsonKind::object); }
    bool start_array(std::size_t /*size*/) { return open(JsonKind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& name)
    {
        if (!check_text(name)) { return false; }
        if (m_open.back()->find(name) != nullptr) {
            return refuse(m_taken, fmt::format("is refused: the key \"{}\" is there twice",
                                               util::printable(name)));
        }
        m_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t place, const std::string& token, const Json::exception& error)
    {
        if (error.id == k_out_of_range) {
            return refuse(place, fmt::format("is refused: {} is too big for a number", token));
        }
        if (place > m_text.size()) { return refuse(place, "is not JSON: it ends too early"); }
        const std::string_view rest = m_text.substr(std::max<std::size_t>(place, 1) - 1);
        const std::size_t length = std::max<std::size_t>(1, util::utf8_sequence_length(rest));
        return refuse(place, fmt::format("is not JSON: \"{}\" is not expected",
                                         util::printable(rest.substr(0, length))));
    }

private:
    static constexpr int k_out_of_range = 406;

    bool refuse(std::size_t place, std::string_view why)
    {
        // Bytes of the text, counted from 1, become characters.
        const std::size_t before = std::min(place, m_text.size() + 1) - 1;
        const std::size_t character = util::utf8_length(m_text.substr(0, before)).value_or(before);
        m_problem = fmt::format("{}, at character {}", why, character + 1);
        return false;
    }

    bool check_text(const std::string& text)
    {
        return text.find('\0') == std::string::npos ||
               refuse(m_taken, "is refused: it has a zero byte in a text");
    }

    bool add_number(std::string written)
    {
        return add({JsonKind::number, std::move(written), {}, {}});
    }

    bool add(JsonValue value)
    {
        if (++m_values > k_most_json_values) {
            return refuse(
                m_taken, fmt::format("is refused: it has more than {} values", k_most_json_values));
        }
        JsonValue* place = &m_root;
        if (!m_open.empty()) {
            place = &m_open.back()->members.emplace_back();
            value.key = std::exchange(m_key, {});
        }
        *place = std::move(value);
        m_last = place;
        return true;
    }

    bool open(JsonKind kind)
    {
        if (m_open.size() >= k_deepest_json) {
            return refuse(
                m_taken, fmt::format("is refused: it is nested more than {} deep", k_deepest_json));
        }
        if (!add({kind, {}, {}, {}})) { return false; }
        m_open.push_back(m_last);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    const std::size_t& m_taken;
    JsonValue& m_root;
    /// Lists and objects that are not over. What they are in does not grow before they are.
    std::vector<JsonValue*> m_open;
    JsonValue* m_last = nullptr;
    std::string m_key;
    std::size_t m_values = 0;
    std::optional<std::string> m_problem;
};

} // namespace

const JsonValue* JsonValue::find(std::string_view member) const
{
    for (const JsonValue& value : members) {
        if (value.key == member) { return &value; }
    }
    return nullptr;
}

std::optional<std::string> read_json_cell(std::string_view cell, JsonValue& value)
{
    std::size_t taken = 0;
    value = {};
    TreeBuilder builder(cell, taken, value);
    nlohmann::json::sax_parse(CountingIterator(cell.data(), &taken),
                              CountingIterator(cell.data() + cell.size(), &taken), &builder);
    return builder.problem();
}

} // namespace datasync::files
