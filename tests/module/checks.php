<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What has to hold of the module; each method that begins with check has a shop of its own.

require __DIR__ . '/fixture.php';

class ModuleChecks extends ModuleFixture
{
    const OLD_TABLE = "CREATE TABLE %s (
        tracker_id INT UNSIGNED NOT NULL AUTO_INCREMENT, entity_type VARCHAR(50) NOT NULL,
        entity_id INT UNSIGNED NOT NULL, action VARCHAR(10) NOT NULL DEFAULT 'update',
        created_at DATETIME NOT NULL, synced_at DATETIME NULL,
        sync_completed SMALLINT UNSIGNED NOT NULL DEFAULT 0,
        PRIMARY KEY (tracker_id), %s KEY IDX_OLD_NAME (entity_type, entity_id, sync_completed),
        KEY IDX_OTHER (created_at)) ENGINE=InnoDB DEFAULT CHARSET=utf8";

    public function checkConfiguration()
    {
        $this->expectEqual('2.0.0', (string) Mage::$config->modules->Maho_DataSyncTracker->version, 'version');
        $declared = simplexml_load_file($this->module . '/app/etc/modules/Maho_DataSyncTracker.xml');
        $this->expectEqual('true', (string) $declared->modules->Maho_DataSyncTracker->active, 'active');
        foreach (Mage::$config->global->events->children() as $event) {
            foreach ($event->observers->children() as $observer) {
                $call = array(Mage::getClass((string) $observer->class), (string) $observer->method);
                $this->expectEqual(true, is_callable(array(new $call[0](), $call[1])), implode('::', $call));
            }
        }
        foreach (Mage::$config->crontab->jobs->children() as $job) {
            list($alias, $method) = explode('::', (string) $job->run->model);
            $class = Mage::getClass($alias);
            $this->expectEqual(true, is_callable(array(new $class(), $method)), $class . '::' . $method);
        }
        foreach (file($this->module . '/modman', FILE_IGNORE_NEW_LINES) as $line) {
            if ($line[0] !== '#') {
                $path = explode(' ', $line)[0];
                $this->expectEqual(true, file_exists($this->module . '/' . $path), "modman: $path");
            }
        }
    }

    public function checkNewTable()
    {
        foreach (array('', 'mg_') as $prefix) {
            $this->createShop($prefix);
            $this->expectEqual(array('install-2.0.0.php'), $this->install(null), 'scripts');
            $this->expectTable();
            $this->save('Mage_Catalog_Model_Product', array('sku' => 'A'));
            $this->expectPending(array('product 1 create A'), "prefix '$prefix'");
        }
    }

    public function checkOlderTable()
    {
        foreach (array(null, '1.0.0', '1.4.2') as $installed) {
            foreach (array('UNIQUE', '') as $unique) {
                $this->createShop('mg_');
                Mage::$adapter->query(sprintf(self::OLD_TABLE, $this->getTable(), $unique));
                $old = array(array('7', 'order', '3', 'update', '2026-01-02 03:04:05', null, '0'));
                if ($unique === '') {
                    $this->insertOld(array('6', 'order', '3', 'create', '2026-01-02 03:04:04', null, '0'));
                }
                $old[] = array('8', 'order', '3', 'create', '2026-01-01 03:04:05', '2026-01-01 04:00:00', '1');
                array_map(array($this, 'insertOld'), $old);
                $script = $installed === null ? 'install-2.0.0.php' : 'upgrade-1.9.9-2.0.0.php';
                $this->expectEqual(array($script), $this->install($installed), "scripts from $installed");
                $this->expectTable();
                $rows = Mage::$adapter->query(
                    "SELECT tracker_id, entity_type, entity_id, action, created_at, synced_at, sync_completed
                    FROM {$this->getTable()} ORDER BY tracker_id"
                )->fetchAll(PDO::FETCH_NUM);
                $this->expectEqual($old, $this->toText($rows), "rows of the older tracker, key '$unique'");
                $this->install($installed);
                $this->expectTable();
            }
        }
        $this->expectEqual(array(), $this->install('2.0.0'), 'nothing runs twice');
    }

    public function checkEachModel()
    {
        $ten = array('entity_type_id' => '10');
        $models = array(
            array('Mage_Customer_Model_Customer', 'customer', array('email' => 'a@example.com')),
            array('Mage_Customer_Model_Group', 'customer_group', array('customer_group_code' => 'Trade')),
            array('Mage_Newsletter_Model_Subscriber', 'newsletter', array('subscriber_email' => 'b@example.com')),
            array('Mage_Sales_Model_Order', 'order', array('increment_id' => '100000001')),
            array('Mage_Sales_Model_Order_Invoice', 'invoice', array('increment_id' => '100000002')),
            array('Mage_Sales_Model_Order_Shipment', 'shipment', array('increment_id' => '100000003')),
            array('Mage_Sales_Model_Order_Creditmemo', 'creditmemo', array('increment_id' => '100000004')),
            array('Mage_Catalog_Model_Product', 'product', array('sku' => 'Ä-1')),
            array('Shop_Catalog_Model_Product', 'product', array('sku' => 'own-class')),
            array('Mage_Catalog_Model_Category', 'category', array('url_key' => 'shoes')),
            array('Mage_Eav_Model_Entity_Attribute', 'productattribute', $ten + array('attribute_code' => 'size')),
            array(
                'Mage_Catalog_Model_Resource_Eav_Attribute', 'productattribute',
                $ten + array('attribute_code' => 'color'),
            ),
            array('Mage_Eav_Model_Entity_Attribute_Set', 'attribute_set', $ten + array('attribute_set_name' => 'Tops')),
            array('Mage_Cms_Model_Block', 'cms_block', array('identifier' => 'footer')),
            array('Mage_Cms_Model_Page', 'cms_page', array('identifier' => 'about')),
            array('Mage_Review_Model_Review', 'review', array()),
            array('Mage_SalesRule_Model_Rule', 'cart_price_rule', array('name' => 'Ten off')),
        );
        foreach ($models as $row) {
            list($class, $type, $data) = $row;
            $name = $data ? ' ' . end($data) : '';
            $model = $this->save($class, $data);
            $id = $model->getId();
            $this->expectPending(array("$type $id create$name"), "$class is created");
            $model->save();
            $this->expectPending(array("$type $id update$name"), "$class is updated");
            $model->delete();
            $this->expectPending(array("$type $id delete$name"), "$class is deleted");

            $bare = new $class();
            $bare->setId($this->save($class, $data)->getId());
            $this->takePending();
            $bare->delete();
            $this->expectPending(array("$type {$bare->getId()} delete$name"), "$class is deleted unloaded");
        }
        $this->expectNothingLogged('models');
    }

    public function checkParts()
    {
        $parts = array(
            array('Mage_Sales_Model_Order_Address', array('parent_id' => 5), 'order 5 update'),
            array('Mage_Sales_Model_Order_Payment', array('parent_id' => 5), 'order 5 update'),
            array('Mage_Sales_Model_Order_Payment_Transaction', array('order_id' => 5), 'order 5 update'),
            array('Mage_Downloadable_Model_Link_Purchased', array('order_id' => 5), 'order 5 update'),
            array('Mage_Downloadable_Model_Link_Purchased_Item', array('purchased_id' => 1), 'order 6 update'),
            array('Mage_Sales_Model_Order_Invoice_Comment', array('parent_id' => 5), 'invoice 5 update'),
            array('Mage_Sales_Model_Order_Shipment_Comment', array('parent_id' => 5), 'shipment 5 update'),
            array('Mage_Sales_Model_Order_Shipment_Track', array('parent_id' => 5), 'shipment 5 update'),
            array('Mage_Sales_Model_Order_Creditmemo_Comment', array('parent_id' => 5), 'creditmemo 5 update'),
            array('Mage_Catalog_Model_Product_Option', array('product_id' => 5), 'product 5 update'),
            array('Mage_Downloadable_Model_Link', array('product_id' => 5), 'product 5 update'),
            array('Mage_Downloadable_Model_Sample', array('product_id' => 5), 'product 5 update'),
            array('Mage_Eav_Model_Entity_Attribute_Group', array('attribute_set_id' => 5), 'attribute_set 5 update'),
            array('Mage_SalesRule_Model_Coupon', array('rule_id' => 5), 'cart_price_rule 5 update'),
        );
        $this->save('Mage_Downloadable_Model_Link_Purchased', array('order_id' => 6));
        $this->takePending();
        foreach ($parts as $row) {
            list($class, $data, $expected) = $row;
            $part = $this->save($class, $data);
            $this->expectPending(array($expected), "$class is created");
            $part->save();
            $this->expectPending(array($expected), "$class is updated");
            $bare = new $class();
            $bare->setId($part->getId())->delete();
            $this->expectPending(array($expected), "$class is deleted unloaded");
        }
        foreach (
            array(
                'Mage_Customer_Model_Address' => array('customer_address', 'customer'),
                'Mage_Sales_Model_Order_Status_History' => array('order_comment', 'order'),
            ) as $class => $types
        ) {
            $part = $this->save($class, array('parent_id' => 5));
            $this->expectPending(array("$types[0] 1 create"), "$class leads to its owner");
            $part->delete();
            $this->expectPending(
                array("$types[0] 1 delete", "$types[1] 5 update"),
                "$class is gone, its owner is named"
            );
        }
        $this->expectNothingLogged('parts');
    }

    public function checkWhatIsNotAnnounced()
    {
        $this->save('Mage_Sales_Model_Quote', array('store_id' => 1))->delete();
        $this->save('Mage_Eav_Model_Entity_Attribute', array('entity_type_id' => 9, 'attribute_code' => 'x'))->delete();
        $this->save('Mage_Eav_Model_Entity_Attribute_Set', array('entity_type_id' => 9, 'attribute_set_name' => 'x'));
        $this->save('Mage_Catalog_Model_Resource_Eav_Attribute', array('entity_type_id' => 10, 'attribute_set_id' => 4));
        $this->expectPending(array(), 'quotes, attributes of categories, bare attributes of a set');
        $this->save('Mage_Eav_Model_Entity_Attribute', array(
            'entity_type_id' => 10, 'attribute_code' => 'x', 'attribute_set_id' => 4,
        ));
        $this->expectPending(array('attribute_set 4 update', 'productattribute 3 create x'), 'added to a set');
        $group = new Mage_Customer_Model_Group();
        $group->addData(array('customer_group_id' => 0, 'customer_group_code' => 'NOT LOGGED IN'))->save();
        $this->expectPending(array('customer_group 0 update NOT LOGGED IN'), 'the group 0 has an id');
        $this->expectNothingLogged('others');
    }

    public function checkStock()
    {
        $item = $this->save('Mage_CatalogInventory_Model_Stock_Item', array('product_id' => 40, 'qty' => 1));
        $this->expectPending(array('stock 40 create'), 'stock goes by the product');
        $item->save();
        $this->expectPending(array('stock 40 update'), 'stock is changed');
        $item->delete();
        $this->expectPending(array(), 'stock ends with its product');

        $line = $this->save('Mage_Sales_Model_Order_Item', array('order_id' => 5, 'product_id' => 40));
        $this->expectPending(array('order 5 update', 'stock 40 update'), 'an order takes from stock');
        $line->save();
        $this->expectPending(array('order 5 update'), 'a line changed later does not');
        $this->save('Mage_Sales_Model_Order_Creditmemo_Item', array('parent_id' => 5, 'product_id' => 40))->save();
        $this->expectPending(array('stock 40 update'), 'a refund gives back');

        $lines = array(
            new Varien_Object(array('product_id' => 40)), new Varien_Object(array('product_id' => 41)),
            new Varien_Object(array('product_id' => 40)),
        );
        Mage::dispatchEvent('sales_model_service_quote_submit_failure', array(
            'order' => new Mage_Sales_Model_Order(), 'quote' => new class ($lines) {
                private $lines;

                public function __construct($lines)
                {
                    $this->lines = $lines;
                }

                public function getAllItems()
                {
                    return $this->lines;
                }
            },
        ));
        $this->expectPending(array('stock 40 update', 'stock 41 update'), 'an order that failed');
        $this->expectNothingLogged('stock');
    }

    public function checkMerging()
    {
        $cases = array(
            array('create', 'update', 'create'), array('update', 'create', 'create'),
            array('create', 'create', 'create'), array('update', 'update', 'update'),
            array('create', 'delete', 'delete'), array('update', 'delete', 'delete'),
            array('delete', 'delete', 'delete'), array('delete', 'create', 'update'),
            array('delete', 'update', 'update'),
        );
        $tracker = Mage::getSingleton('datasync_tracker/tracker');
        foreach ($cases as $case) {
            $tracker->announce(array(array('product', 1, $case[0], 'old')));
            Mage::$adapter->query("UPDATE {$this->getTable()} SET created_at = '2020-01-01'");
            $tracker->announce(array(array('product', 1, $case[1], null)));
            $this->expectEqual(
                array('1'),
                $this->toText(Mage::$adapter->fetchCol(
                    "SELECT created_at >= UTC_TIMESTAMP() - INTERVAL 1 HOUR FROM {$this->getTable()}"
                )),
                "$case[0] and $case[1]: one row, of now"
            );
            $this->expectPending(array("product 1 $case[2] old"), "$case[0] and $case[1]");
            $tracker->announce(array(array('product', 1, $case[0], 'old'), array('product', 1, $case[1], 'new')));
            $this->expectPending(array("product 1 $case[2] new"), "$case[0] and $case[1] at once");
        }
        $tracker->announce(array(array('cms_page', 1, 'delete', str_repeat('ß', 300))));
        $this->expectPending(array('cms_page 1 delete ' . str_repeat('ß', 255)), 'a long identifier');
        $many = array();
        for ($id = 1; $id <= 1234; ++$id) {
            $many[] = array('product', $id, 'update', null);
        }
        $tracker->announce($many);
        $this->expectEqual(1234, count($this->takePending()), 'many at once');
    }

    public function checkClaimedAndSyncedRows()
    {
        $product = $this->save('Mage_Catalog_Model_Product', array('sku' => 'A'));
        Mage::$adapter->query("UPDATE {$this->getTable()} SET sync_completed = 2, created_at = '2026-01-01'");
        $product->save();
        Mage::$adapter->query("UPDATE {$this->getTable()} SET sync_completed = 1 WHERE sync_completed = 2");
        $product->save();
        $this->expectEqual(
            array(array('0', 'update', 'now'), array('1', 'create', '2026-01-01 00:00:00')),
            Mage::$adapter->query(
                "SELECT CAST(sync_completed AS CHAR), action,
                    IF(sync_completed, CAST(created_at AS CHAR), 'now')
                FROM {$this->getTable()} ORDER BY sync_completed"
            )->fetchAll(PDO::FETCH_NUM),
            'a row that datasync has taken stays as it is'
        );
    }

    public function checkTransactions()
    {
        foreach (array(true, false) as $forgets) {
            Mage::$forgetsCallbacks = $forgets;
            $outer = (new Mage_Sales_Model_Order())->getResource();
            $gone = $this->save('Mage_Catalog_Model_Product', array('sku' => 'gone'));
            $stays = $this->save('Mage_Catalog_Model_Product', array('sku' => 'stays'));
            $this->takePending();

            $outer->beginTransaction();
            $order = $this->save('Mage_Sales_Model_Order', array('increment_id' => '1'));
            $order->save();
            $gone->delete();
            $order->getResource()->saveAttribute($order, 'sales_order_resource_save_attribute_after');
            $this->expectEqual(array(), $this->seenFromOutside(), 'nothing before the commit');
            $this->expectEqual('0', (string) Mage::$adapter->fetchOne("SELECT COUNT(*) FROM {$this->getTable()}"), 'nor inside');
            $outer->commit();
            $this->expectPending(
                array("order {$order->getId()} create 1", "product {$gone->getId()} delete gone"),
                'all with the commit'
            );

            $outer->beginTransaction();
            $stays->delete();
            $outer->rollBack();
            $this->expectPending(array(), 'nothing of what is rolled back');
            $outer->beginTransaction();
            $stays->delete();
            $outer->commit();
            $this->expectPending(array("product {$stays->getId()} delete stays"), 'after a rollback');
        }
    }

    public function checkTransactionsPastTheModels()
    {
        $product = $this->save('Mage_Catalog_Model_Product', array('sku' => 'A'));
        $this->takePending();
        Mage::$adapter->beginTransaction();
        $product->delete();
        Mage::$adapter->commit();
        $this->expectPending(array(), 'nobody hears of that commit');
        Mage::getSingleton('datasync_tracker/tracker')->committed();
        $this->expectPending(array('product 1 delete A'), 'but the end of the request');

        Mage::$adapter->beginTransaction();
        $this->save('Mage_Catalog_Model_Product', array('sku' => 'B'))->delete();
        Mage::getSingleton('datasync_tracker/tracker')->committed();
        Mage::$adapter->rollBack();
        $this->expectPending(array(), 'a transaction open at the end is lost with all it said');
    }

    public function checkMassActions()
    {
        foreach (array(true, false) as $tells) {
            Mage::$tellsAfterMassAction = $tells;
            $action = new Mage_Catalog_Model_Product_Action();
            $action->updateAttributes(array(1, '2', 2), function () {
                $this->expectEqual(array(), $this->seenFromOutside(), 'nothing before it is written');
            });
            if (!$tells) {
                // The index does so in a shop.
                $this->save('Mage_Sales_Model_Quote', array('store_id' => 1));
            }
            $this->expectPending(array('product 1 update', 'product 2 update'), 'attributes');
            $action->updateWebsites(array(3));
            $this->expectPending(array('product 3 update'), 'websites');
        }
        $this->expectNothingLogged('mass actions');
    }

    public function checkCategories()
    {
        foreach (
            array('1', '1/2', '1/2/3', '1/2/3/4', '1/2/3/4/5', '1/2/6', '1/2/7', '1/2/7/8', '1/2/7/9', '1/2/7/9/10') as $path
        ) {
            $ids = explode('/', $path);
            $id = array_pop($ids);
            Mage::$adapter->query(
                'INSERT INTO catalog_category_entity (entity_id, parent_id, path, url_key) VALUES (?, ?, ?, ?)',
                array($id, $ids ? end($ids) : 0, $path, "key-$id")
            );
            Mage::$adapter->query(
                'INSERT INTO catalog_category_entity_varchar VALUES (?, 43, 0, ?), (?, 43, 1, ?), (?, 44, 0, ?)',
                array($id, "key-$id", $id, 'of a store', $id, 'another attribute')
            );
        }
        $moved = (new Mage_Catalog_Model_Category())->load(3);
        $moved->move(7);
        $this->expectPending(
            array_map(function ($id) {
                return "category $id update";
            }, array(3, 4, 5, 6, 7, 8, 9)),
            'moved: itself, all below, those beside its old and its new place'
        );
        (new Mage_Catalog_Model_Category())->setId(3)->delete();
        $this->expectPending(
            array('category 3 delete key-3', 'category 4 delete key-4', 'category 5 delete key-5'),
            'deleted with all below it'
        );
        $category = (new Mage_Catalog_Model_Category())->load(8);
        $category->setPostedProducts(array(20 => 1, 21 => 5))->save();
        $this->expectPending(
            array('category 8 update key-8', 'product 20 update', 'product 21 update'),
            'products of a category'
        );
        $this->expectNothingLogged('categories');
    }

    public function checkReviews()
    {
        $this->save('Mage_Review_Model_Review', array());
        $this->takePending();
        Mage::dispatchEvent('controller_action_postdispatch', array('controller_action' => null));
        $this->expectPending(array('review 1 create'), 'again, with its votes');
        Mage::dispatchEvent('controller_action_postdispatch', array('controller_action' => null));
        $this->expectPending(array(), 'and that was it');
    }

    public function checkColumnsWithoutSave()
    {
        $types = array(
            'order' => 'Mage_Sales_Model_Order', 'invoice' => 'Mage_Sales_Model_Order_Invoice',
            'shipment' => 'Mage_Sales_Model_Order_Shipment', 'creditmemo' => 'Mage_Sales_Model_Order_Creditmemo',
        );
        foreach ($types as $type => $class) {
            $model = $this->save($class, array('increment_id' => '9'));
            $this->takePending();
            $prefix = $type === 'order' ? 'sales_order' : "sales_order_$type";
            $model->getResource()->saveAttribute($model, $prefix . '_resource_save_attribute_after');
            $this->expectPending(array("$type 1 update 9"), $type);
        }
    }

    public function checkFailures()
    {
        Mage::$adapter->query("RENAME TABLE {$this->getTable()} TO away");
        $product = $this->save('Mage_Catalog_Model_Product', array('sku' => 'A'));
        $product->save();
        $this->expectEqual('A', Mage::$adapter->fetchOne('SELECT sku FROM catalog_product_entity'), 'the shop goes on');
        $product->delete();
        $this->expectEqual('0', (string) Mage::$adapter->fetchOne('SELECT COUNT(*) FROM catalog_product_entity'), 'and on');
        $this->expectEqual(1, count(Mage::$logged), 'one line a request');
        Mage::beginRequest();
        Mage::dispatchEvent('sales_model_service_quote_submit_failure', array('quote' => null));
        $this->expectEqual(1, count(Mage::$logged), 'errors of PHP are failures too');
        Mage::$adapter->query("RENAME TABLE away TO {$this->getTable()}");

        Mage::beginRequest();
        $product = $this->save('Mage_Catalog_Model_Product', array('sku' => 'B'));
        $other = $this->connect();
        $other->query('USE ' . Mage::$adapter->fetchOne('SELECT DATABASE()'));
        $other->beginTransaction();
        $other->query("UPDATE {$this->getTable()} SET action = 'update'");
        $product->save();
        $other->rollBack();
        $this->expectEqual(1, count(Mage::$logged), 'a lock that is held');
        $this->takePending();

        foreach (array(2 => array('product 3 create C'), 3 => array()) as $deadlocks => $pending) {
            Mage::beginRequest();
            Mage::$shop['datasync_tracker/change'] = array('class' => 'DeadlockedChange');
            DeadlockedChange::$deadlocks = $deadlocks;
            $this->save('Mage_Catalog_Model_Product', array('sku' => 'C'));
            $this->expectPending($pending, "$deadlocks deadlocks");
            $this->expectEqual($pending ? 0 : 1, count(Mage::$logged), "$deadlocks deadlocks, logged");
        }
    }

    public function checkCleanUp()
    {
        $rows = array();
        for ($id = 1; $id <= 1200; ++$id) {
            $rows[] = "('product', $id, '2026-01-01', UTC_TIMESTAMP() - INTERVAL 31 DAY, 1)";
        }
        $rows[] = "('order', 1, '2026-01-01', UTC_TIMESTAMP() - INTERVAL 29 DAY, 1)";
        $rows[] = "('order', 2, UTC_TIMESTAMP() - INTERVAL 31 DAY, NULL, 1)";
        $rows[] = "('order', 3, UTC_TIMESTAMP() - INTERVAL 29 DAY, NULL, 1)";
        $rows[] = "('order', 4, '2026-01-01', NULL, 0)";
        $rows[] = "('order', 5, '2026-01-01', UTC_TIMESTAMP() - INTERVAL 31 DAY, 2)";
        Mage::$adapter->query(
            "INSERT INTO {$this->getTable()} (entity_type, entity_id, created_at, synced_at, sync_completed)
            VALUES " . implode(', ', $rows)
        );
        Mage::getSingleton('datasync_tracker/observer')->deleteOldRows(null);
        $left = Mage::$adapter->fetchCol("SELECT entity_id FROM {$this->getTable()} ORDER BY tracker_id");
        $this->expectEqual(array('1', '3', '4', '5'), $this->toText($left), 'what is left');
        $this->expectNothingLogged('cleaning up');
    }

    /** Stands last: by now the stand-in has fired all that the module listens to. */
    public function checkEveryEventIsOneOfTheShop()
    {
        foreach (Mage::$config->global->events->children() as $event) {
            $this->expectEqual(true, isset(Mage::$fired[$event->getName()]), $event->getName() . ' is fired');
        }
    }

    private function expectTable()
    {
        $columns = Mage::$adapter->query(
            "SELECT column_name, REGEXP_REPLACE(column_type, '(int)\\\\([0-9]+\\\\)', '\\\\1'), is_nullable
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ?",
            array($this->getTable())
        )->fetchAll(PDO::FETCH_NUM);
        sort($columns);
        $this->expectEqual(array(
            array('action', 'varchar(10)', 'NO'),
            array('created_at', 'datetime', 'NO'),
            array('entity_id', 'int unsigned', 'NO'),
            array('entity_type', 'varchar(50)', 'NO'),
            array('source_identifier', 'varchar(255)', 'YES'),
            array('sync_completed', 'smallint unsigned', 'NO'),
            array('synced_at', 'datetime', 'YES'),
            array('tracker_id', 'int unsigned', 'NO'),
        ), $columns, 'columns');
        $keys = Mage::$adapter->fetchCol(
            "SELECT CONCAT(IF(MAX(non_unique), '', 'unique '), GROUP_CONCAT(column_name ORDER BY seq_in_index))
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = ? GROUP BY index_name",
            array($this->getTable())
        );
        foreach (
            array(
                'unique tracker_id', 'unique entity_type,entity_id,sync_completed', 'sync_completed,entity_type',
                'entity_type,entity_id', 'created_at',
            ) as $key
        ) {
            $this->expectEqual(1, count(array_keys($keys, $key, true)), "key $key");
        }
    }

    private function insertOld(array $row)
    {
        Mage::$adapter->query("INSERT INTO {$this->getTable()} VALUES (?, ?, ?, ?, ?, ?, ?)", $row);
    }

    /** Numbers come as numbers or as text, by version of PHP. */
    private function toText(array $values)
    {
        return array_map(function ($value) {
            return is_array($value) ? $this->toText($value) : ($value === null ? null : (string) $value);
        }, $values);
    }

    private function seenFromOutside()
    {
        $other = $this->connect();
        $database = Mage::$adapter->fetchOne('SELECT DATABASE()');
        return $other->fetchAll("SELECT * FROM $database.{$this->getTable()}");
    }
}

/** A tracker table on which writers get into each other's way. */
class DeadlockedChange extends Maho_DataSyncTracker_Model_Resource_Change
{
    public static $deadlocks = 0;

    public function write(array $changes)
    {
        if (self::$deadlocks-- > 0) {
            throw new Exception('SQLSTATE[40001]: Serialization failure: 1213 Deadlock found when trying to get lock');
        }
        parent::write($changes);
    }
}
