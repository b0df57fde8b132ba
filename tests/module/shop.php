<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The models of a shop that the module knows, each with a table of few columns, and the things that
// a shop does around their events.

abstract class Mage_Core_Model_Abstract extends Varien_Object
{
    /** Alias by which the shop knows the table. */
    const ALIAS = '';
    const ID = 'entity_id';

    private $isNew;

    public function getId()
    {
        return $this->getData(static::ID);
    }

    public function setId($id)
    {
        return $this->setData(static::ID, $id);
    }

    public function isObjectNew($flag = null)
    {
        if ($flag !== null) {
            $this->isNew = $flag;
        }
        return $this->isNew === null ? !$this->getId() : $this->isNew;
    }

    public function getResource()
    {
        $key = 'resource of ' . static::class;
        static $resources = array();
        if (!isset($resources[$key])) {
            $resources[$key] = new StandIn_ModelResource(static::ALIAS, static::ID);
        }
        return $resources[$key];
    }

    public function load($id)
    {
        $this->addData($this->getResource()->read($id));
        return $this;
    }

    public function save()
    {
        $resource = $this->getResource();
        $resource->beginTransaction();
        try {
            if (!$this->getId()) {
                $this->isObjectNew(true);
            }
            Mage::dispatchEvent('model_save_before', array('object' => $this));
            $resource->write($this);
            $this->_afterSave();
            Mage::dispatchEvent('model_save_after', array('object' => $this));
            $resource->addCommitCallback(array($this, 'afterCommitCallback'))->commit();
        } catch (Throwable $problem) {
            $resource->rollBack();
            throw $problem;
        }
        return $this;
    }

    public function afterCommitCallback()
    {
        Mage::dispatchEvent('model_save_commit_after', array('object' => $this));
    }

    public function delete()
    {
        $resource = $this->getResource();
        $resource->beginTransaction();
        try {
            Mage::dispatchEvent('model_delete_before', array('object' => $this));
            $this->_beforeDelete();
            $resource->remove($this);
            Mage::dispatchEvent('model_delete_after', array('object' => $this));
            $resource->commit();
        } catch (Throwable $problem) {
            $resource->rollBack();
            throw $problem;
        }
        Mage::dispatchEvent('model_delete_commit_after', array('object' => $this));
        return $this;
    }

    protected function _afterSave()
    {
    }

    protected function _beforeDelete()
    {
    }
}

class StandIn_ModelResource extends Mage_Core_Model_Resource_Db_Abstract
{
    private $alias;
    private $idField;

    public function __construct($alias, $idField)
    {
        $this->alias = $alias;
        $this->idField = $idField;
        parent::__construct();
    }

    protected function _construct()
    {
        $this->_init($this->alias, $this->idField);
    }

    public function read($id)
    {
        $rows = $this->_getReadAdapter()->fetchAll(
            "SELECT * FROM {$this->getMainTable()} WHERE {$this->idField} = ?",
            array($id)
        );
        return $rows ? $rows[0] : array();
    }

    public function write(Mage_Core_Model_Abstract $model)
    {
        $values = array($this->idField => $model->getId());
        foreach (Mage::$shop[$this->alias]['columns'] as $column) {
            if ($model->getData($column) !== null) {
                $values[$column] = $model->getData($column);
            }
        }
        $adapter = $this->_getWriteAdapter();
        $adapter->query(
            "INSERT INTO {$this->getMainTable()} (" . implode(', ', array_keys($values)) . ')'
            . ' VALUES (' . implode(', ', array_fill(0, count($values), '?')) . ')'
            . " ON DUPLICATE KEY UPDATE {$this->idField} = VALUES({$this->idField})",
            array_values($values)
        );
        if ($model->getId() === null) {
            $model->setId($adapter->pdo->lastInsertId());
        }
        // So do the models of sales.
        $model->isObjectNew(false);
    }

    public function remove(Mage_Core_Model_Abstract $model)
    {
        $this->_getWriteAdapter()->query(
            "DELETE FROM {$this->getMainTable()} WHERE {$this->idField} = ?",
            array($model->getId())
        );
    }

