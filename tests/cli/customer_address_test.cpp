// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Addresses: their ids stay for good, whatever else changes.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CustomerAddressTest : public SyncTest {
protected:
    /// The ids of a customer's addresses on the destination.
    Words addresses(unsigned source_id)
    {
        return destination().column("SELECT entity_id FROM customer_address_entity WHERE "
                                    "parent_id = " +
                                    target("customer", source_id) + " ORDER BY entity_id");
    }

    std::string customer_value(unsigned source_id, const std::string& code)
    {
        const auto values =
            values_of(destination(), "customer_entity", target("customer", source_id));
        const auto found = values.find(code);
        return found == values.end() ? "none" : found->second;
    }

    std::map<std::string, std::string> address_values(unsigned source_id)
    {
        return values_of(destination(), "customer_address_entity", target_address(source_id));
    }

    /// Customer 3 loses an address, gets another one, and moves within the third.
    void change_the_addresses_of_anna()
    {
        source().exec(R"(
DELETE FROM customer_address_entity WHERE entity_id = 6;
UPDATE customer_entity_int SET value = 5 WHERE attribute_id = 8 AND entity_id = 3;
UPDATE customer_address_entity_varchar SET value = 'Graz' WHERE attribute_id = 15 AND entity_id = 5;
INSERT INTO customer_address_entity (entity_id, entity_type_id, parent_id) VALUES (100, 2, 3);
INSERT INTO customer_address_entity_varchar (entity_type_id, attribute_id, entity_id, value)
VALUES (2, 15, 100, 'Linz');
)");
    }
};

TEST_F(CustomerAddressTest, IsEditedAddedAndRemovedUnderUpdate)
{
    sync_customers();
    const std::string edited = target_address(5);
    const std::string removed = target_address(6);
    const auto of_another = addresses(12);
    change_the_addresses_of_anna();
    EXPECT_EQ(update("customer"), "1 updated, 11 unchanged");
    EXPECT_EQ(target_address(5), edited);
    EXPECT_EQ(addresses(3), (Words{edited, target_address(100)}));
    EXPECT_EQ(address_values(5).at("city"), "Graz");
    EXPECT_EQ(address_values(100).at("city"), "Linz");
    EXPECT_EQ(values_of(destination(), "customer_address_entity", removed).size(), 0U);
    EXPECT_EQ(target_address(6), "");
    EXPECT_EQ(customer_value(3, "default_shipping"), edited);
    EXPECT_EQ(addresses(12), of_another);
}

TEST_F(CustomerAddressTest, IsNotRemovedUnderMerge)
{
    sync_customers();
    const auto before = addresses(3);
    change_the_addresses_of_anna();
    EXPECT_EQ(counts(report("customer", {"-d", "merge"})), "1 merged, 11 unchanged");
    auto expected = before;
    expected.push_back(target_address(100));
    EXPECT_EQ(addresses(3), expected);
    EXPECT_EQ(address_values(5).at("city"), "Graz");
    EXPECT_EQ(address_values(6).at("city"), "Zürich");
}

TEST_F(CustomerAddressTest, KeepsItsIdOverManyRuns)
{
    sync_customers();
    const auto before = destination().column("SELECT entity_id FROM customer_address_entity");
    for (const char* const city : {"Linz", "Graz", "Wels"}) {
        source().exec("UPDATE customer_address_entity_varchar SET value = '" + std::string(city) +
                      "' WHERE attribute_id = 15");
        EXPECT_EQ(update("customer"), "10 updated, 2 unchanged");
    }
    EXPECT_EQ(destination().column("SELECT entity_id FROM customer_address_entity"), before);
    EXPECT_EQ(address_values(99).at("city"), "Wels");
}

