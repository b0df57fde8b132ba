<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * Writes down what has changed, when it is committed and not before.
 *
 * Why not inside the shop's transaction: a deadlock there would roll the shop's own work back, and
 * the tracker must not break the shop. What is announced in a transaction waits for its end.
 */
class Maho_DataSyncTracker_Model_Tracker
{
    const CREATED = 'create';
    const UPDATED = 'update';
    const DELETED = 'delete';

    /** A run of datasync claims rows while the shop writes them; the loser of a deadlock repeats. */
    const ATTEMPTS = 3;

    /** @var array changes that wait for a commit */
    protected $_waiting = array();

    /** @var bool */
    protected $_seesTheEnd = false;

    /**
     * Changes that are made: written at once, or with the commit of a transaction under way.
     *
     * @param array $changes lists of entity type, id, action and identifier (or null)
     */
    public function announce(array $changes)
    {
        if ($this->_getResource()->isInTransaction()) {
            $this->announceLater($changes);
            return;
        }
        $this->_waiting = array_merge($this->_waiting, $changes);
        if ($this->_waiting) {
            $this->_write();
        }
    }

    /**
     * Changes that may still be rolled back: written with the next commit or the next announcement.
     * Nobody tells of a rollback. So a deletion is written as an update, on which datasync looks
     * whether the entity is gone; saying that it is would delete what the shop has kept.
     *
     * @param array $changes as in announce()
     */
    public function announceLater(array $changes)
    {
        foreach ($changes as $change) {
            if ($change[2] === self::DELETED) {
                $change[2] = self::UPDATED;
            }
            $this->_waiting[] = $change;
        }
        if ($changes) {
            $this->_wait();
        }
    }

    /**
     * Called when the outermost transaction is committed, and when the request ends: transactions
     * that modules run by themselves, past the resource models, call nobody.
     */
    public function committed()
    {
        Mage::helper('datasync_tracker')->guard(function () {
            // Open at the end of the request, it will never be committed.
            if ($this->_waiting && !$this->_getResource()->isInTransaction()) {
                $this->_write();
            }
        });
    }

    protected function _wait()
    {
        // Each time: a rollback forgets callbacks in OpenMage and keeps them in Magento 1.9. What
        // was rolled back is announced with the next commit, which costs a needless look.
        $this->_getResource()->addCommitCallback(array($this, 'committed'));
        if (!$this->_seesTheEnd) {
            $this->_seesTheEnd = true;
            register_shutdown_function(array($this, 'committed'));
        }
    }

    protected function _write()
    {
        $changes = $this->_waiting;
        $this->_waiting = array();
        for ($attempt = 1;; $attempt++) {
            try {
                $this->_getResource()->write($changes);
                return;
            } catch (Exception $problem) {
                // Only a deadlock passes at once; the shop shall not wait for a lock again.
                if ($attempt === self::ATTEMPTS || strpos($problem->getMessage(), 'Deadlock') === false) {
                    throw $problem;
                }
            }
        }
    }

    /**
     * @return Maho_DataSyncTracker_Model_Resource_Change
     */
    protected function _getResource()
    {
        return Mage::getResourceSingleton('datasync_tracker/change');
    }
}
