// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of reading a shop's local.xml.
#include "cli/local_xml.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace datasync::cli {

namespace {

LayerValues parse(const std::string& connection, const std::string& prefix = "")
{
    return parse_local_xml("<?xml version=\"1.0\"?><config><global><resources><db><table_prefix>" +
                               prefix + "</table_prefix></db><default_setup><connection>" +
                               connection +
                               "</connection></default_setup></resources></global></config>",
                           "local.xml");
}

} // namespace

TEST(LocalXmlTest, ReadsTheWholeConnection)
{
    const LayerValues values =
        parse("<host><![CDATA[db.example.com]]></host><username><![CDATA[u]]></username>"
              "<password><![CDATA[ p&<> ]]></password><dbname><![CDATA[shop]]></dbname>"
              "<initStatements><![CDATA[SET NAMES utf8; SET time_zone = '+00:00']]>"
              "</initStatements>",
              "m1_");
    EXPECT_EQ(values[ConnectionKey::host], "db.example.com");
    EXPECT_EQ(values[ConnectionKey::user], "u");
    EXPECT_EQ(values[ConnectionKey::password], " p&<> ");
    EXPECT_EQ(values[ConnectionKey::name], "shop");
    EXPECT_EQ(values[ConnectionKey::prefix], "m1_");
    EXPECT_EQ(values[ConnectionKey::time_zone], "+00:00");
    EXPECT_FALSE(values[ConnectionKey::port]);
}

TEST(LocalXmlTest, TakesHostsInEveryFormTheShopTakes)
{
    const LayerValues with_port = parse("<host>db:3307</host>");
    EXPECT_EQ(with_port[ConnectionKey::host], "db");
    EXPECT_EQ(with_port[ConnectionKey::port], "3307");
    const LayerValues socket = parse("<host>/run/x.sock</host>");
    EXPECT_EQ(socket[ConnectionKey::socket], "/run/x.sock");
    EXPECT_FALSE(socket[ConnectionKey::host]);
    EXPECT_EQ(parse("<host>localhost:/run/x.sock</host>")[ConnectionKey::socket], "/run/x.sock");
    EXPECT_EQ(parse("<host>fe80::1</host>")[ConnectionKey::host], "fe80::1");
    const LayerValues bracketed = parse("<host>[fe80::1]:3307</host>");
    EXPECT_EQ(bracketed[ConnectionKey::host], "fe80::1");
    EXPECT_EQ(bracketed[ConnectionKey::port], "3307");
}

TEST(LocalXmlTest, RefusesWhatItCannotUse)
{
    EXPECT_THROW(parse_local_xml("<config>", "local.xml"), UsageError);
    EXPECT_THROW(parse_local_xml("<config/>", "local.xml"), UsageError);
    EXPECT_THROW(parse("<engine>pgsql</engine><dbname>x</dbname>"), UsageError);
}

} // namespace datasync::cli
