<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * What the shop changes by SQL around an entity, where its events tell only half.
 */
class Maho_DataSyncTracker_Model_Resource_Tree extends Mage_Core_Model_Resource_Db_Abstract
{
    protected function _construct()
    {
        $this->_init('catalog/category', 'entity_id');
    }

    /**
     * The categories below a path, which a deletion takes along.
     *
     * @param string $path
     * @return array url keys by id
     */
    public function getUrlKeysBelow($path)
    {
        $adapter = $this->_getReadAdapter();
        $attribute = Mage::getSingleton('eav/config')->getAttribute('catalog_category', 'url_key');
        return $adapter->fetchPairs(
            'SELECT category.entity_id, url_key.value'
            . ' FROM ' . $adapter->quoteIdentifier($this->getMainTable()) . ' AS category'
            . ' LEFT JOIN ' . $adapter->quoteIdentifier($attribute->getBackendTable()) . ' AS url_key'
            . ' ON url_key.entity_id = category.entity_id AND url_key.attribute_id = ? AND url_key.store_id = 0'
            . ' WHERE category.path LIKE ?',
            array($attribute->getId(), $path . '/%')
        );
    }

    /**
     * The categories that a move changes: what moved with all below it (path and level), and those
     * beside its old and its new place (position). Counts of children follow from the rest.
     *
     * @param int $categoryId
     * @param int $oldParentId
     * @param int $newParentId
     * @return array ids
     */
    public function getMovedIds($categoryId, $oldParentId, $newParentId)
    {
        $adapter = $this->_getWriteAdapter();
        $table = $adapter->quoteIdentifier($this->getMainTable());
        $path = $adapter->fetchOne("SELECT path FROM $table WHERE entity_id = ?", array($categoryId));
        return $adapter->fetchCol(
            "SELECT entity_id FROM $table WHERE path LIKE ? OR parent_id IN (?, ?)",
            array($path . '/%', $oldParentId, $newParentId)
        );
    }

    /**
     * The order that a purchased download belongs to.
     *
     * @param int $purchasedId
     * @return int|false
     */
    public function getOrderIdOfDownload($purchasedId)
    {
        $adapter = $this->_getReadAdapter();
        return $adapter->fetchOne(
            'SELECT order_id FROM ' . $adapter->quoteIdentifier($this->getTable('downloadable/link_purchased'))
            . ' WHERE purchased_id = ?',
            array($purchasedId)
        );
    }
}
