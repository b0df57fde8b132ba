// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/shop_writer.hpp"

#include "db/db_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

namespace datasync::test {

namespace {

constexpr unsigned k_most_tries = 20;
constexpr const char* k_backends[] = {"varchar", "int", "text", "datetime", "decimal"};

} // namespace

ShopWriter::ShopWriter(const db::ConnectionSettings& shop, std::uint64_t seed)
    : m_shop(shop, "writer"), m_random(seed)
{
    exec("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
}

const std::vector<ShopWriter::Kind>& ShopWriter::kinds()
{
    static const std::vector<Kind> k_kinds = {
        {"new customer", 6, &ShopWriter::add_customer},
        {"customer", 10, &ShopWriter::change_customer},
        {"new address", 4, &ShopWriter::add_address},
        {"address", 6, &ShopWriter::change_address},
        {"no address", 2, &ShopWriter::remove_address},
        {"no customer", 3, &ShopWriter::remove_customer},
        {"group", 2, &ShopWriter::change_group},
        {"subscriber", 8, &ShopWriter::change_subscriber},
        {"no subscriber", 2, &ShopWriter::remove_subscriber},
        {"block", 3, &ShopWriter::change_block},
        {"page", 3, &ShopWriter::change_page},
        {"new order", 10, &ShopWriter::add_order},
        {"order", 10, &ShopWriter::change_order},
        {"order comment", 6, &ShopWriter::comment_order},
        {"gift message", 4, &ShopWriter::give_message},
        {"no order", 2, &ShopWriter::remove_order},
        {"new document", 8, &ShopWriter::add_document},
        {"document", 6, &ShopWriter::change_document},
        {"no document", 2, &ShopWriter::remove_document},
        {"rule", 3, &ShopWriter::change_rule},
        {"coupon", 3, &ShopWriter::use_coupon},
        {"review", 4, &ShopWriter::change_review},
        {"new product", 6, &ShopWriter::add_product},
        {"product", 12, &ShopWriter::change_product},
        {"link", 4, &ShopWriter::link_product},
        {"product's place", 4, &ShopWriter::place_product},
        {"stock", 12, &ShopWriter::change_stock},
        {"price", 4, &ShopWriter::change_price},
        {"no product", 3, &ShopWriter::remove_product},
        {"product again", 2, &ShopWriter::replace_product},
        {"new category", 4, &ShopWriter::add_category},
        {"category", 4, &ShopWriter::change_category},
        {"category's place", 3, &ShopWriter::move_category},
        {"no category", 1, &ShopWriter::remove_category},
        {"option", 3, &ShopWriter::change_option},
        {"attribute", 2, &ShopWriter::change_attribute},
        {"set", 1, &ShopWriter::change_set},
        {"redirect", 2, &ShopWriter::change_redirect},
    };
    return k_kinds;
}

void ShopWriter::touch_all()
{
    for (const char* const statement : {
             "UPDATE customer_entity SET updated_at = updated_at + INTERVAL 1 SECOND",
             "UPDATE customer_group SET customer_group_code = CONCAT(customer_group_code, '.') "
             "WHERE customer_group_id > 3",
             "UPDATE newsletter_subscriber SET subscriber_confirm_code = CONCAT('z', "
             "subscriber_confirm_code)",
             "UPDATE cms_block SET title = CONCAT(title, '.')",
             "UPDATE cms_page SET title = CONCAT(title, '.')",
             "UPDATE sales_flat_order SET weight = IFNULL(weight, 0) + 1",
             "UPDATE sales_flat_invoice SET total_qty = IFNULL(total_qty, 0) + 1",
             "UPDATE sales_flat_shipment SET email_sent = IFNULL(email_sent, 0) + 1",
             "UPDATE sales_flat_creditmemo SET adjustment = IFNULL(adjustment, 0) + 1",
             "UPDATE salesrule SET sort_order = sort_order + 1",
             "UPDATE review_detail SET title = CONCAT(title, '.')",
             "UPDATE catalog_product_entity SET created_at = created_at + INTERVAL 1 SECOND",
             "UPDATE catalog_category_entity SET position = position + 1",
             "UPDATE catalog_eav_attribute SET position = position + 1",
             "UPDATE eav_attribute_set SET sort_order = sort_order + 1",
             "UPDATE core_url_rewrite SET description = 'x' WHERE is_system = 0",
         }) {
        exec(statement);
    }
}

void ShopWriter::change()
{
    const auto total =
        std::accumulate(kinds().begin(), kinds().end(), 0U,
                        [](unsigned sum, const Kind& kind) { return sum + kind.weight; });
    auto at = below(total);
    auto kind = kinds().begin();
    for (; at >= kind->weight; ++kind) { at -= kind->weight; }
    const auto random = m_random;
    for (unsigned attempt = 1;; ++attempt) {
        try {
            db::Transaction transaction(m_shop);
            (this->*kind->make)();
            transaction.commit();
            ++m_made[std::string(kind->name)];
            return;
        } catch (const db::DbError& error) {
            if (error.kind() != db::DbErrorKind::retry || attempt == k_most_tries) {
                throw std::runtime_error(fmt::format("{}: {}", kind->name, error.what()));
            }
            ++m_deadlocks;
            m_random = random;
        }
    }
}

void ShopWriter::exec(const std::string& sql)
{
    m_shop.execute(sql);
}

std::string ShopWriter::value(const std::string& sql)
{
    return m_shop.value(sql).value_or("");
}

std::uint32_t ShopWriter::below(std::uint32_t bound)
{
    return static_cast<std::uint32_t>(m_random() % bound);
}

std::string ShopWriter::pick(const std::string& column, const std::string& from)
{
    const auto count = std::stoul(value("SELECT COUNT(*) FROM " + from));
    if (count == 0) { return ""; }
    return value(fmt::format("SELECT {0} FROM {1} ORDER BY {0} LIMIT 1 OFFSET {2}", column, from,
                             below(static_cast<std::uint32_t>(count))));
}

std::string ShopWriter::copy(const std::string& table, const std::string& where,
                             const Values& changed)
{
    auto& columns = m_columns[table];
    if (columns.empty()) {
        m_shop.query(fmt::format("SELECT column_name FROM information_schema.columns WHERE "
                                 "table_schema = DATABASE() AND table_name = '{}' AND extra NOT "
                                 "LIKE '%auto_increment%'",
                                 table),
                     [&](const db::RowView& row) { columns.push_back(row.string(0)); });
    }
    std::vector<std::string> from;
    for (const auto& column : columns) {
        const auto other = std::find_if(changed.begin(), changed.end(),
                                        [&](const auto& entry) { return entry.first == column; });
        from.push_back(other == changed.end() ? column : other->second);
    }
    exec(fmt::format("INSERT INTO {0} ({1}) SELECT {2} FROM {0} WHERE {3} ORDER BY 1", table,
                     fmt::join(columns, ", "), fmt::join(from, ", "), where));
    return value("SELECT LAST_INSERT_ID()");
}

std::string ShopWriter::next_name(std::string_view what)
{
    return fmt::format("soak-{}-{}", what, ++m_number);
}

void ShopWriter::set_value(const std::string& entity_table, std::string_view backend,
                           std::string_view code, const std::string& id, unsigned store,
                           const std::string& value)
{
    const auto type =
        fmt::format("(SELECT entity_type_id FROM {} WHERE entity_id = {})", entity_table, id);
    const auto attribute = this->value(
        fmt::format("SELECT attribute_id FROM eav_attribute WHERE attribute_code = '{}' AND "
                    "entity_type_id = {}",
                    code, type));
    const bool has_stores = entity_table.starts_with("catalog");
    exec(fmt::format("DELETE FROM {}_{} WHERE entity_id = {} AND attribute_id = {}{}", entity_table,
                     backend, id, attribute,
                     has_stores ? fmt::format(" AND store_id = {}", store) : ""));
    if (value == "NULL") { return; }
    exec(fmt::format("INSERT INTO {}_{} (entity_type_id, attribute_id, entity_id, {}value) SELECT "
                     "{}, {}, {}, {}{}",
                     entity_table, backend, has_stores ? "store_id, " : "", type, attribute, id,
                     has_stores ? fmt::format("{}, ", store) : "", value));
}

void ShopWriter::copy_values(const std::string& entity_table, const std::string& from,
                             const std::string& to)
{
    for (const auto* const backend : k_backends) {
        copy(fmt::format("{}_{}", entity_table, backend), "entity_id = " + from,
             {{"entity_id", to}});
    }
}

} // namespace datasync::test
