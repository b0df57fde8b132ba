<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * Hears what changes in the shop and announces it. No parameter has a type: the shops do not agree
 * on the names of the classes. No failure leaves this class.
 */
class Maho_DataSyncTracker_Model_Observer
{
    /** @var SplObjectStorage models that had no id when their save began */
    protected $_new;

    /** @var SplObjectStorage what is known of models only until they are deleted */
    protected $_beforeDeletion;

    /** @var array announcements of reviews saved in this request */
    protected $_reviews = array();

    public function __construct()
    {
        $this->_new = new SplObjectStorage();
        $this->_beforeDeletion = new SplObjectStorage();
    }

    /**
     * A model is about to be saved. Its own isObjectNew() is of no use later: models of sales say
     * no once they are written, others say yes for the rest of the request.
     */
    public function modelIsSaved($observer)
    {
        $this->_guard(function () use ($observer) {
            $model = $observer->getEvent()->getObject();
            if ($this->_getKind($model) && $this->_isNothing($model->getId())) {
                $this->_new[$model] = true;
            }
        });
    }

    /**
     * A model is saved and committed.
     */
    public function modelSaved($observer)
    {
        $this->_guard(function () use ($observer) {
            $model = $observer->getEvent()->getObject();
            $kind = $this->_getKind($model);
            if ($kind && (!isset($kind['needs']) || $model->getData($kind['needs']) !== null)) {
                $changes = $this->_getSaved($kind, $model, isset($this->_new[$model]));
                unset($this->_new[$model]);
                if (isset($kind['type']) && $kind['type'] === 'review') {
                    $this->_reviews = array_merge($this->_reviews, $changes);
                }
                $this->_announce($changes);
            }
        });
    }

    /**
     * A model is about to be deleted: reads what its row in the tracker has to say, if the model
     * was not loaded, and what the shop deletes along with it.
     */
    public function modelIsDeleted($observer)
    {
        $this->_guard(function () use ($observer) {
            $model = $observer->getEvent()->getObject();
            $kind = $this->_getKind($model);
            if (!$kind) {
                return;
            }
            $whole = $model;
            foreach ($this->_getNeededKeys($kind) as $key) {
                if ($model->getData($key) === null) {
                    $class = get_class($model);
                    $whole = new $class();
                    $whole->load($model->getId());
                    break;
                }
            }
            $this->_beforeDeletion[$model] = $this->_getDeleted($kind, $whole);
        });
    }

    /**
     * A model is deleted. Where that happens within a transaction, the announcement waits.
     */
    public function modelDeleted($observer)
    {
        $this->_guard(function () use ($observer) {
            $model = $observer->getEvent()->getObject();
            if (isset($this->_beforeDeletion[$model])) {
                $changes = $this->_beforeDeletion[$model];
                unset($this->_beforeDeletion[$model]);
                $this->_announce($changes);
            }
        });
    }

    /**
     * Attributes of many products are about to be written.
     */
    public function productsAreUpdated($observer)
    {
        $this->_guard(function () use ($observer) {
            $changes = $this->_getUpdates('product', (array) $observer->getEvent()->getProductIds());
            $this->_getTracker()->announceLater($changes);
        });
    }

    /**
     * Attributes or websites of many products are written.
     */
    public function productsUpdated($observer)
    {
        $this->_guard(function () use ($observer) {
            $this->_announce($this->_getUpdates('product', (array) $observer->getEvent()->getProductIds()));
        });
    }

    /**
     * A category has another parent or another place below the same one.
     */
    public function categoryMoved($observer)
    {
        $this->_guard(function () use ($observer) {
            $event = $observer->getEvent();
            $ids = $this->_getTree()->getMovedIds(
                $event->getCategoryId(),
                $event->getPrevParentId(),
                $event->getParentId()
            );
            $this->_announce($this->_getUpdates('category', $ids));
        });
    }

    /**
     * Columns of an order, invoice, shipment or credit memo are written, still in a transaction.
     */
    public function salesColumnsSaved($observer)
    {
        $this->_guard(function () use ($observer) {
            $model = $observer->getEvent()->getObject();
            $kind = $this->_getKind($model);
            if ($kind) {
                $this->_announce($this->_getSaved($kind, $model, false));
            }
        });
    }

    /**
     * An order could not be placed; what it had taken from stock is put back.
     */
    public function quoteFailed($observer)
    {
        $this->_guard(function () use ($observer) {
            $ids = array();
            foreach ($observer->getEvent()->getQuote()->getAllItems() as $item) {
                $ids[] = $item->getProductId();
            }
            $this->_announce($this->_getUpdates('stock', $ids));
        });
    }

    /**
     * A request is handled: reviews have their votes by now.
     */
    public function requestHandled()
    {
        $this->_guard(function () {
            $reviews = $this->_reviews;
            $this->_reviews = array();
            $this->_announce($reviews);
        });
    }

    /**
     * Weekly: deletes what was synced more than 30 days ago.
     */
    public function deleteOldRows()
    {
        $this->_guard(function () {
            Mage::getResourceSingleton('datasync_tracker/change')->deleteOld();
        });
    }

