// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Attributes of customers that differ between the shops, and their options.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CustomerAttributeTest : public SyncTest {
protected:
    void sync_groups() const { EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged"); }

    /// One value of a customer on the destination; "" for none.
    std::string value(unsigned source_id, const std::string& code)
    {
        const auto values =
            values_of(destination(), "customer_entity", target("customer", source_id));
        const auto found = values.find(code);
        return found == values.end() ? "" : found->second;
    }

    /// The option of that admin label, the first of several.
    std::string option(const std::string& label)
    {
        return destination()
            .value("SELECT MIN(option_id) FROM eav_attribute_option_value WHERE store_id = 0 AND "
                   "value = '" +
                   label + "'")
            .value_or("");
    }
};

TEST_F(CustomerAttributeTest, IsCreatedWithAllThatBelongsToIt)
{
    source().exec("UPDATE eav_attribute SET default_value = '142,140', note = 'for the newsletter' "
                  "WHERE attribute_id = 971");
    sync_customers();
    auto& shop = destination();
    const auto id = shop.value("SELECT attribute_id FROM eav_attribute WHERE attribute_code = "
                               "'interests'")
                        .value_or("0");
    EXPECT_GE(std::stoi(id), 3000);
    const auto of = [&](const std::string& columns, const std::string& table) {
        return shop.column("SELECT CONCAT_WS('|', " + columns + ") FROM " + table +
                           " WHERE attribute_id = " + id + " ORDER BY 1");
    };
    EXPECT_EQ(of("entity_type_id, backend_model, backend_type, frontend_input, frontend_label, "
                 "source_model, is_user_defined, note, default_value",
                 "eav_attribute"),
              Words{"11|eav/entity_attribute_backend_array|varchar|multiselect|Interests|"
                    "eav/entity_attribute_source_table|1|for the newsletter|" +
                    option("Books") + "," + option("Garden")});
    EXPECT_EQ(of("store_id, value", "eav_attribute_label"), Words{"12|Interessen"});
    EXPECT_EQ(of("is_visible, is_system, sort_order", "customer_eav_attribute"), Words{"1|0|210"});
    EXPECT_EQ(of("website_id, is_visible", "customer_eav_attribute_website"), Words{"9|0"});
    EXPECT_EQ(of("form_code", "customer_form_attribute"),
              (Words{"adminhtml_customer", "customer_account_edit"}));
    EXPECT_EQ(of("entity_type_id, attribute_set_id, attribute_group_id, sort_order",
                 "eav_entity_attribute"),
              Words{"11|41|101|210"});
    EXPECT_EQ(of("o.sort_order, v.store_id, v.value",
                 "eav_attribute_option o JOIN eav_attribute_option_value v USING (option_id)"),
              (Words{"0|0|Garden", "0|12|Garten", "1|0|Kitchen", "1|12|Küche", "2|0|Books",
                     "2|12|Bücher"}));
    EXPECT_EQ(value(3, "interests"), option("Garden") + "," + option("Books"));
}

TEST_F(CustomerAttributeTest, GetsTheOptionsItLacks)
{
    sync_customers();
    EXPECT_EQ(destination().column(
                  "SELECT CONCAT_WS('|', o.sort_order, v.store_id, v.value) FROM "
                  "eav_attribute_option o JOIN eav_attribute_option_value v USING (option_id) "
                  "WHERE o.attribute_id = 1577 ORDER BY o.option_id, v.store_id"),
              (Words{"0|0|Bronze", "1|0|Silver", "1|12|Silber", "2|0|Gold", "2|12|Gold"}));
    EXPECT_EQ(value(12, "loyalty_tier"), "7011");
    EXPECT_EQ(value(4, "loyalty_tier"), option("Silver"));
}

TEST_F(CustomerAttributeTest, IsReportedAndLeftOutWhenNoneShallBeCreated)
{
    sync_groups();
    const auto tables = {"eav_attribute", "eav_attribute_option", "eav_attribute_option_value",
                         "eav_entity_attribute", "customer_form_attribute"};
    const auto before = snapshot_of(destination(), false);
    const auto done = report("customer", {"-d", "update", "--no-create-attributes"});
    EXPECT_EQ(counts(done), "12 created");
    EXPECT_EQ(done.at("exit_code"), 0);
    const std::string warnings = done.at("warnings").dump();
    EXPECT_TRUE(has(warnings, R"(customer attribute \"interests\" does not exist)"));
    EXPECT_TRUE(
        has(warnings, R"(\"loyalty_tier\": the destination lacks the options Silver, Gold)"));
    const auto after = snapshot_of(destination(), false);
    for (const char* const table : tables) { EXPECT_EQ(after.at(table), before.at(table)); }
    EXPECT_EQ(value(12, "loyalty_tier"), "7011");
    EXPECT_EQ(value(4, "loyalty_tier"), "");
    EXPECT_EQ(value(3, "interests"), "");
}

