<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * The tracker table: one pending row for each entity that has changed.
 */
class Maho_DataSyncTracker_Model_Resource_Change extends Mage_Core_Model_Resource_Db_Abstract
{
    const ROWS_PER_STATEMENT = 500;
    const KEEP_DAYS = 30;

    protected function _construct()
    {
        $this->_init('datasync_tracker/change', 'tracker_id');
    }

    /**
     * Whether the shop is in a transaction on the connection that the rows are written by.
     *
     * @return bool
     */
    public function isInTransaction()
    {
        return $this->_getWriteAdapter()->getTransactionLevel() > 0;
    }

    /**
     * Writes changes in their order. One statement takes what is pending already into account, so
     * two requests cannot get between each other's reading and writing; the key holds the state,
     * so rows that datasync has claimed or delivered are never met, and a change that comes after
     * the claim gets a row of its own.
     *
     * @param array $changes lists of entity type, id, action and identifier (or null)
     */
    public function write(array $changes)
    {
        $table = $this->_getWriteAdapter()->quoteIdentifier($this->getMainTable());
        foreach (array_chunk($changes, self::ROWS_PER_STATEMENT) as $chunk) {
            $rows = array_fill(0, count($chunk), '(?, ?, ?, NOW(), 0, LEFT(?, 255))');
            // A child of a new entity may speak before the entity does, so the order of create and
            // update says nothing. What comes after a deletion is an update: the entity is there
            // again, or datasync finds that it is gone.
            $this->_getWriteAdapter()->query(
                "INSERT INTO $table
                    (entity_type, entity_id, action, created_at, sync_completed, source_identifier)
                VALUES " . implode(', ', $rows) . "
                ON DUPLICATE KEY UPDATE
                    action = CASE
                        WHEN VALUES(action) = 'delete' THEN 'delete'
                        WHEN action = 'create' THEN 'create'
                        WHEN action = 'update' AND VALUES(action) = 'create' THEN 'create'
                        ELSE 'update'
                    END,
                    created_at = VALUES(created_at),
                    source_identifier = COALESCE(VALUES(source_identifier), source_identifier)",
                array_merge(...$chunk)
            );
        }
    }

    /**
     * Deletes rows that were synced long ago, a chunk at a time so that nobody waits for long.
     *
     * @return int how many
     */
    public function deleteOld()
    {
        $adapter = $this->_getWriteAdapter();
        $table = $adapter->quoteIdentifier($this->getMainTable());
        $deleted = 0;
        $last = 0;
        do {
            $ids = $adapter->fetchCol(
                "SELECT tracker_id FROM $table
                WHERE sync_completed = 1 AND tracker_id > ?
                    AND COALESCE(synced_at, created_at) < NOW() - INTERVAL " . self::KEEP_DAYS . " DAY
                ORDER BY tracker_id LIMIT " . self::ROWS_PER_STATEMENT,
                array($last)
            );
            if ($ids) {
                $last = end($ids);
                $places = implode(', ', array_fill(0, count($ids), '?'));
                $deleted += $adapter->query(
                    "DELETE FROM $table WHERE sync_completed = 1 AND tracker_id IN ($places)",
                    $ids
                )->rowCount();
            }
        } while (count($ids) === self::ROWS_PER_STATEMENT);
        return $deleted;
    }
}
