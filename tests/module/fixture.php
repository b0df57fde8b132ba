<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A shop with the module, in a database of its own, and the questions that checks ask.

abstract class ModuleFixture
{
    /** The shop's tables: alias, name, id, columns. */
    const TABLES = array(
        array('customer/entity', 'customer_entity', 'entity_id', 'email'),
        array('customer/address_entity', 'customer_address_entity', 'entity_id', 'parent_id'),
        array('customer/customer_group', 'customer_group', 'customer_group_id', 'customer_group_code'),
        array('newsletter/subscriber', 'newsletter_subscriber', 'subscriber_id', 'subscriber_email'),
        array('sales/order', 'sales_flat_order', 'entity_id', 'increment_id'),
        array('sales/order_item', 'sales_flat_order_item', 'item_id', 'order_id product_id'),
        array('sales/order_address', 'sales_flat_order_address', 'entity_id', 'parent_id'),
        array('sales/order_payment', 'sales_flat_order_payment', 'entity_id', 'parent_id'),
        array('sales/payment_transaction', 'sales_payment_transaction', 'transaction_id', 'order_id'),
        array('sales/order_status_history', 'sales_flat_order_status_history', 'entity_id', 'parent_id'),
        array('downloadable/link_purchased', 'downloadable_link_purchased', 'purchased_id', 'order_id'),
        array('downloadable/link_purchased_item', 'downloadable_link_purchased_item', 'item_id', 'purchased_id'),
        array('sales/invoice', 'sales_flat_invoice', 'entity_id', 'increment_id'),
        array('sales/invoice_comment', 'sales_flat_invoice_comment', 'entity_id', 'parent_id'),
        array('sales/shipment', 'sales_flat_shipment', 'entity_id', 'increment_id'),
        array('sales/shipment_comment', 'sales_flat_shipment_comment', 'entity_id', 'parent_id'),
        array('sales/shipment_track', 'sales_flat_shipment_track', 'entity_id', 'parent_id'),
        array('sales/creditmemo', 'sales_flat_creditmemo', 'entity_id', 'increment_id'),
        array('sales/creditmemo_comment', 'sales_flat_creditmemo_comment', 'entity_id', 'parent_id'),
        array('sales/creditmemo_item', 'sales_flat_creditmemo_item', 'entity_id', 'parent_id product_id'),
        array('sales/quote', 'sales_flat_quote', 'entity_id', 'store_id'),
        array('catalog/product', 'catalog_product_entity', 'entity_id', 'sku'),
        array('catalog/product_option', 'catalog_product_option', 'option_id', 'product_id'),
        array('downloadable/link', 'downloadable_link', 'link_id', 'product_id'),
        array('downloadable/sample', 'downloadable_sample', 'sample_id', 'product_id'),
        array('cataloginventory/stock_item', 'cataloginventory_stock_item', 'item_id', 'product_id qty'),
        array('catalog/category', 'catalog_category_entity', 'entity_id', 'parent_id path url_key'),
        array('eav/attribute', 'eav_attribute', 'attribute_id', 'entity_type_id attribute_code'),
        array('eav/attribute_set', 'eav_attribute_set', 'attribute_set_id', 'entity_type_id attribute_set_name'),
        array('eav/attribute_group', 'eav_attribute_group', 'attribute_group_id', 'attribute_set_id'),
        array('cms/block', 'cms_block', 'block_id', 'identifier'),
        array('cms/page', 'cms_page', 'page_id', 'identifier'),
        array('review/review', 'review', 'review_id', 'entity_pk_value'),
        array('salesrule/rule', 'salesrule', 'rule_id', 'name'),
        array('salesrule/coupon', 'salesrule_coupon', 'coupon_id', 'rule_id'),
    );

    /** @var string the module's folder */
    protected $module;

    private $dsn;
    private $failures = 0;
    private $checks = 0;
    private $current = '';
    private $databases = 0;

    public function __construct($module, $socket)
    {
        $this->module = $module;
        $this->dsn = 'mysql:charset=utf8mb4;unix_socket=' . $socket;
        Mage::$config = simplexml_load_file($this->getModuleFolder() . '/etc/config.xml');
        Mage::$shop['eav/config'] = array('class' => 'Mage_Eav_Model_Config');
        foreach (self::TABLES as $row) {
            Mage::$shop[$row[0]] = array('table' => $row[1], 'columns' => explode(' ', $row[3]));
        }
    }