    /** Some columns, without a save. */
    public function saveAttribute(Mage_Core_Model_Abstract $model, $event)
    {
        $this->beginTransaction();
        try {
            Mage::dispatchEvent($event, array('resource' => $this, 'object' => $model, 'attribute' => array('x')));
            $this->commit();
        } catch (Throwable $problem) {
            $this->rollBack();
            throw $problem;
        }
    }
}

class Mage_Customer_Model_Customer extends Mage_Core_Model_Abstract
{
    const ALIAS = 'customer/entity';
}

class Mage_Customer_Model_Address extends Mage_Core_Model_Abstract
{
    const ALIAS = 'customer/address_entity';
}

class Mage_Customer_Model_Group extends Mage_Core_Model_Abstract
{
    const ALIAS = 'customer/customer_group';
    const ID = 'customer_group_id';
}

class Mage_Newsletter_Model_Subscriber extends Mage_Core_Model_Abstract
{
    const ALIAS = 'newsletter/subscriber';
    const ID = 'subscriber_id';
}

class Mage_Sales_Model_Order extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/order';
}

class Mage_Sales_Model_Order_Item extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/order_item';
    const ID = 'item_id';
}

class Mage_Sales_Model_Order_Address extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/order_address';
}

class Mage_Sales_Model_Order_Payment extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/order_payment';
}

class Mage_Sales_Model_Order_Payment_Transaction extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/payment_transaction';
    const ID = 'transaction_id';
}

class Mage_Sales_Model_Order_Status_History extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/order_status_history';
}

class Mage_Downloadable_Model_Link_Purchased extends Mage_Core_Model_Abstract
{
    const ALIAS = 'downloadable/link_purchased';
    const ID = 'purchased_id';
}

class Mage_Downloadable_Model_Link_Purchased_Item extends Mage_Core_Model_Abstract
{
    const ALIAS = 'downloadable/link_purchased_item';
    const ID = 'item_id';
}

class Mage_Sales_Model_Order_Invoice extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/invoice';
}

class Mage_Sales_Model_Order_Invoice_Comment extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/invoice_comment';
}

class Mage_Sales_Model_Order_Shipment extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/shipment';
}

class Mage_Sales_Model_Order_Shipment_Comment extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/shipment_comment';
}

class Mage_Sales_Model_Order_Shipment_Track extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/shipment_track';
}

class Mage_Sales_Model_Order_Creditmemo extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/creditmemo';
}

class Mage_Sales_Model_Order_Creditmemo_Comment extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/creditmemo_comment';
}

class Mage_Sales_Model_Order_Creditmemo_Item extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/creditmemo_item';
}

class Mage_Catalog_Model_Product extends Mage_Core_Model_Abstract
{
    const ALIAS = 'catalog/product';
}

/** A shop's own class in place of the framework's. */
class Shop_Catalog_Model_Product extends Mage_Catalog_Model_Product
{
}

class Mage_Catalog_Model_Product_Option extends Mage_Core_Model_Abstract
{
    const ALIAS = 'catalog/product_option';
    const ID = 'option_id';
}

class Mage_Downloadable_Model_Link extends Mage_Core_Model_Abstract
{
    const ALIAS = 'downloadable/link';
    const ID = 'link_id';
}

class Mage_Downloadable_Model_Sample extends Mage_Core_Model_Abstract
{
    const ALIAS = 'downloadable/sample';
    const ID = 'sample_id';
}

class Mage_CatalogInventory_Model_Stock_Item extends Mage_Core_Model_Abstract
{
    const ALIAS = 'cataloginventory/stock_item';
    const ID = 'item_id';
}

class Mage_Catalog_Model_Product_Action
{
    public function updateAttributes(array $productIds, callable $write)
    {
        Mage::dispatchEvent('catalog_product_attribute_update_before', array(
            'attributes_data' => array(), 'product_ids' => &$productIds, 'store_id' => 0,
        ));
        // Past the resource models: nobody hears of this commit.
        Mage::$adapter->beginTransaction();
        $write();
        Mage::$adapter->commit();
        if (Mage::$tellsAfterMassAction) {
            Mage::dispatchEvent('catalog_product_attribute_update_after', array('product_ids' => $productIds));
        }
    }