    /**
     * @return array changes
     */
    protected function _getSaved(array $kind, $model, $new)
    {
        $changes = array();
        $action = $new ? Maho_DataSyncTracker_Model_Tracker::CREATED : Maho_DataSyncTracker_Model_Tracker::UPDATED;
        if (isset($kind['type'])) {
            $changes[] = $this->_getOwnRow($kind, $model, $action);
        } elseif (isset($kind['owner'])) {
            $changes[] = $this->_getOwnerRow($kind['owner'], $model);
        }
        if (isset($kind['place'])) {
            $changes[] = $this->_getOwnerRow($kind['place'], $model);
        }
        if ($new && isset($kind['takes_stock'])) {
            $changes[] = $this->_getOwnerRow(array('stock', 'product_id'), $model);
        }
        if ($model instanceof Mage_Catalog_Model_Category) {
            // Assignments belong to products, but it is the category that saves them here.
            $ids = (array) $model->getData('affected_product_ids');
            $changes = array_merge($changes, $this->_getUpdates('product', $ids));
        }
        return array_filter($changes);
    }

    /**
     * @return array changes
     */
    protected function _getDeleted(array $kind, $model)
    {
        $changes = array();
        if (isset($kind['type']) && !isset($kind['kept'])) {
            $changes[] = $this->_getOwnRow($kind, $model, Maho_DataSyncTracker_Model_Tracker::DELETED);
        }
        if (isset($kind['owner'])) {
            $changes[] = $this->_getOwnerRow($kind['owner'], $model);
        }
        if ($model instanceof Mage_Catalog_Model_Category && $model->getData('path')) {
            // The shop deletes what lies below by SQL.
            foreach ($this->_getTree()->getUrlKeysBelow($model->getData('path')) as $id => $urlKey) {
                $changes[] = array('category', $id, Maho_DataSyncTracker_Model_Tracker::DELETED, $urlKey);
            }
        }
        return array_filter($changes);
    }

    /**
     * @return array|null the change of the model itself
     */
    protected function _getOwnRow(array $kind, $model, $action)
    {
        $id = isset($kind['id']) ? $model->getData($kind['id']) : $model->getId();
        if ($this->_isNothing($id) || !$this->_isOfType($kind, $model)) {
            return null;
        }
        $identifier = isset($kind['identifier']) ? $model->getData($kind['identifier']) : null;
        return array($kind['type'], (int) $id, $action, is_scalar($identifier) ? (string) $identifier : null);
    }

    /**
     * Whether an id is none; 0 is one, of the group of those who are not logged in.
     */
    protected function _isNothing($id)
    {
        return $id === null || $id === '' || $id === false;
    }

    /**
     * @return array|null the change of the entity that data of the model lead to
     */
    protected function _getOwnerRow(array $owner, $model)
    {
        list($type, $key) = $owner;
        $id = $model->getData($key);
        if ($id && $type === 'download') {
            $type = 'order';
            $id = $this->_getTree()->getOrderIdOfDownload($id);
        }
        return $id ? array($type, (int) $id, Maho_DataSyncTracker_Model_Tracker::UPDATED, null) : null;
    }

    /**
     * @return array changes
     */
    protected function _getUpdates($type, array $ids)
    {
        $changes = array();
        foreach (array_unique(array_filter($ids)) as $id) {
            $changes[] = array($type, (int) $id, Maho_DataSyncTracker_Model_Tracker::UPDATED, null);
        }
        return $changes;
    }

    /**
     * Whether it is about products, where customers and categories have such models too.
     */
    protected function _isOfType(array $kind, $model)
    {
        if (!isset($kind['of'])) {
            return true;
        }
        $type = Mage::getSingleton('eav/config')->getEntityType($kind['of']);
        return (int) $model->getData('entity_type_id') === (int) $type->getId();
    }

    /**
     * @return array keys of data that the announcement of a deletion is made of
     */
    protected function _getNeededKeys(array $kind)
    {
        $keys = array();
        if (isset($kind['identifier'])) {
            $keys[] = $kind['identifier'];
        }
        if (isset($kind['owner'])) {
            $keys[] = $kind['owner'][1];
        }
        if (isset($kind['of'])) {
            $keys[] = 'entity_type_id';
        }
        if (isset($kind['type']) && $kind['type'] === 'category') {
            $keys[] = 'path';
        }
        return $keys;
    }

    /**
     * @return array|null
     */
    protected function _getKind($model)
    {
        return Mage::getSingleton('datasync_tracker/kinds')->getKind($model);
    }

    protected function _announce(array $changes)
    {
        $this->_getTracker()->announce($changes);
    }

    /**
     * @return Maho_DataSyncTracker_Model_Tracker
     */
    protected function _getTracker()
    {
        return Mage::getSingleton('datasync_tracker/tracker');
    }

    /**
     * @return Maho_DataSyncTracker_Model_Resource_Tree
     */
    protected function _getTree()
    {
        return Mage::getResourceSingleton('datasync_tracker/tree');
    }

    protected function _guard($work)
    {
        Mage::helper('datasync_tracker')->guard($work);
    }
}