TEST_F(CustomerAddressTest, IsTheSameDefaultOnBothSides)
{
    sync_customers();
    EXPECT_EQ(customer_value(3, "default_billing"), target_address(5));
    EXPECT_EQ(customer_value(3, "default_shipping"), target_address(6));
    EXPECT_EQ(customer_value(12, "default_billing"), target_address(15));
    EXPECT_EQ(customer_value(12, "default_shipping"), target_address(18));
    EXPECT_EQ(customer_value(21, "default_billing"), "none");
    source().exec("UPDATE customer_entity_int SET value = 16 WHERE attribute_id = 7 AND "
                  "entity_id = 12");
    EXPECT_EQ(update("customer"), "1 updated, 11 unchanged");
    EXPECT_EQ(customer_value(12, "default_billing"), target_address(16));
}

TEST_F(CustomerAddressTest, ThatIsNotTheCustomersOwnIsNoDefault)
{
    // One is gone, the other belongs to somebody else.
    source().exec("UPDATE customer_entity_int SET value = 9999 WHERE attribute_id = 7 AND "
                  "entity_id = 12;\n"
                  "UPDATE customer_entity_int SET value = 9 WHERE attribute_id = 8 AND "
                  "entity_id = 7");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto done = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(done), "12 created");
    EXPECT_EQ(done.at("references").at("lost"), 2);
    EXPECT_TRUE(has(done.at("warnings").dump(), "default_billing"));
    EXPECT_TRUE(has(done.at("warnings").dump(), "default_shipping"));
    EXPECT_EQ(customer_value(12, "default_billing"), "none");
    EXPECT_EQ(customer_value(12, "default_shipping"), target_address(18));
    EXPECT_EQ(customer_value(7, "default_shipping"), "none");
    EXPECT_EQ(update("customer"), "12 unchanged");
}

TEST_F(CustomerAddressTest, KeepsTheTextOfARegionThatTheDestinationLacks)
{
    source().exec(
        "INSERT INTO directory_country_region (region_id, country_id, code, default_name) "
        "VALUES (943, 'DE', 'HH', 'Hamburg');\n"
        "UPDATE customer_address_entity_int SET value = 943 WHERE entity_id = 9;\n"
        "UPDATE customer_address_entity_varchar SET value = 'Hamburg' WHERE "
        "attribute_id = 12 AND entity_id = 9");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto done = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(done), "12 created");
    EXPECT_EQ(done.at("references").at("lost"), 1);
    EXPECT_EQ(address_values(9).count("region_id"), 0U);
    EXPECT_EQ(address_values(9).at("region"), "Hamburg");
    EXPECT_EQ(address_values(16).at("region_id"), "943");
    EXPECT_EQ(address_values(21).at("region_id"), "981");
}

TEST_F(CustomerAddressTest, TellsRegionsOfTheSameCodeApartByCountry)
{
    source().exec("INSERT INTO directory_country_region (region_id, country_id, code) VALUES "
                  "(83, 'US', 'BER');\n"
                  "UPDATE customer_address_entity_int SET value = 83 WHERE entity_id = 16");
    destination().exec("INSERT INTO directory_country_region (region_id, country_id, code) VALUES "
                       "(983, 'US', 'BER')");
    sync_customers();
    EXPECT_EQ(address_values(16).at("region_id"), "983");
    EXPECT_EQ(address_values(9).at("region_id"), "982");
}

TEST_F(CustomerAddressTest, TellsRegionsOfTheSameCodeApartByTheirNames)
{
    source().exec("INSERT INTO directory_country_region (region_id, country_id, code, "
                  "default_name) VALUES (84, 'US', 'AE', 'Armed Forces Europe');\n"
                  "UPDATE customer_address_entity_int SET value = 84 WHERE entity_id = 16");
    destination().exec("INSERT INTO directory_country_region (region_id, country_id, code, "
                       "default_name) VALUES (985, 'US', 'AE', 'Armed Forces Africa'), "
                       "(986, 'US', 'AE', 'Armed Forces Europe'), "
                       "(987, 'US', 'AE', 'Armed Forces Canada')");
    sync_customers();
    EXPECT_EQ(address_values(16).at("region_id"), "986");
}

} // namespace

} // namespace datasync::test
