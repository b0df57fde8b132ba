// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/review_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

void ReviewTestBase::sync_products(bool with_customers) const
{
    sync("customer_group", {"-d", "update"});
    if (with_customers) { sync("customer", {"-d", "update"}); }
    for (const auto* const entity : {"productattribute", "attribute_set", "category", "product"}) {
        sync(entity, {"-d", "update"});
    }
}

std::string ReviewTestBase::detail(unsigned source_id, std::string_view column)
{
    return destination()
        .value(fmt::format("SELECT IFNULL({}, 'NULL') FROM review_detail WHERE review_id = '{}'",
                           column, target("review", source_id)))
        .value_or("");
}

Words ReviewTestBase::votes(unsigned source_id)
{
    return destination().column(
        fmt::format("SELECT CONCAT_WS(' ', r.rating_code, o.value, v.percent, v.value, "
                    "COALESCE(c.email, v.customer_id, 'NULL')) FROM rating_option_vote v JOIN "
                    "rating r ON r.rating_id = v.rating_id JOIN rating_option o ON o.option_id = "
                    "v.option_id AND o.rating_id = v.rating_id LEFT JOIN customer_entity c ON "
                    "c.entity_id = v.customer_id WHERE v.review_id = '{}' ORDER BY r.rating_code",
                    target("review", source_id)));
}

std::string ReviewTestBase::stores(unsigned source_id)
{
    return destination()
        .value(fmt::format("SELECT GROUP_CONCAT(c.code ORDER BY c.code) FROM review_store s JOIN "
                           "core_store c ON c.store_id = s.store_id WHERE s.review_id = '{}'",
                           target("review", source_id)))
        .value_or("");
}

Words ReviewTestBase::created_at(TestDatabase& shop)
{
    return shop.column("SELECT CAST(created_at AS CHAR) FROM review WHERE created_at <> "
                       "'2023-02-01 10:00:00' ORDER BY review_id");
}

std::string ReviewTestBase::email(unsigned source_id)
{
    return source()
        .value(fmt::format("SELECT email FROM customer_entity WHERE entity_id = {}", source_id))
        .value_or("");
}

} // namespace datasync::test
