<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * Which models of the shop are announced, and as what.
 *
 *  type        entity type of the model's own row in the tracker
 *  id          data key of the id in that row; else the model's id
 *  identifier  data key of what people call it (source_identifier)
 *  kept        true: its deletion is not announced, another entity's deletion says it
 *  needs       data key without which a save means something else
 *  of          entity type code: only models with this entity_type_id
 *  owner       entity type and data key of the entity that it is a part of. A model with a type of
 *              its own names it only when deleted: the row's id leads to nobody any more.
 *  place       entity type and data key of another entity that a save changes
 *  takes_stock true: when new, the shop has changed the stock of its product_id by SQL
 */
class Maho_DataSyncTracker_Model_Kinds
{
    /** @var array by class; a model is of the first class that it is an instance of */
    protected $_kinds = array(
        'Mage_Customer_Model_Customer' => array('type' => 'customer', 'identifier' => 'email'),
        'Mage_Customer_Model_Address' => array(
            'type' => 'customer_address', 'owner' => array('customer', 'parent_id'),
        ),
        'Mage_Customer_Model_Group' => array(
            'type' => 'customer_group', 'identifier' => 'customer_group_code',
        ),
        'Mage_Newsletter_Model_Subscriber' => array(
            'type' => 'newsletter', 'identifier' => 'subscriber_email',
        ),

        'Mage_Sales_Model_Order' => array('type' => 'order', 'identifier' => 'increment_id'),
        'Mage_Sales_Model_Order_Item' => array(
            'owner' => array('order', 'order_id'), 'takes_stock' => true,
        ),
        'Mage_Sales_Model_Order_Address' => array('owner' => array('order', 'parent_id')),
        'Mage_Sales_Model_Order_Payment' => array('owner' => array('order', 'parent_id')),
        'Mage_Sales_Model_Order_Payment_Transaction' => array('owner' => array('order', 'order_id')),
        'Mage_Sales_Model_Order_Status_History' => array(
            'type' => 'order_comment', 'owner' => array('order', 'parent_id'),
        ),
        'Mage_Downloadable_Model_Link_Purchased' => array('owner' => array('order', 'order_id')),
        'Mage_Downloadable_Model_Link_Purchased_Item' => array('owner' => array('download', 'purchased_id')),

        'Mage_Sales_Model_Order_Invoice' => array('type' => 'invoice', 'identifier' => 'increment_id'),
        'Mage_Sales_Model_Order_Invoice_Comment' => array('owner' => array('invoice', 'parent_id')),
        'Mage_Sales_Model_Order_Shipment' => array('type' => 'shipment', 'identifier' => 'increment_id'),
        'Mage_Sales_Model_Order_Shipment_Comment' => array('owner' => array('shipment', 'parent_id')),
        'Mage_Sales_Model_Order_Shipment_Track' => array('owner' => array('shipment', 'parent_id')),
        'Mage_Sales_Model_Order_Creditmemo' => array('type' => 'creditmemo', 'identifier' => 'increment_id'),
        'Mage_Sales_Model_Order_Creditmemo_Comment' => array('owner' => array('creditmemo', 'parent_id')),
        'Mage_Sales_Model_Order_Creditmemo_Item' => array('takes_stock' => true),

        'Mage_Catalog_Model_Product' => array('type' => 'product', 'identifier' => 'sku'),
        'Mage_Catalog_Model_Product_Option' => array('owner' => array('product', 'product_id')),
        'Mage_Downloadable_Model_Link' => array('owner' => array('product', 'product_id')),
        'Mage_Downloadable_Model_Sample' => array('owner' => array('product', 'product_id')),
        'Mage_CatalogInventory_Model_Stock_Item' => array(
            'type' => 'stock', 'id' => 'product_id', 'kept' => true,
        ),
        'Mage_Catalog_Model_Category' => array('type' => 'category', 'identifier' => 'url_key'),

        // An attribute set saves bare attributes to say where they stand in it.
        'Mage_Eav_Model_Entity_Attribute' => array(
            'type' => 'productattribute', 'identifier' => 'attribute_code', 'needs' => 'attribute_code',
            'of' => 'catalog_product', 'place' => array('attribute_set', 'attribute_set_id'),
        ),
        'Mage_Eav_Model_Entity_Attribute_Set' => array(
            'type' => 'attribute_set', 'identifier' => 'attribute_set_name', 'of' => 'catalog_product',
        ),
        'Mage_Eav_Model_Entity_Attribute_Group' => array(
            'owner' => array('attribute_set', 'attribute_set_id'),
        ),

        'Mage_Cms_Model_Block' => array('type' => 'cms_block', 'identifier' => 'identifier'),
        'Mage_Cms_Model_Page' => array('type' => 'cms_page', 'identifier' => 'identifier'),
        'Mage_Review_Model_Review' => array('type' => 'review'),
        'Mage_SalesRule_Model_Rule' => array('type' => 'cart_price_rule', 'identifier' => 'name'),
        'Mage_SalesRule_Model_Coupon' => array('owner' => array('cart_price_rule', 'rule_id')),
    );

    /** @var array kinds by the model's own class; shops save quotes and visitors all day long */
    protected $_found = array();

    /**
     * @param object $model
     * @return array|null null for models that nobody asks for
     */
    public function getKind($model)
    {
        $class = get_class($model);
        if (!array_key_exists($class, $this->_found)) {
            $this->_found[$class] = null;
            foreach ($this->_kinds as $name => $kind) {
                if ($model instanceof $name) {
                    $this->_found[$class] = $kind;
                    break;
                }
            }
        }
        return $this->_found[$class];
    }
}
