// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// From a shop into a file, and from there into a shop that has nothing of it.
#pragma once

#include "support/program.hpp"
#include "support/sync_test.hpp"
#include "support/test_server.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace datasync::test {

/// Runs `datasync export ENTITY` over that shop. `file` is what stands behind -o.
ProgramResult export_to(TestDatabase& shop, std::string_view entity, const std::string& file,
                        const Words& more = {});

/// What an export writes to standard output. Warnings may come; anything else must not.
std::string exported(TestDatabase& shop, std::string_view entity, const Words& more = {});

/// A shop with the same settings, stores, attributes and products, options and regions under other
/// ids, and without customers, subscriptions, content, categories, reviews, orders and stock;
/// on demand without products.
std::unique_ptr<TestDatabase> emptied_copy(TestDatabase& shop, bool with_products = true);

/// What is exported passes lint, arrives in the emptied shop, and comes out of it byte for byte as
/// it went in. There are as many records.
void expect_round_trip(TestDatabase& shop, TestDatabase& emptied, std::string_view entity,
                       int records);

} // namespace datasync::test
