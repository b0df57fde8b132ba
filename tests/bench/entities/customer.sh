# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by tests/bench/run: customers with their addresses.

tables=(customer_entity customer_entity_varchar customer_entity_int customer_entity_text
        customer_entity_datetime customer_entity_decimal customer_address_entity
        customer_address_entity_varchar customer_address_entity_int customer_address_entity_text
        customer_address_entity_datetime customer_address_entity_decimal)
generators=(customers.sql)
memory_target=64