TEST_F(CustomerAttributeTest, MovesBetweenTextAndVarchar)
{
    destination().exec("UPDATE eav_attribute SET backend_type = 'text' WHERE attribute_code = "
                       "'taxvat'");
    source().exec(
        "UPDATE eav_attribute SET backend_type = 'text' WHERE attribute_code = 'prefix' "
        "AND entity_type_id = 1;\n"
        "INSERT INTO customer_entity_text (entity_type_id, attribute_id, entity_id, value) "
        "SELECT 1, 826, entity_id, value FROM customer_entity_varchar "
        "WHERE attribute_id = 826;\n"
        "DELETE FROM customer_entity_varchar WHERE attribute_id = 826");
    sync_customers();
    EXPECT_EQ(
        destination().column("SELECT value FROM customer_entity_text WHERE attribute_id = 1515 "
                             "ORDER BY value"),
        (Words{"ATU12345678", "DE123456789"}));
    EXPECT_EQ(destination().column("SELECT value FROM customer_entity_varchar WHERE attribute_id = "
                                   "1504 ORDER BY value"),
              (Words{"Dr.", "Frau"}));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity_varchar WHERE attribute_id "
                                  "= 1515"),
              "0");
    EXPECT_EQ(update("customer"), "12 unchanged");
}

TEST_F(CustomerAttributeTest, FailsRecordsWithAValueOfAnotherType)
{
    destination().exec(
        "UPDATE eav_attribute SET backend_type = 'int' WHERE attribute_code = 'dob'");
    sync_groups();
    const auto done = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(done), "10 created, 2 failed");
    EXPECT_EQ(told(done, 3), "failed: customer_entity_datetime: attribute dob is datetime here and "
                             "int on the destination");
    EXPECT_TRUE(told(done, 52).starts_with("failed: "));
    EXPECT_TRUE(has(done.at("warnings").dump(), "has backend type datetime on the source and int"));
    EXPECT_EQ(counts(report("customer", {"-d", "update", "--skip-invalid"})),
              "10 unchanged, 2 skipped");
}

TEST_F(CustomerAttributeTest, NormalisesMultiselects)
{
    source().exec("UPDATE customer_entity_varchar SET value = ',140,,142,,' WHERE attribute_id = "
                  "971 AND entity_id = 3");
    sync_groups();
    // An empty item is no option that is missing.
    EXPECT_EQ(report("customer", {"-d", "update"}).at("references").at("lost"), 0);
    EXPECT_EQ(value(3, "interests"), option("Garden") + "," + option("Books"));
    EXPECT_EQ(update("customer"), "12 unchanged");
}

TEST_F(CustomerAttributeTest, TellsEqualLabelsApartByTheirOrder)
{
    source().exec("INSERT INTO eav_attribute_option (option_id, attribute_id) VALUES (130, 963);\n"
                  "INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES "
                  "(130, 0, 'Bronze');\n"
                  "UPDATE customer_entity_int SET value = 130 WHERE attribute_id = 963 AND "
                  "entity_id = 21");
    destination().exec("INSERT INTO eav_attribute_option (option_id, attribute_id) VALUES "
                       "(7012, 1577);\n"
                       "INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES "
                       "(7012, 0, 'Bronze')");
    sync_customers();
    EXPECT_EQ(value(12, "loyalty_tier"), "7011");
    EXPECT_EQ(value(21, "loyalty_tier"), "7012");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM eav_attribute_option WHERE attribute_id = "
                                  "1577"),
              "4");
}

TEST_F(CustomerAttributeTest, KeepsItsOptionWhenTheLabelChanges)
{
    sync_customers();
    const std::string silver = option("Silver");
    destination().exec("UPDATE eav_attribute_option_value SET value = 'Argent' WHERE store_id = 0 "
                       "AND value = 'Silver'");
    EXPECT_EQ(update("customer"), "12 unchanged");
    EXPECT_EQ(value(4, "loyalty_tier"), silver);
}

TEST_F(CustomerAttributeTest, OfTheDestinationAloneStaysAsItIs)
{
    destination().exec(R"(
INSERT INTO eav_attribute (attribute_id, entity_type_id, attribute_code, backend_type)
VALUES (1600, 11, 'erp_number', 'varchar');
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (60100, 11, 7, 'dave.miller@example.com', 41, 31);
INSERT INTO customer_entity_varchar (entity_type_id, attribute_id, entity_id, value)
VALUES (11, 1600, 60100, 'E-77'), (11, 1504, 60100, 'Sir'), (11, 1505, 60100, 'David');
)");
    sync_groups();
    EXPECT_EQ(update("customer"), "11 created, 1 updated");
    const auto values = values_of(destination(), "customer_entity", "60100");
    EXPECT_EQ(values.at("erp_number"), "E-77");
    EXPECT_EQ(values.at("firstname"), "Dave");
    // The source knows prefixes and has none here.
    EXPECT_EQ(values.count("prefix"), 0U);
}

} // namespace

} // namespace datasync::test
