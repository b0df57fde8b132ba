// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/entities/review.hpp"

#include "formats/name_list.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::formats {

namespace {

constexpr std::string_view k_sku = "sku";
constexpr std::string_view k_title = "title";
constexpr std::string_view k_nickname = "nickname";
constexpr std::string_view k_created_at = "created_at";
constexpr std::string_view k_stores = "stores";
constexpr std::string_view k_ratings = "ratings";
/// What reviews and ratings are about.
constexpr std::string_view k_product = "product";
constexpr std::string_view k_detail = "review_detail";
constexpr std::string_view k_votes = "rating_option_vote";

constexpr std::array k_columns = {
    Column{.name = "entity_id", .kind = CellKind::id},
    Column{.name = k_sku,
           .kind = CellKind::word,
           .field = "entity_pk_value",
           .says = Says::name,
           .is_required = true},
    Column{.name = k_title, .is_required = true},
    Column{.name = "detail", .is_required = true},
    Column{.name = k_nickname, .is_required = true},
    Column{.name = "status", .kind = CellKind::word, .field = "status_id", .says = Says::name},
    Column{.name = k_created_at, .kind = CellKind::moment, .field = k_created_at},
    Column{.name = k_stores},
    Column{.name = "store", .kind = CellKind::word, .instead = "store_id"},
    Column{.name = "store_id", .kind = CellKind::whole, .instead = "store"},
    Column{.name = "customer_id", .kind = CellKind::id, .instead = "customer_email"},
    Column{.name = "customer_email", .kind = CellKind::email, .instead = "customer_id"},
    Column{.name = k_ratings},
};

constexpr std::array<std::string_view, 4> k_key = {k_sku, k_nickname, k_title, k_created_at};

/// A column that the review's detail takes.
struct DetailColumn {
    std::string_view name;
    CellKind kind;
    std::string_view field;
    Says says;
};

constexpr std::array<DetailColumn, 7> k_detail_columns = {{
    {k_title, CellKind::text, k_title, Says::text},
    {"detail", CellKind::text, "detail", Says::text},
    {k_nickname, CellKind::text, k_nickname, Says::text},
    {"store", CellKind::word, "store_id", Says::name},
    {"store_id", CellKind::whole, "store_id", Says::source_id},
    {"customer_id", CellKind::id, "customer_id", Says::source_id},
    {"customer_email", CellKind::email, "customer_id", Says::name},
}};

/// The votes of a review: `Quality:5|Price:4`.
class VoteRules {
public:
    VoteRules(const Header& header, Shape& shape, bool has_customer)
        : m_column(header.find(k_ratings))
    {
        if (!m_column) { return; }
        m_table = shape.add_table(k_votes);
        const auto add = [&](std::string_view name) {
            return shape.add({.table = m_table,
                              .name = std::string(name),
                              .store = {},
                              .column = *m_column + 1});
        };
        m_rating = add("rating_id");
        m_option = add("option_id");
        m_product = shape.add(m_table, "entity_pk_value");
        m_value = shape.add(m_table, "value");
        m_percent = shape.add(m_table, "percent");
        if (has_customer) { m_customer = shape.add(m_table, "customer_id"); }
    }

    void read(const Cells& cells, FileRecord& record, Value product, Value customer) const
    {
        if (!m_column || !cells.has(m_column)) { return; }
        const auto text = cells[*m_column].text;
        std::vector<std::string> names;
        for (const auto& vote : split_names(text)) {
            const auto colon = vote.rfind(':');
            const auto name = std::string(util::trim(std::string_view(vote).substr(0, colon)));
            const auto stars =
                colon == std::string::npos
                    ? std::string()
                    : std::string(util::trim(std::string_view(vote).substr(colon + 1)));
            const bool is_vote = !name.empty() && stars.size() == 1 && stars >= "1" && stars <= "5";
            if (!is_vote) {
                cells.refuse(*m_column, "is no list of ratings with 1 to 5 points: "
                                        "Quality:5|Price:4");
                return;
            }
            if (std::find(names.begin(), names.end(), name) != names.end()) {
                cells.refuse(*m_column, fmt::format("rates \"{}\" twice", name));
                return;
            }
            names.push_back(name);
            const auto row = record.add_row(m_table);
            record.set(row, m_rating, named(cells, fmt::format("{}/{}", k_product, name)));
            record.set(row, m_option, named(cells, fmt::format("{}/{}", name, stars)));
            record.set(row, m_product, product);
            record.set(row, m_value, Value::of(cells.keep(stars)));
            record.set(row, m_percent, Value::of(cells.keep(percent(stars.front()))));
            if (m_customer) { record.set(row, *m_customer, customer); }
        }
    }

private:
    static Value named(const Cells& cells, const std::string& name)
    {
        return Value::named(cells.keep(name));
    }
    /// Of five points, as shops work it out.
    static std::string percent(char points) { return std::to_string((points - '0') * 20); }

    std::optional<std::size_t> m_column;
    std::size_t m_table = 0;
    std::size_t m_rating = 0;
    std::size_t m_option = 0;
    std::size_t m_product = 0;
    std::size_t m_value = 0;
    std::size_t m_percent = 0;
    std::optional<std::size_t> m_customer;
};

class ReviewRules : public RecordRules {
public:
    ReviewRules(const Header& header, Shape& shape)
        : m_sku(*header.find(k_sku)),
          m_entity(shape.add(0, "entity_id")),
          m_detail(shape.add_table(k_detail)),
          m_stores({k_stores, "review_store", "store_id"}, header, shape),
          m_votes(header, shape, header.has("customer_id") || header.has("customer_email"))
    {
        for (const auto& column : k_detail_columns) {
            const auto at = header.find(column.name);
            if (!at) { continue; }
            const auto field = shape.add({.table = m_detail,
                                          .name = std::string(column.field),
                                          .store = {},
                                          .column = *at + 1});
            m_given.push_back({*at, field, &column});
        }
    }

    void read(const Cells& cells, FileRecord& record) override
    {
        record.set(0, m_entity, Value::named(k_product));
        const auto row = record.add_row(m_detail);
        Value customer;
        for (const auto& [column, field, described] : m_given) {
            const auto value = cells.value(column, described->kind, described->says);
            record.set(row, field, value);
            if (described->field == "customer_id") { customer = value; }
        }
        // The back office reads the reviews of store 0.
        if (m_stores.read(cells, record) != 0) { m_stores.add(record, k_admin); }
        m_votes.read(cells, record, cells.value(m_sku, CellKind::word, Says::name), customer);
    }

private:
    static constexpr std::string_view k_admin = "0";

    /// A column of the detail that the file has.
    struct Given {
        std::size_t column;
        std::size_t field;
        const DetailColumn* described;
    };

    std::size_t m_sku;
    std::size_t m_entity;
    std::size_t m_detail;
    NameList m_stores;
    VoteRules m_votes;
    std::vector<Given> m_given;
};

class ReviewFormat : public EntityFormat {
public:
    std::string_view entity() const override { return "review"; }
    std::string_view root_table() const override { return "review"; }
    std::span<const Column> columns() const override { return k_columns; }
    std::span<const std::string_view> key() const override { return k_key; }
    std::unique_ptr<RecordRules> rules(const Header& header, Shape& shape) const override
    {
        return std::make_unique<ReviewRules>(header, shape);
    }
};

} // namespace

std::unique_ptr<EntityFormat> make_review_format()
{
    return std::make_unique<ReviewFormat>();
}

} // namespace datasync::formats
