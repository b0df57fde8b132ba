<?php
// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A stand-in for as much of the framework as the module touches: events and aliases as config.xml
// names them, models whose saves and deletions are transactions, callbacks of the outermost commit,
// setup scripts chosen by version. What shops do differently is a switch of Mage.

class Mage
{
    /** @var bool OpenMage forgets the callbacks of what is rolled back, Magento 1.9 does not */
    public static $forgetsCallbacks = true;

    /** @var bool OpenMage tells of attributes after it has written them, Magento 1.9 does not */
    public static $tellsAfterMassAction = true;

    /** @var Throwable[] */
    public static $logged = array();

    /** @var array events by name: how often they were fired */
    public static $fired = array();

    /** @var StandIn_Adapter */
    public static $adapter;

    /** @var SimpleXMLElement the module's config.xml */
    public static $config;

    /** @var string */
    public static $tablePrefix = '';

    /** @var array classes and tables of the shop itself, by alias */
    public static $shop = array();

    private static $singletons = array();

    /** What begins anew with each request. */
    public static function beginRequest()
    {
        self::$singletons = array();
        self::$logged = array();
        Mage_Core_Model_Resource_Abstract::forgetCallbacks();
    }

    public static function dispatchEvent($name, array $data = array())
    {
        self::$fired[$name] = (isset(self::$fired[$name]) ? self::$fired[$name] : 0) + 1;
        if (!isset(self::$config->global->events->$name)) {
            return;
        }
        foreach (self::$config->global->events->$name->observers->children() as $observer) {
            $event = new Varien_Object($data);
            $model = self::getSingleton((string) $observer->class);
            $model->{(string) $observer->method}(new Varien_Object(array('event' => $event) + $data));
        }
    }

    public static function getClass($alias, $isResource = false)
    {
        list($module, $name) = explode('/', $alias);
        if (isset(self::$shop[$alias]['class'])) {
            return self::$shop[$alias]['class'];
        }
        $models = self::$config->global->models;
        if ($isResource) {
            $module = (string) $models->$module->resourceModel;
        }
        return $models->$module->class . '_' . str_replace(' ', '_', ucwords(str_replace('_', ' ', $name)));
    }

    public static function getTableName($alias)
    {
        if (isset(self::$shop[$alias]['table'])) {
            return self::$tablePrefix . self::$shop[$alias]['table'];
        }
        list($module, $entity) = explode('/', $alias);
        $models = self::$config->global->models;
        $resource = (string) $models->$module->resourceModel;
        return self::$tablePrefix . $models->$resource->entities->$entity->table;
    }

    public static function getSingleton($alias)
    {
        if (!isset(self::$singletons[$alias])) {
            $class = self::getClass($alias);
            self::$singletons[$alias] = new $class();
        }
        return self::$singletons[$alias];
    }

    public static function getResourceSingleton($alias)
    {
        $key = 'resource ' . $alias;
        if (!isset(self::$singletons[$key])) {
            $class = self::getClass($alias, true);
            self::$singletons[$key] = new $class();
        }
        return self::$singletons[$key];
    }

    public static function helper($alias)
    {
        $key = 'helper ' . $alias;
        if (!isset(self::$singletons[$key])) {
            $class = self::$config->global->helpers->$alias->class . '_Data';
            self::$singletons[$key] = new $class();
        }
        return self::$singletons[$key];
    }

    /** Magento 1.9 takes no errors here, so neither does this. */
    public static function logException(Exception $problem)
    {
        self::$logged[] = $problem;
    }
}

class Varien_Object
{
    protected $_data;

    public function __construct(array $data = array())
    {
        $this->_data = $data;
    }

    public function getData($key)
    {
        return isset($this->_data[$key]) ? $this->_data[$key] : null;
    }

    public function setData($key, $value)
    {
        $this->_data[$key] = $value;
        return $this;
    }

    public function addData(array $data)
    {
        $this->_data = $data + $this->_data;
        return $this;
    }

    public function __call($method, $arguments)
    {
        $key = strtolower(preg_replace('/(?<=.)[A-Z]/', '_$0', substr($method, 3)));
        if (strpos($method, 'get') === 0) {
            return $this->getData($key);
        }
        if (strpos($method, 'set') === 0) {
            return $this->setData($key, $arguments[0]);
        }
        throw new Exception('There is no method ' . get_class($this) . '::' . $method);
    }
}

abstract class Mage_Core_Helper_Abstract
{
}

/** The adapter's transactions are counted; only the outermost one is the server's. */
class StandIn_Adapter
{
    /** @var PDO */
    public $pdo;

    private $level = 0;

