<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors

/**
 * Brings the tracker table to the shape that this version writes. Rows that are there stay.
 */
class Maho_DataSyncTracker_Model_Resource_Setup extends Mage_Core_Model_Resource_Setup
{
    const KEY_STATE = 'entity_type,entity_id,sync_completed';

    /**
     * What install and upgrade both do: the table may stem from an older tracker in either case.
     *
     * @return $this
     */
    public function ensureTrackerTable()
    {
        $table = $this->getConnection()->quoteIdentifier($this->getTable('datasync_tracker/change'));
        $this->run(
            "CREATE TABLE IF NOT EXISTS $table (
                tracker_id INT UNSIGNED NOT NULL AUTO_INCREMENT,
                entity_type VARCHAR(50) NOT NULL,
                entity_id INT UNSIGNED NOT NULL,
                action VARCHAR(10) NOT NULL DEFAULT 'update' COMMENT 'create, update or delete',
                created_at DATETIME NOT NULL COMMENT 'Of the latest change',
                synced_at DATETIME NULL DEFAULT NULL,
                sync_completed SMALLINT UNSIGNED NOT NULL DEFAULT 0
                    COMMENT '0 pending, 1 synced, 2 claimed by a run of datasync',
                PRIMARY KEY (tracker_id)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='Changes that datasync has to carry over'"
        );
        $this->_addIdentifier($table);
        $this->_addKeys($table);
        return $this;
    }

    protected function _addIdentifier($table)
    {
        foreach ($this->getConnection()->fetchAll("SHOW COLUMNS FROM $table") as $column) {
            if ($column['Field'] === 'source_identifier') {
                return;
            }
        }
        $this->run(
            "ALTER TABLE $table ADD COLUMN source_identifier VARCHAR(255) NULL DEFAULT NULL
                COMMENT 'sku, email, url_key ...'"
        );
    }

    /**
     * Keys count by their columns: those of older trackers have other names.
     */
    protected function _addKeys($table)
    {
        $columns = array();
        $unique = array();
        foreach ($this->getConnection()->fetchAll("SHOW INDEX FROM $table") as $part) {
            $columns[$part['Key_name']][(int) $part['Seq_in_index']] = $part['Column_name'];
            $unique[$part['Key_name']] = !$part['Non_unique'];
        }
        $known = array();
        foreach ($columns as $name => $parts) {
            ksort($parts);
            $known[implode(',', $parts)][] = $unique[$name];
        }

        if (!in_array(true, isset($known[self::KEY_STATE]) ? $known[self::KEY_STATE] : array(), true)) {
            // Of rows that say the same thing twice, the latest remains.
            $this->run(
                "DELETE older FROM $table AS older JOIN $table AS newer
                    ON newer.entity_type = older.entity_type AND newer.entity_id = older.entity_id
                    AND newer.sync_completed = older.sync_completed AND newer.tracker_id > older.tracker_id"
            );
            $this->run("ALTER TABLE $table ADD UNIQUE KEY datasync_entity_state (" . self::KEY_STATE . ")");
        }
        $keys = array(
            'datasync_state_type' => 'sync_completed,entity_type',
            'datasync_entity' => 'entity_type,entity_id',
            'datasync_created_at' => 'created_at',
        );
        foreach ($keys as $name => $list) {
            if (!isset($known[$list])) {
                $this->run("ALTER TABLE $table ADD KEY $name ($list)");
            }
        }
    }
}