    /**
     * @return bool whether all is well
     */
    public function run()
    {
        foreach (get_class_methods($this) as $method) {
            if (strpos($method, 'check') !== 0) {
                continue;
            }
            $this->current = $method;
            try {
                $this->setUp();
                $this->$method();
            } catch (Throwable $problem) {
                $this->fail((string) $problem);
            }
            $this->dropDatabases();
        }
        echo $this->checks, ' expectations, ', $this->failures, " not met\n";
        return $this->checks > 0 && $this->failures === 0;
    }

    protected function getModuleFolder()
    {
        return $this->module . '/app/code/community/Maho/DataSyncTracker';
    }

    /** A shop in which the module is installed, unless a check wants it otherwise. */
    protected function setUp()
    {
        Mage::$forgetsCallbacks = true;
        Mage::$tellsAfterMassAction = true;
        unset(Mage::$shop['datasync_tracker/change']);
        $this->createShop('');
        $this->install(null);
        Mage::beginRequest();
    }

    protected function createShop($prefix)
    {
        $database = $this->getDatabase(++$this->databases);
        Mage::$tablePrefix = $prefix;
        Mage::$adapter = $this->connect();
        Mage::$adapter->query("CREATE DATABASE $database");
        Mage::$adapter->query("USE $database");
        foreach (self::TABLES as $row) {
            list(, $name, $id, $columns) = $row;
            $columns = str_replace(' ', ' VARCHAR(300), ', $columns) . ' VARCHAR(300)';
            Mage::$adapter->query(
                "CREATE TABLE $prefix$name ($id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, $columns)"
            );
        }
        Mage::$adapter->query(
            "CREATE TABLE {$prefix}catalog_category_entity_varchar
                (entity_id INT, attribute_id INT, store_id INT, value VARCHAR(255))"
        );
    }

    /** A connection beside the shop's. */
    protected function connect()
    {
        return new StandIn_Adapter($this->dsn, getenv('DATASYNC_TEST_USER'));
    }

    protected function getDatabase($number)
    {
        return 'x_module_' . getmypid() . '_' . $number;
    }

    private function dropDatabases()
    {
        Mage::$adapter = $this->connect();
        for (; $this->databases > 0; --$this->databases) {
            Mage::$adapter->query('DROP DATABASE IF EXISTS ' . $this->getDatabase($this->databases));
        }
    }

    /**
     * @param string|null $installed the version that is there
     * @return string[] the scripts that ran
     */
    protected function install($installed)
    {
        $name = current(array_keys((array) Mage::$config->global->resources));
        $class = (string) Mage::$config->global->resources->$name->setup->class;
        $setup = new $class($name);
        $version = (string) Mage::$config->modules->Maho_DataSyncTracker->version;
        return $setup->applyUpdates($this->getModuleFolder() . '/sql', $installed, $version);
    }

    protected function getTable()
    {
        return Mage::$tablePrefix . 'datasync_change_tracker';
    }

    /** What is pending, and takes it away. */
    protected function takePending()
    {
        $rows = Mage::$adapter->query(
            "SELECT entity_type, entity_id, action, source_identifier FROM {$this->getTable()}
            WHERE sync_completed = 0 ORDER BY entity_type, entity_id"
        )->fetchAll(PDO::FETCH_NUM);
        Mage::$adapter->query("DELETE FROM {$this->getTable()} WHERE sync_completed = 0");
        return array_map(function ($row) {
            return rtrim(implode(' ', $row));
        }, $rows);
    }

    /** Expects that exactly these changes are pending, each as "type id action identifier". */
    protected function expectPending(array $expected, $what)
    {
        sort($expected);
        $pending = $this->takePending();
        sort($pending);
        $this->expectEqual($expected, $pending, $what);
    }

    protected function expectEqual($expected, $actual, $what)
    {
        ++$this->checks;
        if ($expected !== $actual) {
            $this->fail(
                "$what\n  expected " . json_encode($expected) . "\n  found    " . json_encode($actual)
            );
        }
    }

    protected function expectNothingLogged($what)
    {
        $this->expectEqual(array(), array_map('strval', Mage::$logged), "$what: nothing is logged");
    }

    private function fail($why)
    {
        ++$this->failures;
        echo "{$this->current}: $why\n";
    }

    /** A saved model of the shop. */
    protected function save($class, array $data)
    {
        $model = new $class();
        return $model->addData($data)->save();
    }

    /** Numbers come as numbers or as text, by version of PHP. */
    protected function toText(array $values)
    {
        return array_map(function ($value) {
            return is_array($value) ? $this->toText($value) : ($value === null ? null : (string) $value);
        }, $values);
    }
}
