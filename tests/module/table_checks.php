<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What has to hold of the table and of what is written into it; each method that begins with check
// has a shop of its own.

class TableChecks extends ModuleFixture
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
                    "SELECT created_at >= NOW() - INTERVAL 1 HOUR FROM {$this->getTable()}"
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

    public function checkFailures()
    {
        Mage::$adapter->query("RENAME TABLE {$this->getTable()} TO away");
        $product = $this->save('Mage_Catalog_Model_Product', array('sku' => 'A'));
        $product->save();
        $this->expectEqual('A', Mage::$adapter->fetchOne('SELECT sku FROM catalog_product_entity'), 'the shop goes on');
        $product->delete();
        $this->expectEqual(array(), Mage::$adapter->fetchAll('SELECT * FROM catalog_product_entity'), 'and on');
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
            $rows[] = "('product', $id, '2026-01-01', NOW() - INTERVAL 31 DAY, 1)";
        }
        $rows[] = "('order', 1, '2026-01-01', NOW() - INTERVAL 29 DAY, 1)";
        $rows[] = "('order', 2, NOW() - INTERVAL 31 DAY, NULL, 1)";
        $rows[] = "('order', 3, NOW() - INTERVAL 29 DAY, NULL, 1)";
        $rows[] = "('order', 4, '2026-01-01', NULL, 0)";
        $rows[] = "('order', 5, '2026-01-01', NOW() - INTERVAL 31 DAY, 2)";
        Mage::$adapter->query(
            "INSERT INTO {$this->getTable()} (entity_type, entity_id, created_at, synced_at, sync_completed)
            VALUES " . implode(', ', $rows)
        );
        Mage::getSingleton('datasync_tracker/observer')->deleteOldRows(null);
        $left = Mage::$adapter->fetchCol("SELECT entity_id FROM {$this->getTable()} ORDER BY tracker_id");
        $this->expectEqual(array('1', '3', '4', '5'), $this->toText($left), 'what is left');
        $this->expectNothingLogged('cleaning up');
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