    public function updateWebsites(array $productIds)
    {
        Mage::dispatchEvent('catalog_product_website_update', array(
            'website_ids' => array(1), 'product_ids' => $productIds, 'action' => 'add',
        ));
    }
}

class Mage_Catalog_Model_Category extends Mage_Core_Model_Abstract
{
    const ALIAS = 'catalog/category';

    public function move($parentId)
    {
        $event = array(
            'category' => $this, 'category_id' => $this->getId(),
            'prev_parent_id' => $this->getParentId(), 'parent_id' => $parentId,
        );
        $table = Mage::getTableName(self::ALIAS);
        $old = $this->getPath();
        $new = Mage::$adapter->fetchOne("SELECT path FROM $table WHERE entity_id = ?", array($parentId))
            . '/' . $this->getId();
        $this->getResource()->beginTransaction();
        Mage::$adapter->query(
            "UPDATE $table SET path = CONCAT(?, SUBSTRING(path, ?)) WHERE path = ? OR path LIKE ?",
            array($new, strlen($old) + 1, $old, $old . '/%')
        );
        Mage::$adapter->query(
            "UPDATE $table SET parent_id = ? WHERE entity_id = ?",
            array($parentId, $this->getId())
        );
        $this->getResource()->commit();
        Mage::dispatchEvent('category_move', $event);
    }

    protected function _afterSave()
    {
        if ($this->getPostedProducts()) {
            $this->setData('affected_product_ids', array_keys($this->getPostedProducts()));
        }
    }

    protected function _beforeDelete()
    {
        $table = Mage::getTableName(self::ALIAS);
        Mage::$adapter->query("DELETE FROM $table WHERE path LIKE ?", array($this->getPath() . '/%'));
    }
}

class Mage_Eav_Model_Entity_Attribute extends Mage_Core_Model_Abstract
{
    const ALIAS = 'eav/attribute';
    const ID = 'attribute_id';
}

class Mage_Catalog_Model_Resource_Eav_Attribute extends Mage_Eav_Model_Entity_Attribute
{
}

class Mage_Eav_Model_Entity_Attribute_Set extends Mage_Core_Model_Abstract
{
    const ALIAS = 'eav/attribute_set';
    const ID = 'attribute_set_id';
}

class Mage_Eav_Model_Entity_Attribute_Group extends Mage_Core_Model_Abstract
{
    const ALIAS = 'eav/attribute_group';
    const ID = 'attribute_group_id';
}

class Mage_Eav_Model_Config
{
    public function getEntityType($code)
    {
        $ids = array('catalog_category' => 9, 'catalog_product' => 10);
        return new Varien_Object(array('id' => $ids[$code]));
    }

    public function getAttribute($type, $code)
    {
        return new Varien_Object(array(
            'id' => 43, 'backend_table' => Mage::$tablePrefix . "{$type}_entity_varchar",
        ));
    }
}

class Mage_Cms_Model_Block extends Mage_Core_Model_Abstract
{
    const ALIAS = 'cms/block';
    const ID = 'block_id';
}

class Mage_Cms_Model_Page extends Mage_Core_Model_Abstract
{
    const ALIAS = 'cms/page';
    const ID = 'page_id';
}

class Mage_Review_Model_Review extends Mage_Core_Model_Abstract
{
    const ALIAS = 'review/review';
    const ID = 'review_id';
}

class Mage_SalesRule_Model_Rule extends Mage_Core_Model_Abstract
{
    const ALIAS = 'salesrule/rule';
    const ID = 'rule_id';
}

class Mage_SalesRule_Model_Coupon extends Mage_Core_Model_Abstract
{
    const ALIAS = 'salesrule/coupon';
    const ID = 'coupon_id';
}

class Mage_Sales_Model_Quote extends Mage_Core_Model_Abstract
{
    const ALIAS = 'sales/quote';
}
