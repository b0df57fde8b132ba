# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by tests/bench/run: products with 29 values each, websites, categories and stock.

shop=catalog
default_records=50000
tables=(catalog_product_entity catalog_product_entity_varchar catalog_product_entity_int
        catalog_product_entity_decimal catalog_product_entity_text catalog_product_website
        catalog_category_product cataloginventory_stock_item cataloginventory_stock_status)
generators=(catalog.sql products.sql product_values.sql)
before=(productattribute attribute_set category)
