<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which changes of a shop are announced, and when; each method that begins with check has a shop of
// its own.

class EventChecks extends ModuleFixture
{
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
        $this->save('Mage_Eav_Model_Entity_Attribute', array('entity_type_id' => 10, 'attribute_set_id' => 4));
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
            $inside = Mage::$adapter->fetchAll("SELECT * FROM {$this->getTable()}");
            $this->expectEqual(array(), $inside, 'nor inside the transaction');
            $outer->commit();
            $this->expectPending(
                array("order {$order->getId()} create 1", "product {$gone->getId()} update gone"),
                'all with the commit'
            );

            $outer->beginTransaction();
            $stays->delete();
            $outer->rollBack();
            $this->expectPending(array(), 'nothing of what is rolled back');
            $this->save('Mage_Sales_Model_Quote', array('store_id' => 1));
            $this->expectEqual(
                array(),
                preg_grep('/ delete/', $this->takePending()),
                'what is rolled back is never said to be gone'
            );
            $outer->beginTransaction();
            $stays->delete();
            $outer->commit();
            $this->expectPending(array("product {$stays->getId()} update stays"), 'after a rollback');
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
        $this->expectPending(array('product 1 update A'), 'but the end of the request');

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
        $paths = '1 1/2 1/2/3 1/2/3/4 1/2/3/4/5 1/2/6 1/2/7 1/2/7/8 1/2/7/9 1/2/7/9/10';
        foreach (explode(' ', $paths) as $path) {
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

    /** Stands last: by now the stand-in has fired all that the module listens to. */
    public function checkEveryEventIsOneOfTheShop()
    {
        foreach (Mage::$config->global->events->children() as $event) {
            $this->expectEqual(true, isset(Mage::$fired[$event->getName()]), $event->getName() . ' is fired');
        }
    }

    private function seenFromOutside()
    {
        $other = $this->connect();
        $database = Mage::$adapter->fetchOne('SELECT DATABASE()');
        return $other->fetchAll("SELECT * FROM $database.{$this->getTable()}");
    }
}