    public function __construct($dsn, $user)
    {
        $this->pdo = new PDO($dsn, $user, '', array(PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION));
        $this->pdo->exec("SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'");
        $this->pdo->exec('SET SESSION innodb_lock_wait_timeout = 1');
    }

    public function beginTransaction()
    {
        if ($this->level++ === 0) {
            $this->pdo->beginTransaction();
        }
        return $this;
    }

    public function commit()
    {
        if (--$this->level === 0) {
            $this->pdo->commit();
        }
        return $this;
    }

    public function rollBack()
    {
        if (--$this->level === 0) {
            $this->pdo->rollBack();
        }
        return $this;
    }

    public function getTransactionLevel()
    {
        return $this->level;
    }

    public function quoteIdentifier($name)
    {
        return '`' . str_replace('`', '``', $name) . '`';
    }

    public function query($sql, array $bind = array())
    {
        $statement = $this->pdo->prepare($sql);
        $statement->execute($bind);
        return $statement;
    }

    public function fetchAll($sql, array $bind = array())
    {
        return $this->query($sql, $bind)->fetchAll(PDO::FETCH_ASSOC);
    }

    public function fetchCol($sql, array $bind = array())
    {
        return $this->query($sql, $bind)->fetchAll(PDO::FETCH_COLUMN);
    }

    public function fetchPairs($sql, array $bind = array())
    {
        return $this->query($sql, $bind)->fetchAll(PDO::FETCH_KEY_PAIR);
    }

    public function fetchOne($sql, array $bind = array())
    {
        return $this->query($sql, $bind)->fetchColumn();
    }
}

abstract class Mage_Core_Model_Resource_Abstract
{
    private static $callbacks = array();

    public function __construct()
    {
        $this->_construct();
    }

    abstract protected function _construct();

    abstract protected function _getReadAdapter();

    abstract protected function _getWriteAdapter();

    public static function forgetCallbacks()
    {
        self::$callbacks = array();
    }

    public function beginTransaction()
    {
        $this->_getWriteAdapter()->beginTransaction();
        return $this;
    }

    public function addCommitCallback($callback)
    {
        self::$callbacks[] = $callback;
        return $this;
    }

    public function commit()
    {
        $this->_getWriteAdapter()->commit();
        if ($this->_getWriteAdapter()->getTransactionLevel() === 0) {
            $callbacks = self::$callbacks;
            self::$callbacks = array();
            foreach ($callbacks as $callback) {
                call_user_func($callback);
            }
        }
        return $this;
    }

    public function rollBack()
    {
        $this->_getWriteAdapter()->rollBack();
        if (Mage::$forgetsCallbacks && $this->_getWriteAdapter()->getTransactionLevel() === 0) {
            self::$callbacks = array();
        }
        return $this;
    }
}

abstract class Mage_Core_Model_Resource_Db_Abstract extends Mage_Core_Model_Resource_Abstract
{
    private $mainTable;

    protected function _init($mainTable, $idField)
    {
        $this->mainTable = $mainTable;
    }

    public function getMainTable()
    {
        return Mage::getTableName($this->mainTable);
    }

    public function getTable($alias)
    {
        return Mage::getTableName($alias);
    }

    protected function _getReadAdapter()
    {
        return Mage::$adapter;
    }

    protected function _getWriteAdapter()
    {
        return Mage::$adapter;
    }
}

class Mage_Core_Model_Resource_Setup
{
    /** @var string */
    private $resourceName;

    public function __construct($resourceName)
    {
        $this->resourceName = $resourceName;
    }

    public function getConnection()
    {
        return Mage::$adapter;
    }

    public function getTable($alias)
    {
        return Mage::getTableName($alias);
    }

    public function startSetup()
    {
        return $this;
    }

    public function endSetup()
    {
        return $this;
    }

    public function run($sql)
    {
        $this->getConnection()->query($sql);
        return $this;
    }

    /**
     * Runs the scripts that lead from one version to another, as the framework chooses them.
     *
     * @param string|null $installed null where the module is new
     * @return string[] names of the scripts
     */
    public function applyUpdates($folder, $installed, $version)
    {
        $names = array();
        foreach (glob($folder . '/' . $this->resourceName . '/*.php') as $file) {
            $parts = explode('-', basename($file, '.php'));
            if ($installed === null) {
                $isMeant = $parts[0] === 'install';
            } else {
                $isMeant = $parts[0] === 'upgrade' && version_compare($parts[1], $installed, '>=');
            }
            if ($isMeant && version_compare(end($parts), $version, '<=')) {
                include $file;
                $names[] = basename($file);
            }
        }
        return $names;
    }
}
